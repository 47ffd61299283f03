"""Hits, misses and false alarms, and what follows from them."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Counts:
    """How many found items were right, how many were found, how many there were to find."""

    right: int
    found: int
    expected: int

    @property
    def precision(self) -> float:
        """Share of the found that is right; 0 where nothing was found."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Share of the expected that was found; 0 where nothing was expected."""
        return self.right / self.expected if self.expected else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.found + self.expected
        return 2 * self.right / total if total else 0.0


def add_counts(counts: Iterable[Counts]) -> Counts:
    """The sum over articles or types.

    >>> add_counts([Counts(1, 2, 2), Counts(1, 1, 3)])
    Counts(right=2, found=3, expected=5)
    """
    right = found = expected = 0
    for count in counts:
        right += count.right
        found += count.found
        expected += count.expected
    return Counts(right, found, expected)
