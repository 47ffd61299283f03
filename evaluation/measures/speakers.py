"""Figures of speakers on PolNeAR: is the full name of whoever is quoted right, wrong, or left open?

By how the text names the source there. Measured twice: on the quotations that the service finds, and given those of
the annotators with their sources, so that only the resolution is judged.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any

from spacy.language import Language

from evaluation.figures import Figure, Target, figure_share
from evaluation.measures.polnear import PolnearArticle, list_offsets
from evaluation.scores.quoted_sources import collect_letters, match_quotes
from evaluation.scores.speakers import judge_resolution, list_parts
from service.components.organisations.read import read_organisations
from service.components.sources.annotate import NewsSources
from service.components.sources.read import read_quoted_sources
from training.corpora.annotated import read_rows
from training.corpora.polnear import list_quotations

Judgements = Counter[tuple[str, str]]
SOURCE_KINDS = ("single-name", "pronoun", "full-name")
KIND_GROUPS = {"all": SOURCE_KINDS, **{kind: (kind,) for kind in SOURCE_KINDS}}
RESOLUTIONS = ("right", "wrong", "unresolved")
END_TO_END_TARGET = Target(72.0, "at least")
# (Group, resolution) → what is asked of the resolution alone.
GIVEN_TARGETS = {
    ("single-name", "right"): Target(98.0, "at least"),
    ("pronoun", "right"): Target(80.0, "at least"),
    ("pronoun", "wrong"): Target(8.0, "at most"),
}


def measure_speakers(articles: Sequence[PolnearArticle]) -> list[Figure]:
    """Shares of right, wrong and unresolved names among matched quotations, and of right ones among all of gold."""
    judged = [judge_speakers(article) for article in articles]
    figures = figure_resolutions("PolNeAR speakers", judged, {})
    for name, kinds in KIND_GROUPS.items():
        shares = [(count(each, kinds, "right"), count(each, kinds, *RESOLUTIONS, "missed")) for each in judged]
        target = END_TO_END_TARGET if name == "all" else None
        figures.append(replace(figure_share(f"PolNeAR speakers, {name}: right end to end", shares), target=target))
    return figures


def measure_given_speakers(nlp: Language, path: Path, *, limit: int | None = None) -> list[Figure]:
    """The same shares over all quotations of a file, given them and the words of their sources."""
    judged = [judge_speakers(article) for article in resolve_given(nlp, islice(read_rows(path), limit))]
    return figure_resolutions("PolNeAR speakers given", judged, GIVEN_TARGETS)


def resolve_given(nlp: Language, rows: Iterable[dict[str, Any]]) -> Iterable[PolnearArticle]:
    """Each row with the sources that its own quotations resolve to."""
    component = nlp.get_pipe("news_sources")
    assert isinstance(component, NewsSources)
    for row in rows:
        with nlp.select_pipes(disable=["news_sources", "news_claims"]):
            doc = nlp(row["text"])
        component.resolve(doc, list_quotations(row))
        yield PolnearArticle(row, read_quoted_sources(doc, read_organisations(doc)))


def figure_resolutions(
    title: str, judged: Sequence[Judgements], targets: Mapping[tuple[str, str], Target]
) -> list[Figure]:
    """The share of each resolution, by group."""
    figures: list[Figure] = []
    for name, kinds in KIND_GROUPS.items():
        for outcome in RESOLUTIONS:
            shares = [(count(each, kinds, outcome), count(each, kinds, *RESOLUTIONS)) for each in judged]
            figure = figure_share(f"{title}, {name}: {outcome}", shares)
            better = figure.better if outcome == "right" else "lower"
            figures.append(replace(figure, target=targets.get((name, outcome)), better=better))
    return figures


def count(judged: Judgements, kinds: tuple[str, ...], *outcomes: str) -> int:
    """How many speakers of these kinds came out in one of these ways."""
    return sum(judged[kind, outcome] for kind in kinds for outcome in outcomes)


def judge_speakers(article: PolnearArticle) -> Judgements:
    """How many of an article's named speakers came out how: (source kind, resolution or "missed") → count."""
    gold = article.row["attributions"]
    text = article.row["text"]
    found = [(source, quote) for source in article.sources for quote in source.quotes]
    matches = match_quotes(
        [collect_letters(text, list_offsets(attribution["content"])) for attribution in gold],
        [collect_letters(text, list_parts(quote)) for _, quote in found],
    )
    sources_of_gold = {expected: found[index][0] for index, expected in matches.items()}
    judged: Judgements = Counter()
    for at, attribution in enumerate(gold):
        speaker = attribution.get("speaker")
        if speaker:
            source = sources_of_gold.get(at)
            judged[
                speaker["source_kind"],
                "missed" if source is None else judge_resolution(speaker["full_name"], source),
            ] += 1
    return judged
