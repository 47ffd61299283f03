"""What is a day only behind a place."""

from datetime import date

import pytest

from service.components.dateline.loose_days import parse_loose_day
from service.text.dates import resolve_date

PUBLISHED = date(2026, 3, 4)


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("Narch 2", "2026-03-02"),
        ("Marc 2", "2026-03-02"),
        ("Marchg 2", "2026-03-02"),
        ("Febuary 27", "2026-02-27"),
        ("Marhc 2, 2026", "2026-03-02"),
        ("Tues", "2026-03-03"),
        ("April", None),
        ("April 2014", None),
    ],
)
def test_a_day_behind_a_place_may_be_short_or_misprinted(printed: str, expected: str | None) -> None:
    parsed = parse_loose_day(printed)

    assert parsed is not None
    day = resolve_date(parsed, PUBLISHED)
    assert (day.isoformat() if day else None) == expected


@pytest.mark.parametrize("text", ["Mary 3", "Max 8", "Jane 2", "Marine 2", "Apollo 11", "Oslo 3", "Sunday"])
def test_what_is_no_day_behind_a_place_either(text: str) -> None:
    assert parse_loose_day(text) is None
