"""Figures of the sentences head: F1 of sentence boundaries within paragraphs.

The development sets are those of two Universal Dependencies treebanks, and news.
"""

import numpy as np

from evaluation.figures import Figure, Target, figure_f1
from evaluation.readings import CorpusReadings, Reading
from evaluation.scores.counts import Counts
from evaluation.scores.sentences import score_boundaries

HEAD = "sentences"
TARGET = Target(97.0, "at least")


def measure_sentences(corpora: list[CorpusReadings]) -> list[Figure]:
    """The head's F1 over everything, then for each corpus."""
    figures: list[Figure] = []
    totals: list[Counts] = []
    for corpus in corpora:
        if HEAD not in corpus.maps:
            continue
        counts = [count_reading(reading) for reading in corpus.readings]
        totals.extend(counts)
        figures.append(figure_f1(f"sentences, {corpus.name}: boundary F1", counts))
    return [figure_f1("sentences, all corpora: boundary F1", totals, TARGET), *figures]


def count_reading(reading: Reading) -> Counts:
    """Counts of one text."""
    pieces = reading.words.pieces
    openings = pieces.starts[np.flatnonzero(np.diff(pieces.paragraphs, prepend=-1))].tolist()
    sentences = [(span.start, span.end) for span in reading.annotated.spans[HEAD]]
    return score_boundaries(sentences, list(reading.sentence_starts), openings)
