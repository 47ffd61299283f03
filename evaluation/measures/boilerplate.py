"""Figures of what boilerplate costs the order of sentences: raw articles through the service's own filter.

The same articles are ranked three times: without the boilerplate of gold, without what the service takes for it, and
with everything. The weights are those of the first, learned from other articles; a right sentence that the filter took
counts as missed. The losses are drawn by article, so that their intervals are paired.
"""

from collections.abc import Callable
from dataclasses import replace

from evaluation.figures import Figure, Target, figure_mean, figure_share
from evaluation.judged_claims import (
    DISCOURSE_CORPUS,
    ROLES_HEAD,
    DiscourseSentence,
    Judged,
    is_gold_boilerplate,
    judge_discourse,
    list_sentences,
    rank_apart,
)
from evaluation.readings import CorpusReadings
from evaluation.scores.rankings import find_average_precision

LOSS_TARGET = Target(2.0, "at most")


def measure_boilerplate(corpora: list[CorpusReadings]) -> list[Figure]:
    """What mean average precision loses on raw text, by centrality and by lead order; what the filter takes."""
    clean = judge_articles(corpora, is_gold_boilerplate)
    central_clean, lead_clean = rank_apart(clean), list_hits(clean)
    figures: list[Figure] = []
    for name, is_left_out, target in (
        ("MAP lost on raw text", is_taken, LOSS_TARGET),
        ("MAP lost with boilerplate left in", is_nothing, None),
    ):
        raw = judge_articles(corpora, is_left_out)
        central = figure_loss(f"main event by centrality: {name}", clean, central_clean, raw, rank_apart(clean, raw))
        lead = figure_loss(f"main event by lead order: {name}", clean, lead_clean, raw, list_hits(raw))
        figures.extend([replace(central, target=target), lead])
    return [*figures, *measure_filter(corpora)]


def judge_articles(corpora: list[CorpusReadings], is_left_out: Callable[[DiscourseSentence], bool]) -> list[Judged]:
    """The articles that have a sentence of the main event, left out or not."""
    judged = [
        judge_discourse(reading, corpus.maps[ROLES_HEAD], is_left_out)
        for corpus in corpora
        if corpus.name == DISCOURSE_CORPUS
        for reading in corpus.readings
    ]
    return [article for article in judged if article.is_right.any() or article.missed]


def is_taken(sentence: DiscourseSentence) -> bool:
    """Whether the service takes a sentence for boilerplate."""
    return sentence.is_taken


def is_nothing(sentence: DiscourseSentence) -> bool:
    """False: no sentence is left out."""
    return False


def list_hits(articles: list[Judged]) -> list[list[bool]]:
    """Whether each sentence is right, in the order of the text."""
    return [article.is_right.astype(bool).tolist() for article in articles]


def figure_loss(
    name: str, clean: list[Judged], before: list[list[bool]], raw: list[Judged], after: list[list[bool]]
) -> Figure:
    """How much lower the mean average precision of raw articles is than that of clean ones; a gain is negative."""
    losses = [
        find_average_precision(old, missed=article.missed) - find_average_precision(new, missed=other.missed)
        for article, old, other, new in zip(clean, before, raw, after, strict=True)
    ]
    return replace(figure_mean(name, losses), better="lower")


def measure_filter(corpora: list[CorpusReadings]) -> list[Figure]:
    """The share of gold's boilerplate that the service takes for it, and of other sentences."""
    articles = [
        list_sentences(reading, corpus.maps[ROLES_HEAD])
        for corpus in corpora
        if corpus.name == DISCOURSE_CORPUS
        for reading in corpus.readings
    ]
    boilerplate = [[one.is_taken for one in sentences if is_gold_boilerplate(one)] for sentences in articles]
    others = [[one.is_taken for one in sentences if not is_gold_boilerplate(one)] for sentences in articles]
    return [
        figure_share("boilerplate: found", [(sum(taken), len(taken)) for taken in boilerplate]),
        replace(
            figure_share("boilerplate: others taken for it", [(sum(taken), len(taken)) for taken in others]),
            better="lower",
        ),
    ]
