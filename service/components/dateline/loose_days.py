"""What is a day only behind a place: a short weekday, a month alone, a month with a slip in it."""

import re

from service.text.calendar import MONTHS
from service.text.dates import MONTH, SHORT_WEEKDAYS, YEAR, PrintedDate

# A shorter month's name with another letter is another word: "Max", "Mary"; so is June with a letter wrong: "Jane".
LEAST_MISPRINTED = 4
# "CANBERRA, Tues AAP -", "KYIV, April 2014 -", "ROME, Narch 2 -".
match_short_weekday = re.compile(
    r"(?P<weekday> Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun ) \.? (?= \s? [-–—(/:] | \s [A-Z]{2,4} \s )", re.VERBOSE
).match
match_whole_month = re.compile(
    rf"{MONTH.format('')} \.? (?: ,? \s {YEAR.format('')} )? (?= \s? [-–—:(/] )", re.VERBOSE
).match
match_misprinted_day = re.compile(
    rf"(?P<month> [A-Za-z]{{3,10}} ) \.? \s (?P<day> \d{{1,2}} ) \b (?: ,? \s {YEAR.format('')} \b )?", re.VERBOSE
).match


def find_loose_day_end(text: str, start: int, limit: int) -> int | None:
    """Where what is a day only behind a place ends: a short weekday, a whole month, a month with a slip in it.

    >>> [find_loose_day_end(text, 0, len(text)) for text in ("Tues AAP - ", "April -", "Narch 2 -", "Marine 2 -")]
    [4, 5, 7, None]
    """
    match = match_short_weekday(text, start, limit) or match_whole_month(text, start, limit)
    if match:
        return match.end()
    slip = match_misprinted_day(text, start, limit)
    return slip.end() if slip and find_misprinted_month(slip["month"]) else None


def find_misprinted_month(word: str) -> int | None:
    """The number of the month that a word means, cut short or with one slip: "Marc", "Narch", "Juen"; else None.

    >>> find_misprinted_month("Apri"), find_misprinted_month("Marchg"), find_misprinted_month("Mary")
    (4, 3, None)
    """
    letters = word.lower()
    for number, name in enumerate(MONTHS, start=1):
        if name.lower().startswith(letters) or is_one_slip(letters, name.lower()):
            return number
    return None


def is_one_slip(printed: str, meant: str) -> bool:
    """Whether a letter too many, too few, swapped with the next or, in longer words, wrong parts two words."""
    if len(meant) < LEAST_MISPRINTED:
        return False
    same = 0
    while same < min(len(printed), len(meant)) and printed[same] == meant[same]:
        same += 1
    rest, expected = printed[same:], meant[same:]
    is_wrong_letter = len(meant) > LEAST_MISPRINTED and rest[1:] == expected[1:] and len(rest) == len(expected)
    is_swapped = rest[:2] == expected[1::-1] and rest[2:] == expected[2:]
    return is_wrong_letter or is_swapped or rest[1:] == expected or rest == expected[1:]


def parse_loose_day(text: str) -> PrintedDate | None:
    """The parts of what is a day only behind a place, or None where text is none."""
    slip = match_misprinted_day(text)
    if slip is not None:
        month = find_misprinted_month(slip["month"])
        year = int(slip["year"]) if slip["year"] else None
        return PrintedDate(year, month, int(slip["day"]), weekday=None) if month else None
    if find_loose_day_end(f"{text} -", 0, len(text) + 2) != len(text):
        return None
    weekday = text[:3].lower()
    return PrintedDate(None, None, None, weekday=SHORT_WEEKDAYS.index(weekday) if weekday in SHORT_WEEKDAYS else None)
