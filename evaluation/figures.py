"""A measured figure, beside the bound that it is held to."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from evaluation.scores.counts import Counts


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
    """One row of the table. unit: "%", "points", "count", "times" or "ms". counts: what the value was computed from.

    place: a "detail" is left out of the table; a "timing" was read off a clock, so that two runs differ.
    """

    name: str
    value: float
    target: Target | None = None
    unit: str = "%"
    counts: tuple[tuple[str, int], ...] = ()
    place: Literal["figure", "detail", "timing"] = "figure"


def spell_counts(counts: Counts) -> tuple[tuple[str, int], ...]:
    """Counts as a figure holds them."""
    return (("right", counts.right), ("found", counts.found), ("expected", counts.expected))


def figure_f1(name: str, counts: Counts, target: Target | None = None) -> Figure:
    """The F1 of counts in percent.

    >>> figure_f1("ORG F1", Counts(1, 2, 2)).value
    50.0
    """
    return Figure(name, 100 * counts.f1, target, counts=spell_counts(counts))


def figure_share(name: str, part: int, whole: int, target: Target | None = None) -> Figure:
    """A part of a whole in percent; 0 where there is no whole.

    >>> figure_share("names right", 1, 4).value
    25.0
    """
    return Figure(name, 100 * part / whole if whole else 0.0, target, counts=(("part", part), ("whole", whole)))


def figure_mean(name: str, values: Sequence[float], target: Target | None = None) -> Figure:
    """The mean of values between 0 and 1 in percent; 0 where there are none.

    >>> figure_mean("nDCG@5", [0.5, 1.0]).value
    75.0
    """
    return Figure(name, 100 * sum(values) / len(values) if values else 0.0, target, counts=(("articles", len(values)),))


def figure_count(name: str, count: int, target: Target | None = None, *, among: int) -> Figure:
    """A number of events among so many occasions."""
    return Figure(name, float(count), target, "count", (("among", among),))
