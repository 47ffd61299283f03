"""Percentile bootstrap over texts."""

import numpy as np
import pytest

from evaluation.figures import figure_f1, figure_macro_f1, figure_mean
from evaluation.intervals import (
    RESAMPLES,
    Interval,
    TextSums,
    draw_weights,
    find_interval,
    find_loss_interval,
    find_value,
    find_values,
)
from evaluation.scores.counts import Counts


def test_every_resample_draws_as_many_texts_as_there_are() -> None:
    weights = draw_weights(7)
    assert weights.shape == (RESAMPLES, 7)
    assert set(weights.sum(axis=1)) == {7.0}
    assert abs(weights.mean() - 1) < 1e-9


def test_the_same_texts_have_the_same_interval() -> None:
    sums = TextSums.of([(at % 3, 3) for at in range(40)])
    assert find_interval(sums) == find_interval(sums)


def test_two_texts_are_drawn_in_all_ways() -> None:
    # One right, one wrong: a quarter of the resamples holds the first twice, a quarter the second twice.
    assert find_interval(TextSums.of([(1, 1), (0, 1)])) == Interval(0.0, 1.0)


def test_equal_texts_leave_no_doubt() -> None:
    assert find_interval(TextSums.of([(1, 2)] * 5)) == Interval(0.5, 0.5)


def test_the_interval_is_that_of_the_binomial() -> None:
    interval = find_interval(TextSums.of([(at < 60, 1) for at in range(100)]))
    assert interval is not None
    # 0.6 ± 1.96 √(0.6 · 0.4 / 100)
    assert (interval.low, interval.high) == pytest.approx((0.504, 0.696), abs=0.015)


def test_a_long_text_weighs_as_much_as_it_holds() -> None:
    assert find_value(TextSums.of([(0, 1), (9, 9)])) == pytest.approx(0.9)


def test_a_text_drawn_twice_counts_twice() -> None:
    sums = TextSums.of([(1, 1), (0, 1), (0, 2)])
    assert find_values(sums, np.array([[2.0, 1.0, 0.0], [0.0, 0.0, 3.0]])).tolist() == pytest.approx([2 / 3, 0.0])


@pytest.mark.parametrize("texts", [[], [(1, 2)]], ids=["none", "one"])
def test_too_few_texts_have_no_interval(texts: list[tuple[float, float]]) -> None:
    assert find_interval(TextSums.of(texts)) is None


def test_a_ratio_without_a_whole_is_nothing() -> None:
    assert find_value(TextSums.of([(0, 0), (0, 0)])) == 0.0
    assert find_interval(TextSums.of([(0, 0), (0, 0)])) == Interval(0.0, 0.0)


def test_a_loss_of_the_same_in_every_text_is_certain() -> None:
    before = TextSums.of([(at % 5 + 1, 10) for at in range(30)])
    after = TextSums.of([(at % 5, 10) for at in range(30)])
    assert find_loss_interval(before, before) == Interval(0.0, 0.0)
    interval = find_loss_interval(before, after)
    assert interval is not None
    assert (interval.low, interval.high) == pytest.approx((0.1, 0.1))


def test_different_numbers_of_texts_are_not_compared() -> None:
    with pytest.raises(ValueError):
        find_loss_interval(TextSums.of([(1, 1)]), TextSums.of([(1, 1), (1, 1)]))


def test_f1_is_of_the_summed_counts_and_its_interval_of_the_texts() -> None:
    figure = figure_f1("F1", [Counts(2, 2, 2), Counts(0, 4, 2)])
    assert figure.value == pytest.approx(40)
    assert figure.counts == (("right", 2), ("found", 6), ("expected", 4))
    assert figure.interval == Interval(0.0, 100.0)


def test_macro_f1_is_the_mean_over_labels() -> None:
    by_label = [[Counts(3, 4, 3), Counts(0, 0, 0)], [Counts(0, 0, 0), Counts(0, 0, 1)]]
    figure = figure_macro_f1("macro-F1", by_label, (("sentences", 4),))
    assert figure.value == pytest.approx(100 * (6 / 7) / 2)
    assert figure.counts == (("sentences", 4),)


def test_no_texts_are_no_error() -> None:
    figures = [figure_f1("F1", []), figure_mean("mean", []), figure_macro_f1("macro-F1", [], ())]
    assert [(figure.value, figure.interval) for figure in figures] == [(0, None)] * 3
