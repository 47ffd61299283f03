"""Figures of the heads that label whole sentences: roles, claims, opinion, causality."""

import numpy as np
from numpy.typing import NDArray

from evaluation.figures import Figure, figure_share, spell_counts
from evaluation.readings import CorpusReadings, Reading, find_span_words
from evaluation.scores.labels import LabelScores, score_labels
from service.components.encoder.heads import HEADS
from service.components.encoder.scores import softmax
from training.corpora.annotated import LabelledSpan


def measure_sentence_labels(corpora: list[CorpusReadings], head: str) -> list[Figure]:
    """The head's macro-F1 and accuracy over everything, the F1 of each label, then accuracy for each corpus."""
    gold: list[str] = []
    found: list[str] = []
    by_corpus: list[Figure] = []
    for corpus in corpora:
        if head not in corpus.maps:
            continue
        label_map = corpus.maps[head]
        spans = [(reading, span) for reading in corpus.readings for span in reading.annotated.spans[head]]
        # Every development set's label stands for one of ours alone.
        expected = [label_map[span.label][0] for _, span in spans]
        given = [choose_label(reading, span, head) for reading, span in spans]
        scores = score_labels(expected, given)
        by_corpus.append(figure_share(f"{head}, {corpus.name}: accuracy", scores.right, scores.total))
        gold.extend(expected)
        found.extend(given)
    return [*list_figures(head, score_labels(gold, found)), *by_corpus]


def list_figures(head: str, scores: LabelScores) -> list[Figure]:
    """The figures of a head over all corpora."""
    return [
        Figure(f"{head}: macro-F1", 100 * scores.macro_f1, counts=(("sentences", scores.total),)),
        figure_share(f"{head}: accuracy", scores.right, scores.total),
        *(
            Figure(f"{head}: {label} F1", 100 * counts.f1, counts=spell_counts(counts))
            for label, counts in scores.by_label.items()
        ),
    ]


def choose_label(reading: Reading, span: LabelledSpan, head: str) -> str:
    """The most probable label of a sentence."""
    return HEADS[head].labels[int(score_sentence(reading, span, head).argmax())]


def score_sentence(reading: Reading, span: LabelledSpan, head: str) -> NDArray[np.float32]:
    """(n_labels,) probabilities of a sentence: from the mean of its words' scores, all equal where it has none."""
    words = find_span_words(span, reading.words)
    scores = reading.words.read_head(head)
    if not len(words):
        return np.full(scores.shape[1], 1 / scores.shape[1], dtype=np.float32)
    return softmax(scores[words].mean(axis=0, dtype=np.float32))
