"""Offsets of a text in the units that other languages count in."""

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Literal

OffsetUnit = Literal["code_point", "utf16", "utf8"]
OFFSET_UNITS: tuple[OffsetUnit, ...] = ("code_point", "utf16", "utf8")


def index_offsets(text: str, unit: OffsetUnit) -> Sequence[int]:
    """The offset in unit of every code point of text, and of its end; in time linear in text.

    >>> list(index_offsets("a😀b", "code_point"))
    [0, 1, 2, 3]
    >>> list(index_offsets("a😀b", "utf16"))
    [0, 1, 3, 4]
    >>> list(index_offsets("é€😀", "utf8"))
    [0, 2, 5, 9]
    >>> list(index_offsets("", "utf8"))
    [0]
    """
    if unit == "code_point" or text.isascii():
        return range(len(text) + 1)
    widths = _utf16_widths(text) if unit == "utf16" else _utf8_widths(text)
    return list(accumulate(widths, initial=0))


def _utf16_widths(text: str) -> Iterator[int]:
    for character in text:
        yield 1 if character < "\U00010000" else 2


def _utf8_widths(text: str) -> Iterator[int]:
    for character in text:
        if character < "\u0080":
            yield 1
        elif character < "\u0800":
            yield 2
        elif character < "\U00010000":
            yield 3
        else:
            yield 4
