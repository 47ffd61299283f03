"""Printed days: their parts, and the year that follows from the day of publication."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from service.text.calendar import MONTHS, WEEKDAYS

# By their first three letters, for "Sept." and "Tues." are as usual as the whole names.
SHORT_MONTHS = tuple(name[:3].lower() for name in MONTHS)
SHORT_WEEKDAYS = tuple(name[:3].lower() for name in WEEKDAYS)
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
DATE = re.compile(
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
        (?P<year3> (?:19|20)\d\d ) - (?P<month3> [01]\d ) - (?P<day3> [0-3]\d ) \b   # "2026-03-02"
      |
        (?P<first> \d{{1,2}} ) (?P<mark> [/.] ) (?P<second> \d{{1,2}} ) (?P=mark) (?P<year4> (?:19|20)\d\d ) \b
      |
        (?P<weekday3> (?: Mon|Tues|Wednes|Thurs|Fri|Satur|Sun )day ) \b (?! ['’] )  # no "Monday's", no "SUN CITY"
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)
match_date = DATE.match


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """What is printed of a day; None for what is not. weekday: 0 is Monday."""

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
    if groups["mark"]:
        return parse_numbers(groups["first"], groups["second"], groups["year4"], is_day_first=groups["mark"] == ".")
    month = groups["month1"] or groups["month2"]
    day = groups["day1"] or groups["day2"] or groups["day3"]
    year = groups["year1"] or groups["year2"] or groups["year3"]
    weekday = groups["weekday1"] or groups["weekday2"] or groups["weekday3"]
    number = SHORT_MONTHS.index(month[:3].lower()) + 1 if month else None
    return PrintedDate(
        year=int(year) if year else None,
        month=int(groups["month3"]) if groups["month3"] else number,
        day=int(day) if day else None,
        weekday=SHORT_WEEKDAYS.index(weekday[:3].lower()) if weekday else None,
    )


def parse_numbers(first: str, second: str, year: str, *, is_day_first: bool) -> PrintedDate:
    """The date of three numbers; month and day are None where either number may be the month.

    >>> parse_numbers("25", "3", "2026", is_day_first=False), parse_numbers("2", "3", "2026", is_day_first=False)
    (PrintedDate(year=2026, month=3, day=25, weekday=None), PrintedDate(year=2026, month=None, day=None, weekday=None))
    """
    one, other = int(first), int(second)
    if is_day_first or one > len(MONTHS) or one == other:
        return PrintedDate(int(year), month=other, day=one, weekday=None)
    if other > len(MONTHS):
        return PrintedDate(int(year), month=one, day=other, weekday=None)
    return PrintedDate(int(year), month=None, day=None, weekday=None)


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
