"""Figures of the order of sentences: does it put an article's main event first?

Boilerplate is taken out by its gold label, so that the figures compare with those of lead order, which every ranker of
news has to beat. Articles without a sentence of the main event are left out.
"""

from collections.abc import Sequence
from dataclasses import replace

from evaluation.figures import Figure, Target, figure_mean
from evaluation.judged_claims import DISCOURSE_CORPUS, ROLES_HEAD, Judged, judge_discourse, rank_apart
from evaluation.readings import CorpusReadings
from evaluation.scores.rankings import find_average_precision, find_discounted_gain
from service.components.claims.signs import CENTRAL_SIGNS

PLACES = 5
EVENT = CENTRAL_SIGNS.index("event")
TARGETS = {"MAP": Target(79.0, "at least"), "P@1": Target(85.0, "at least"), "nDCG@5": Target(79.0, "at least")}


def measure_ranking(corpora: list[CorpusReadings]) -> list[Figure]:
    """Mean average precision, precision at 1 and nDCG@5: by centrality, by the roles head alone and by lead order.

    Centrality has its weights from other articles than the one that it ranks. Better than lead order it is where the
    whole interval of the difference, which is drawn by article, lies above 0.
    """
    judged = [
        judge_discourse(reading, corpus.maps[ROLES_HEAD])
        for corpus in corpora
        if corpus.name == DISCOURSE_CORPUS
        for reading in corpus.readings
    ]
    articles = [article for article in judged if article.is_right.any()]
    central, lead = rank_apart(articles), [article.is_right.astype(bool).tolist() for article in articles]
    gains = [
        find_average_precision(one) - find_average_precision(other) for one, other in zip(central, lead, strict=True)
    ]
    return [
        *list_figures("by centrality", central, TARGETS),
        figure_mean("main event by centrality: MAP above lead order", gains),
        *list_figures("by roles head", [rank_by_event(article) for article in articles], {}),
        *list_figures("by lead order", lead, {}),
    ]


def rank_by_event(article: Judged) -> list[bool]:
    """Whether each sentence is right, the likeliest main event by its role first; equals keep the order of the text."""
    order = (-article.signs[:, EVENT]).argsort(kind="stable")
    ranked: list[bool] = article.is_right[order].astype(bool).tolist()
    return ranked


def list_figures(name: str, rankings: Sequence[list[bool]], targets: dict[str, Target]) -> list[Figure]:
    """The three figures of rankings, one for each article."""
    gains = [[float(hit) for hit in hits] for hits in rankings]
    values = {
        "MAP": [find_average_precision(hits) for hits in rankings],
        "P@1": [float(hits[0]) for hits in rankings],
        "nDCG@5": [find_discounted_gain(row, row, places=PLACES) for row in gains],
    }
    return [
        replace(figure_mean(f"main event {name}: {measure}", numbers), target=targets.get(measure))
        for measure, numbers in values.items()
    ]
