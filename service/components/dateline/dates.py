"""The day that a dateline prints: its parts, and the year that follows from the day of publication."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
# In 99.9 % of 18,864 datelines of Reuters the story appeared within a day; over a gap of weeks no year is certain.
MOST_DAYS_FROM_PUBLICATION = 45
MOST_DAYS_FROM_WEEKDAY = 7

MONTH = r"""
    (?P<month{0}> Jan(?:uary)? | Feb(?:ruary)? | Mar(?:ch)? | Apr(?:il)? | May | June? | July?
      | Aug(?:ust)? | Sept?(?:ember)? | Oct(?:ober)? | Nov(?:ember)? | Dec(?:ember)? )
"""
WEEKDAY = r"""
    (?P<weekday{0}> Mon(?:day)? | Tue(?:s(?:day)?)? | Wed(?:nesday)? | Thu(?:r(?:s(?:day)?)?)? | Fri(?:day)?
      | Sat(?:urday)? | Sun(?:day)? )
"""
YEAR = r"(?P<year{0}> (?:19|20)\d\d )"
match_date = re.compile(
    rf"""
    (?:
        (?: {WEEKDAY.format(1)} \b \.? ,? \s{{1,2}} )?                            # "Monday, Sept. 20", "Fri, March 6"
        {MONTH.format(1)} \.? \s{{0,2}} (?P<day1> \d{{1,2}} ) (?:st|nd|rd|th)? \b   # "March 2", "Oct.18", "July 15th"
        (?: ,? \s{{1,2}} {YEAR.format(1)} \b )?                                  # ", 2026"
      |
        (?: {WEEKDAY.format(2)} \b \.? ,? \s{{1,2}} )?                            # "Fri 6 March"
        (?P<day2> \d{{1,2}} ) (?:st|nd|rd|th)? \s{{0,2}} {MONTH.format(2)} \b \.?  # "29 October", "5th September"
        (?: ,? \s{{1,2}} {YEAR.format(2)} \b )?                                  # ", 2026"
      |
        (?P<weekday3> (?: Mon|Tues|Wednes|Thurs|Fri|Satur|Sun )day ) \b (?! ['’] )  # no "Monday's", no "SUN CITY"
    )
    """,
    re.VERBOSE | re.IGNORECASE,
).match


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """What a dateline says of its day; None for what it does not print. weekday: 0 is Monday."""

    year: int | None
    month: int | None
    day: int | None
    weekday: int | None


def parse_date(text: str) -> PrintedDate | None:
    """The parts of a printed date, or None where text is none.

    >>> parse_date("March 2"), parse_date("5th September, 2026")
    (PrintedDate(year=None, month=3, day=2, weekday=None), PrintedDate(year=2026, month=9, day=5, weekday=None))
    >>> parse_date("Monday"), parse_date("Narch 2")
    (PrintedDate(year=None, month=None, day=None, weekday=0), None)
    """
    match = match_date(text)
    if match is None:
        return None
    groups = match.groupdict()
    month = groups["month1"] or groups["month2"]
    day = groups["day1"] or groups["day2"]
    year = groups["year1"] or groups["year2"]
    weekday = groups["weekday1"] or groups["weekday2"] or groups["weekday3"]
    return PrintedDate(
        year=int(year) if year else None,
        month=MONTHS.index(month[:3].lower()) + 1 if month else None,
        day=int(day) if day else None,
        weekday=WEEKDAYS.index(weekday[:3].lower()) if weekday else None,
    )


def resolve_date(printed: PrintedDate, published: date | None) -> date | None:
    """The full date; None where its year is neither printed nor certain, or where there is no such day.

    >>> str(resolve_date(PrintedDate(None, 12, 31, None), date(2026, 1, 1)))
    '2025-12-31'
    >>> resolve_date(PrintedDate(None, 7, 1, None), date(2026, 1, 1)), resolve_date(PrintedDate(None, 7, 1, None), None)
    (None, None)
    >>> str(resolve_date(PrintedDate(None, None, None, 0), date(2026, 3, 4)))
    '2026-03-02'
    """
    if printed.month is None or printed.day is None:
        return resolve_weekday(printed.weekday, published)
    if printed.year is not None:
        return find_day(printed.year, printed.month, printed.day)
    if published is None:
        return None
    days = [find_day(published.year + shift, printed.month, printed.day) for shift in (-1, 0, 1)]
    gaps = [(abs(day - published), day) for day in days if day is not None]
    gap, nearest = min(gaps, default=(timedelta.max, None))
    return nearest if gap <= timedelta(days=MOST_DAYS_FROM_PUBLICATION) else None


def resolve_weekday(weekday: int | None, published: date | None) -> date | None:
    """The last such weekday up to the day of publication, or None where nothing says it."""
    if weekday is None or published is None:
        return None
    return published - timedelta(days=(published.weekday() - weekday) % MOST_DAYS_FROM_WEEKDAY)


def find_day(year: int, month: int, day: int) -> date | None:
    """The date, or None where the calendar has none such."""
    try:
        return date(year, month, day)
    except ValueError:
        return None
