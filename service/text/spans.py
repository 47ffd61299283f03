"""Stretches of a text as plain numbers, and which of them touch."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Protocol, TypeVar

# Start and end in code points, half-open.
Offsets = tuple[int, int]


class Bounded(Protocol):
    """Anything that begins and ends somewhere."""

    @property
    def start(self) -> int:
        """Its first code point."""

    @property
    def end(self) -> int:
        """The one after its last."""


Item = TypeVar("Item", bound=Bounded)
find_end = attrgetter("end")
find_start = attrgetter("start")


def find_overlapping(items: Sequence[Item], start: int, end: int) -> Sequence[Item]:
    """The items that share a code point with start to end; items are in order and disjoint."""
    return items[bisect_right(items, start, key=find_end) : bisect_left(items, end, key=find_start)]


@dataclass(frozen=True, slots=True)
class Coverage:
    """What a set of ranges covers, as disjoint ranges in order."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]

    @classmethod
    def of(cls, ranges: Iterable[Offsets]) -> "Coverage":
        """The coverage of ranges in any order, overlapping or not.

        >>> Coverage.of([(5, 9), (0, 2), (7, 12)])
        Coverage(starts=(0, 5), ends=(2, 12))
        """
        starts: list[int] = []
        ends: list[int] = []
        for start, end in sorted(ranges):
            if ends and start <= ends[-1]:
                ends[-1] = max(ends[-1], end)
            else:
                starts.append(start)
                ends.append(end)
        return cls(tuple(starts), tuple(ends))

    def find_touched(self, start: int, end: int) -> list[Offsets]:
        """The covered ranges that share a code point with start to end.

        >>> Coverage((0, 5), (2, 12)).find_touched(2, 6)
        [(5, 12)]
        """
        first, last = bisect_right(self.ends, start), bisect_left(self.starts, end)
        return list(zip(self.starts[first:last], self.ends[first:last], strict=True))
