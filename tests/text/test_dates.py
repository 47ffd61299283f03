"""What a printed day means."""

from datetime import date

import pytest

from service.text.dates import parse_date, resolve_date

PUBLISHED = date(2026, 3, 4)


@pytest.mark.parametrize(
    ("printed", "published", "expected"),
    [
        ("March 2", PUBLISHED, "2026-03-02"),
        ("Mar. 2", PUBLISHED, "2026-03-02"),
        ("MARCH 2", PUBLISHED, "2026-03-02"),
        ("2 March", PUBLISHED, "2026-03-02"),
        ("2nd March", PUBLISHED, "2026-03-02"),
        ("Oct.18", date(2024, 10, 18), "2024-10-18"),
        ("Sept 17, 2004", None, "2004-09-17"),
        ("7 September 2004", None, "2004-09-07"),
        ("5th September, 2026", None, "2026-09-05"),
        ("Fri, March 6, 2026", None, "2026-03-06"),
        ("Monday, March 2", PUBLISHED, "2026-03-02"),
        ("2026-03-02", None, "2026-03-02"),
        ("25/3/2026", None, "2026-03-25"),
        ("3/25/2026", None, "2026-03-25"),
        ("02.03.2026", None, "2026-03-02"),
        # which of the two is the month?
        ("2/3/2026", None, None),
        ("Dec. 31", date(2026, 1, 1), "2025-12-31"),
        ("Dec. 18", date(2026, 1, 30), "2025-12-18"),
        # 45 days and 46
        ("Dec. 16", date(2026, 1, 30), "2025-12-16"),
        ("Dec. 15", date(2026, 1, 30), None),
        ("Jan 1", date(2025, 12, 31), "2026-01-01"),
        ("Feb 29", date(2024, 3, 1), "2024-02-29"),
        ("Monday", PUBLISHED, "2026-03-02"),
        ("Wednesday", PUBLISHED, "2026-03-04"),
        ("Thursday", PUBLISHED, "2026-02-26"),
        ("March 2", None, None),
        ("Monday", None, None),
        ("July 1", PUBLISHED, None),
        ("Feb 29", PUBLISHED, None),
        ("Feb 31, 2026", None, None),
        ("April 1", date(1, 1, 1), None),
    ],
)
def test_a_day_has_a_year_only_where_it_is_certain(printed: str, published: date | None, expected: str | None) -> None:
    parsed = parse_date(printed)

    assert parsed is not None
    day = resolve_date(parsed, published)
    assert (day.isoformat() if day else None) == expected


@pytest.mark.parametrize("text", ["Marchand", "Sun City", "Narch 2", "May", "Monday's", "12"])
def test_what_is_no_day(text: str) -> None:
    assert parse_date(text) is None
