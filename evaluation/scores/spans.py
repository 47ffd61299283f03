"""The invariant of every span: that text[start:end] is its text."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from service.extraction import Extraction, Quote


def count_violations(text: str, extraction: Extraction) -> tuple[int, int]:
    """How many of an extraction's spans, nested ones included, break the invariant, and how many spans there are.

    An empty span breaks it too, and so does a quotation whose text is not its parts joined by a blank.
    """
    violations = total = 0
    for record in walk_records(extraction):
        if isinstance(record, Quote):
            total += 1
            violations += record.text != " ".join(part.text for part in record.parts) or not record.parts
        elif hasattr(record, "start"):
            total += 1
            violations += not is_span_exact(text, record.start, record.end, record.text)
    return violations, total


def is_span_exact(text: str, start: int, end: int, printed: str) -> bool:
    """Whether start and end lie in text, in order, and enclose what was printed.

    >>> is_span_exact("a bc", 2, 4, "bc"), is_span_exact("a bc", 2, 2, ""), is_span_exact("a bc", -2, 4, "bc")
    (True, False, False)
    """
    return 0 <= start < end <= len(text) and text[start:end] == printed


def walk_records(record: Any) -> Iterator[Any]:
    """A record and every record inside it."""
    if isinstance(record, tuple):
        for member in record:
            yield from walk_records(member)
    elif is_dataclass(record):
        yield record
        for member in fields(record):
            yield from walk_records(getattr(record, member.name))
