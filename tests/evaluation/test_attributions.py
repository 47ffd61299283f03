"""Scores of sources, cues and contents."""

from evaluation.scores.attributions import WordRange, score_attribution_spans, score_attribution_words
from evaluation.scores.counts import Counts

GOLD = [WordRange(0, 4, "CONTENT"), WordRange(5, 6, "CUE"), WordRange(10, 14, "CONTENT")]


def test_words_count_missed_and_superfluous_ones() -> None:
    found = [WordRange(2, 5, "CONTENT"), WordRange(5, 6, "CUE")]
    assert score_attribution_words(GOLD, found, set(), "CONTENT") == Counts(2, 3, 8)
    assert score_attribution_words(GOLD, found, set(), "CUE") == Counts(1, 1, 1)
    assert score_attribution_words(GOLD, found, set(), "SOURCE") == Counts(0, 0, 0)


def test_words_set_aside_are_not_counted() -> None:
    found = [WordRange(0, 4, "CONTENT"), WordRange(20, 22, "CONTENT")]
    assert score_attribution_words(GOLD, found, {3, 20, 21}, "CONTENT") == Counts(3, 3, 7)


def test_a_span_is_right_only_where_both_ends_are() -> None:
    found = [WordRange(0, 4, "CONTENT"), WordRange(10, 13, "CONTENT"), WordRange(5, 6, "SOURCE")]
    assert score_attribution_spans(GOLD, found, set(), "CONTENT") == Counts(1, 2, 2)
    assert score_attribution_spans(GOLD, found, set(), "CUE") == Counts(0, 0, 1)


def test_a_span_that_touches_a_word_set_aside_is_not_counted() -> None:
    assert score_attribution_spans(GOLD, [WordRange(10, 13, "CONTENT")], {12}, "CONTENT") == Counts(0, 0, 1)


def test_a_span_that_two_attributions_share_counts_once() -> None:
    twice = [WordRange(5, 6, "SOURCE"), WordRange(5, 6, "SOURCE")]
    assert score_attribution_spans(twice, twice[:1], set(), "SOURCE") == Counts(1, 1, 1)
