"""Boundary scores and labels of sentences."""

import pytest

from evaluation.scores.counts import Counts
from evaluation.scores.labels import SentenceLabels, score_label, share_right
from evaluation.scores.sentences import score_boundaries

SENTENCES = [(0, 9), (10, 19), (20, 29), (30, 39)]


@pytest.mark.parametrize(
    ("found", "counts"),
    [
        ([0, 10, 20, 30], Counts(2, 2, 2)),
        ([0, 10, 20], Counts(1, 1, 2)),
        ([0, 10, 15, 20, 30], Counts(2, 3, 2)),
        ([0, 20], Counts(0, 0, 2)),
    ],
    ids=["all", "a miss", "a false alarm", "only what paragraphs give"],
)
def test_the_first_word_of_a_paragraph_is_not_counted(found: list[int], counts: Counts) -> None:
    assert score_boundaries(SENTENCES, found, [0, 20]) == counts


def test_a_start_outside_every_sentence_is_not_counted() -> None:
    assert score_boundaries([(10, 19), (20, 29)], [4, 10, 20, 40], [10]) == Counts(1, 1, 1)


def test_misses_and_false_alarms_of_a_label() -> None:
    text = SentenceLabels(("a", "a", "a", "b"), ("a", "a", "c", "a"))
    assert share_right(text) == (2, 4)
    assert [score_label(text, label) for label in "abc"] == [Counts(2, 3, 3), Counts(0, 0, 1), Counts(0, 1, 0)]


def test_labels_of_different_lengths_are_an_error() -> None:
    with pytest.raises(ValueError):
        score_label(SentenceLabels(("a",), ()), "a")
    with pytest.raises(ValueError):
        share_right(SentenceLabels(("a",), ()))
