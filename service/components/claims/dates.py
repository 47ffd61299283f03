"""The dates in a claim: where each stands, and which day, month or year it is for certain."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from service.extraction import ClaimDate
from service.text.calendar import MONTHS, SHORT_MONTH_FORMS, WEEKDAYS
from service.text.dates import DATE, SHORT_MONTHS, parse_date, resolve_date
from service.text.spans import find_start

MONTH = rf"(?:{'|'.join(MONTHS)})"
WEEKDAY = rf"(?:{'|'.join(WEEKDAYS)})"

# "Monday", "yesterday", "last year": which day it is depends on the day of publication, and not always on that alone.
RELATIVE_DAY = re.compile(
    rf"""
      \b(?:this | last | next | past | coming | previous | following)\ (?:{WEEKDAY} | {MONTH})\b
    | \b(?:Ash | Black | Bloody | Cyber | Easter | Fat | Giving | Good | Palm | Shrove | Super)\ \w+day\b
    | \b(?P<weekday> {WEEKDAY})\b (?:\ (?P<part> morning | afternoon | evening))?
    | \b(?P<day> tonight | yesterday | tomorrow)\b
    | \btoday\b
    | \b(?P<which> this | last | next)\ (?P<span> year | month)\b
    | \b(?:this | last | next | earlier\ this | later\ this)\ (?:week | quarter | spring | summer | autumn | fall
        | winter | morning | afternoon | evening)\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
MONTH_OF_YEAR = re.compile(rf"\b(?P<month>{SHORT_MONTH_FORMS})\.?\s(?:of\s)?(?P<year>(?:1[5-9]|20)\d\d)\b(?![-–/]\d)")
# "May" is a verb and "March" a noun, and either may be a name: a lone month counts behind a word that leads to one.
LONE_MONTH = re.compile(
    rf"\b(?:in|since|by|until|from|to|through|during|before|after|early|late|mid)[\s-](?P<shown>{MONTH})\b(?!\s[A-Z\d])"
)
# Any four digits may be a number; these words lead to a year.
LONE_YEAR = re.compile(
    r"""
    (?: \b(?i: in | since | by | of | from | until | till | through | to | during | before | after | for | and | between
          | or | early | late | mid | fiscal | year | years | season | the | its | their | around | about ) [\s-] | \( )
    (?P<shown> (?:1[5-9]|20)\d\d )
    (?! \w | [-–/]\w | [.,]\d | \s(?:people|\w+s\b(?<!elections)) )
    """,
    re.VERBOSE,
)
starts_with_capital = re.compile(r"\s[A-Z]").match
# What tells that a weekday lies behind, and what that it lies ahead, where it stands so many words away.
NEARBY_WORDS = 6
is_ahead = re.compile(
    r"\b(?:will|would|shall|may|might|could|can|should|must|until|till|by|before|due|set|scheduled|expected|planned)\b"
).search
is_past = re.compile(
    r"\b(?:was|were|had|did|said|told|rose|fell|won|lost|met|began|came|went|made|took|gave|found|sold|bought|\w{3,}ed)\b"
).search
STEPS = {"last": -1, "this": 0, "next": 1}
DAY_STEPS = {"yesterday": -1, "tonight": 0, "tomorrow": 1}


def find_dates(claim: str, published: date | None) -> list[ClaimDate]:
    """The dates of a claim in order, their offsets within it.

    published: the day that the article appeared, which relative dates need.

    >>> [(found.text, found.date) for found in find_dates("On Monday it cut the 2027 goal set in May 2021.", None)]
    [('Monday', None), ('2027', '2027'), ('May 2021', '2021-05')]
    >>> [found.date for found in find_dates("Sales fell on Monday and all last year.", date(2026, 3, 4))]
    ['2026-03-02', '2025']
    """
    dates: list[ClaimDate] = []
    for found in list_dates(claim, published):
        if all(found.end <= other.start or found.start >= other.end for other in dates):
            dates.append(found)
    return sorted(dates, key=find_start)


