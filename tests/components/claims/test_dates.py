"""The dates in a claim."""

from datetime import date
from itertools import pairwise

import pytest

from service.components.claims.dates import find_dates

WEDNESDAY = date(2026, 3, 4)

FOUND = [
    ("Acme closed two plants on March 2, 2026.", "March 2, 2026", "2026-03-02"),
    ("Acme closed two plants on Monday, 2 March.", "Monday, 2 March", "2026-03-02"),
    ("Acme closed two plants on 2026-03-02.", "2026-03-02", "2026-03-02"),
    ("Acme opens two plants on April 3.", "April 3", "2026-04-03"),
    ("Acme closed two plants in March 2024.", "March 2024", "2024-03"),
    ("Acme closed two plants in Sept. 2024.", "Sept. 2024", "2024-09"),
    ("Acme closed two plants in 2024.", "2024", "2024"),
    ("Its 2030 goal is half of that.", "2030", "2030"),
    ("Acme (2024) closed two plants.", "2024", "2024"),
    ("Acme closed two plants last month.", "last month", "2026-02"),
    ("Last year’s losses closed two plants.", "Last year", "2025"),
    ("Acme closed two plants on Monday morning.", "Monday morning", "2026-03-02"),
    ("On Monday Acme closed two plants.", "Monday", "2026-03-02"),
    ("Acme closed two plants yesterday.", "yesterday", "2026-03-03"),
    # Either number may be the month.
    ("Acme closed two plants on 3/4/2026.", "3/4/2026", "2026"),
    # No year that is certain, or no day.
    ("Acme opens two plants on November 3.", "November 3", None),
    ("Acme closed two plants in December.", "December", None),
    ("Acme will close two plants on Monday.", "Monday", None),
    ("It said that the money runs out on Monday.", "Monday", None),
    ("It opened a fund that will end on Monday.", "Monday", None),
    ("Prices fell over the last year.", "last year", None),
    ("Acme has two plants today.", "today", None),
    ("Acme closed two plants last week.", "last week", None),
    ("Acme sold half of its goods on Black Friday.", "Black Friday", None),
    ("Acme closed two plants on February 30, 2026.", "February 30, 2026", None),
]


@pytest.mark.parametrize(("claim", "printed", "value"), FOUND)
def test_a_date_is_as_exact_as_it_is_certain(claim: str, printed: str, value: str | None) -> None:
    (found,) = find_dates(claim, WEDNESDAY)
    assert (found.text, found.date) == (printed, value)
    assert claim[found.start : found.end] == printed


@pytest.mark.parametrize(
    "claim",
    [
        "Acme may 5 times sell its plants.",
        "The march 20 miles north ended.",
        "Acme bought the Sunday Times.",
        "USA TODAY followed it.",
        "Acme sold 2000 people its goods.",
        "Acme sold goods to 1950 shops.",
        "Flight 1549 landed.",
        "It cost $2,024 or 2024.5 dollars.",
        "Theresa May and April Jones met.",
        "Shares of 2024-25 fell.",
        "We bought the sun.",
    ],
)
def test_what_is_no_date(claim: str) -> None:
    assert find_dates(claim, WEDNESDAY) == []


def test_without_the_day_of_publication_only_printed_years_count() -> None:
    claim = "It rose on Monday, last year, on March 2, in May 2021 and in 2022."
    assert [found.date for found in find_dates(claim, None)] == [None, None, None, "2021-05", "2022"]


def test_dates_come_in_order_and_do_not_overlap() -> None:
    dates = find_dates("In 2024, on 2 March 2025 and last Monday, and in March of 2026 it rose.", WEDNESDAY)
    assert [found.text for found in dates] == ["2024", "2 March 2025", "last Monday", "March of 2026"]
    assert all(one.end <= other.start for one, other in pairwise(dates))
