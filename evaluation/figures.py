"""A measured figure, with the interval that it lies in and the bound that it is held to."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from evaluation.intervals import Interval, TextSums, find_interval, find_value
from evaluation.scores.counts import Counts, add_counts

NamedCounts = tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Target:
    """The bound of a figure."""

    bound: float
    kind: Literal["at least", "at most"]

    def is_met(self, value: float) -> bool:
        """Whether a value keeps the bound; the bound itself does."""
        return value >= self.bound if self.kind == "at least" else value <= self.bound


@dataclass(frozen=True, slots=True)
class Figure:
    """One row of the table. unit: "%", "points", "count", "MB", "times" or "ms". counts: what the value comes from.

    place: a "detail" is left out of the table; a "timing" was read off a clock, so that two runs differ.
    better: which way is an improvement. interval: in the figure's unit, None where no texts are resampled.
    sums: the texts behind the interval, for comparing with another figure's.
    """

    name: str
    value: float
    target: Target | None = None
    unit: str = "%"
    counts: NamedCounts = ()
    place: Literal["figure", "detail", "timing"] = "figure"
    better: Literal["higher", "lower"] = "higher"
    interval: Interval | None = None
    sums: TextSums | None = field(default=None, repr=False, compare=False)


def spell_counts(counts: Counts) -> NamedCounts:
    """Counts as a figure holds them."""
    return (("right", counts.right), ("found", counts.found), ("expected", counts.expected))


def figure_sums(name: str, sums: TextSums, counts: NamedCounts, target: Target | None = None) -> Figure:
    """The value of sums in percent, with its interval."""
    interval = find_interval(sums)
    if interval is not None:
        interval = Interval(100 * interval.low, 100 * interval.high)
    return Figure(name, 100 * find_value(sums), target, counts=counts, interval=interval, sums=sums)


def figure_f1(name: str, counts: Sequence[Counts], target: Target | None = None) -> Figure:
    """The F1 in percent over texts, from the counts of each.

    >>> figure_f1("ORG F1", [Counts(1, 1, 1), Counts(0, 1, 1)]).value
    50.0
    """
    return figure_sums(name, TextSums.of(list_f1_pairs(counts)), spell_counts(add_counts(counts)), target)


def figure_macro_f1(
    name: str, by_label: Sequence[Sequence[Counts]], counts: NamedCounts, target: Target | None = None
) -> Figure:
    """The mean F1 in percent over labels, rare ones weighing as much as frequent ones; for each its counts by text.

    >>> figure_macro_f1("roles", [[Counts(1, 1, 1), Counts(1, 1, 1)], [Counts(0, 0, 1), Counts(0, 0, 0)]], ()).value
    50.0
    """
    return figure_sums(name, TextSums.of(*[list_f1_pairs(label) for label in by_label]), counts, target)


def figure_precision(name: str, counts: Sequence[Counts]) -> Figure:
    """The share of the found that is right, in percent over texts."""
    return figure_share(name, [(count.right, count.found) for count in counts])


def figure_recall(name: str, counts: Sequence[Counts]) -> Figure:
    """The share of the expected that is right, in percent over texts."""
    return figure_share(name, [(count.right, count.expected) for count in counts])


def figure_share(name: str, shares: Sequence[tuple[int, int]]) -> Figure:
    """A part of a whole in percent, from those of each text; 0 where there is no whole.

    >>> figure_share("names right", [(1, 2), (0, 2)]).value
    25.0
    """
    counts = (("part", sum(part for part, _ in shares)), ("whole", sum(whole for _, whole in shares)))
    return figure_sums(name, TextSums.of(shares), counts)


def figure_mean(name: str, values: Sequence[float], counts: NamedCounts = ()) -> Figure:
    """The mean over articles of values between 0 and 1 in percent; 0 where there are none. counts: beside theirs.

    >>> figure_mean("nDCG@5", [0.5, 1.0]).value
    75.0
    """
    return figure_sums(name, TextSums.of([(value, 1) for value in values]), (("articles", len(values)), *counts))


def figure_count(name: str, count: int, target: Target | None = None, *, among: int) -> Figure:
    """A number of events that should not be, among so many occasions."""
    return Figure(name, float(count), target, "count", (("among", among),), better="lower")


def list_f1_pairs(counts: Sequence[Counts]) -> list[tuple[float, float]]:
    """For each text what sums to F1: twice the right, over the found and the expected."""
    return [(2 * count.right, count.found + count.expected) for count in counts]