def list_dates(claim: str, published: date | None) -> Iterator[ClaimDate]:
    """The dates of each form, the surest form first; they may overlap."""
    for match in DATE.finditer(claim):
        if match.group()[0].isdigit() or match.group()[0].isupper():
            yield from read_printed_date(claim, match, published)
    for match in MONTH_OF_YEAR.finditer(claim):
        month = SHORT_MONTHS.index(match["month"][:3].lower()) + 1
        yield ClaimDate(match.group(), *match.span(), f"{match['year']}-{month:02}")
    for match in RELATIVE_DAY.finditer(claim):
        if not is_name(claim, match):
            yield ClaimDate(match.group(), *match.span(), resolve_relative_day(claim, match, published))
    for match in LONE_MONTH.finditer(claim):
        yield ClaimDate(match["shown"], *match.span("shown"), None)
    for match in LONE_YEAR.finditer(claim):
        yield ClaimDate(match["shown"], *match.span("shown"), match["shown"])


def read_printed_date(claim: str, match: re.Match[str], published: date | None) -> Iterator[ClaimDate]:
    """The date that a match of DATE prints, unless it is a lone weekday or the end of a longer word."""
    printed = parse_date(match.group())
    if printed is None or claim[match.start() - 1 : match.start()].isalnum():
        return
    # A full stop ends the sentence rather than the month.
    words = match.group().removesuffix(".")
    end = match.start() + len(words)
    if printed.month:
        day = resolve_date(printed, published)
        yield ClaimDate(words, match.start(), end, str(day) if day else None)
    elif printed.year:
        # "3/4/2026" may be either of two days, but is of no other year.
        yield ClaimDate(words, match.start(), end, str(printed.year))


def is_name(claim: str, match: re.Match[str]) -> bool:
    """Whether a match of RELATIVE_DAY is of a name: "Sunday Times", "USA TODAY"; behind "on" a weekday is a day."""
    if match.group().isupper():
        return True
    if not match["weekday"] or not starts_with_capital(claim, match.end()):
        return False
    return not claim[: match.start("weekday")].lower().endswith("on ")


def resolve_relative_day(claim: str, match: re.Match[str], published: date | None) -> str | None:
    """The day, month or year, in ISO 8601, of a match of RELATIVE_DAY; None where it may be more than one.

    "Today" is often "nowadays", and a weekday that lies ahead may be any.
    """
    if published is None:
        return None
    if match["weekday"] and is_told_of(claim, match):
        back = (published.weekday() - WEEKDAYS.index(match["weekday"].capitalize())) % len(WEEKDAYS)
        return str(published - timedelta(days=back))
    if match["day"]:
        return str(published + timedelta(days=DAY_STEPS[match["day"].lower()]))
    # "Over the next year" is a stretch of time.
    if match["span"] and not claim[: match.start()].lower().endswith("the "):
        return resolve_span(match["span"].lower(), STEPS[match["which"].lower()], published)
    return None


def is_told_of(claim: str, match: re.Match[str]) -> bool:
    """Whether what is said around a weekday lies behind: a verb of the past stands near, before the day if any does."""
    before = claim[: match.start()].split()[-NEARBY_WORDS:]
    behind = claim[match.end() :].split()[:NEARBY_WORDS]
    if is_ahead(" ".join(before)):
        return False
    return bool(is_past(" ".join(before)) or is_past(" ".join(behind)))


def resolve_span(span: str, step: int, published: date) -> str:
    """The year or month that lies step years or months from that of publication, in ISO 8601.

    >>> resolve_span("month", 1, date(2026, 12, 4)), resolve_span("year", -1, date(2026, 12, 4))
    ('2027-01', '2025')
    """
    if span == "year":
        return str(published.year + step)
    months = published.year * len(MONTHS) + published.month - 1 + step
    return f"{months // len(MONTHS)}-{months % len(MONTHS) + 1:02}"
