"""Figures of the roles head as a ranker: does it put an article's main event first?

Boilerplate is taken out by its gold label, so that the figures compare with those of lead order, which every ranker of
news has to beat. Articles without a sentence of the main event are left out.
"""

from dataclasses import dataclass

from evaluation.figures import Figure, figure_mean
from evaluation.measures.sentence_labels import score_sentence
from evaluation.readings import CorpusReadings, Reading
from evaluation.scores.rankings import find_average_precision, find_discounted_gain
from service.components.encoder.heads import HEADS

HEAD = "roles"
POSITIVE = frozenset({"main", "main_consequence"})
BOILERPLATE = "boilerplate"
PLACES = 5


@dataclass(frozen=True, slots=True)
class RankedSentence:
    """A sentence in order of the text, with its score, and whether it tells the main event."""

    score: float
    is_positive: bool


def measure_ranking(corpora: list[CorpusReadings]) -> list[Figure]:
    """Mean average precision, precision at 1 and nDCG@5, by the head and by lead order."""
    articles = [
        list_sentences(reading, corpus.maps[HEAD])
        for corpus in corpora
        if HEAD in corpus.maps
        for reading in corpus.readings
    ]
    articles = [article for article in articles if any(sentence.is_positive for sentence in article)]
    by_head = [[sentence.is_positive for sentence in sorted(article, key=find_rank)] for article in articles]
    by_lead = [[sentence.is_positive for sentence in article] for article in articles]
    return [*list_figures("by roles head", by_head), *list_figures("by lead order", by_lead)]


def list_figures(name: str, rankings: list[list[bool]]) -> list[Figure]:
    """The three figures of rankings, one for each article."""
    gains = [[float(hit) for hit in hits] for hits in rankings]
    return [
        figure_mean(f"main event {name}: MAP", [find_average_precision(hits) for hits in rankings]),
        figure_mean(f"main event {name}: P@1", [float(hits[0]) for hits in rankings]),
        figure_mean(f"main event {name}: nDCG@5", [find_discounted_gain(row, row, places=PLACES) for row in gains]),
    ]


def list_sentences(reading: Reading, label_map: dict[str, tuple[str, ...]]) -> list[RankedSentence]:
    """The sentences of an article that are no boilerplate, in order."""
    columns = [HEADS[HEAD].labels.index(label) for label in sorted(POSITIVE)]
    sentences: list[RankedSentence] = []
    for span in reading.annotated.spans[HEAD]:
        (label,) = label_map[span.label]
        if label != BOILERPLATE:
            score = float(score_sentence(reading, span, HEAD)[columns].sum())
            sentences.append(RankedSentence(score, label in POSITIVE))
    return sentences


def find_rank(sentence: RankedSentence) -> float:
    """A sort key: the highest score first; equal scores keep the order of the text."""
    return -sentence.score
