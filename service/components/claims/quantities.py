"""The quantities in a claim: where each stands, its value and its unit."""

import re
from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache

from text_to_num import text2num

from service.components.claims.units import (
    COUNTS,
    CURRENCY_CODES,
    CURRENCY_SIGNS,
    CURRENCY_UNITS,
    SCALES,
    SHARED_CURRENCIES,
    SHORT_SCALES,
    UNITS,
)
from service.extraction import Quantity
from service.text.calendar import SHORT_MONTH_FORMS

# Digits behind the point of a value such as "two-thirds".
FRACTION_DIGITS = 4


def join_forms(forms: Iterable[str]) -> str:
    r"""A pattern for any of some forms, longer ones first; a blank in a form is any white space.

    >>> join_forms(["m", "mile an hour"])
    '(?:mile\\san\\shour|m)'
    """
    return "(?:" + "|".join(sorted(forms, key=len, reverse=True)).replace(" ", r"\s") + ")"


ONES = "one|two|three|four|five|six|seven|eight|nine"
TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
BELOW_HUNDRED = rf"(?:(?:{TENS})(?:[-\s](?:{ONES}))?|{TEENS}|{ONES})"
PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "tenth": 10}
DIGITS = r"(?:\d{1,3}(?:,\d{2,3}){0,5},\d{3}|\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3}){1,5}(?!\d)|\d{1,15})(?:\.\d{1,9})?"
# A lone R is the rand before what can only be an amount.
RAND = r"R(?=\d[\d.,]*(?:\d{3}|\s?(?:m|bn|million|billion))\b)"
SIGN = join_forms([*(re.escape(sign) for sign in CURRENCY_SIGNS if sign != "R"), *CURRENCY_CODES, RAND])

NUMBER = re.compile(
    rf"""
    (?<![\w.,/:$€£¥]) (?<![A-Za-z\d][-–])
    (?: (?P<currency> {SIGN})\s? )?
    (?: (?P<minus> [-−])? (?P<digits> {DIGITS}) (?P<range> \s?[-–]\s?{SIGN}?{DIGITS})? (?![-–/]\d)
      | (?i: (?P<article> (?:half\s)?an? (?=[-\s]{join_forms(SCALES)}\b))
           | (?P<part> (?:(?:an?|{ONES})[-\s])? {join_forms(PARTS)}s? (?=\s(?:of|the|an?|its|their|majority)\b))
           | (?P<words> {BELOW_HUNDRED} (?:\shundred (?:(?:\sand)?\s{BELOW_HUNDRED})?)? \b) )
    )
    """,
    re.VERBOSE,
)
SCALE = re.compile(rf"[-\s]?({join_forms(SCALES)})(?!\w)")
UNIT = re.compile(rf"[-\s]?({join_forms([*UNITS.values(), SHARED_CURRENCIES])})(?!\w)")
UNIT_PATTERNS = [(name, re.compile(form.replace(" ", r"\s"))) for name, form in UNITS.items()]
COUNTED = {*COUNTS, *CURRENCY_UNITS, "tonne", "barrel"}

YEAR = re.compile(r"(?:1[5-9]|20)\d\d(?:\s?[-–]\s?\d+)?$")
MONTH_BEFORE = re.compile(rf"\b(?:{SHORT_MONTH_FORMS})\.?\s(?:the\s)?$")
MONTH_BEHIND = re.compile(rf"\s(?:of\s)?(?:{SHORT_MONTH_FORMS})\b")
# Hours, ordinals, dates in digits, addresses: what goes on behind a number that is no quantity.
GOES_ON = re.compile(r"\w|[.,:/]\d|\s?(?:[apAP]\.?[mM]|GMT|E[SD]T|P[SD]T|BST|CET|UTC|local\stime)\b")
# "Boeing 737", "Section 12": a bare number behind a word with a capital is part of a name.
NAME_BEFORE = re.compile(r"\w\W+(?:[A-Z]\w*|No\.)\s$")
NAME_BEHIND = re.compile(r"\s[A-Z]")
# Characters before a number that can tell what it is: a month, a name, a determiner.
BEFORE = 24
DETERMINED = re.compile(r"\b(?:the|these|those|his|her|their|its|our|first|second|other|last|next|top|any|no)\s$", re.I)


def find_quantities(claim: str) -> list[Quantity]:
    """The quantities of a claim in order, their offsets within it; days, years, hours and numbers in names are none.

    value: None where no single one is printed ("3-5%", "3-1"). unit: the name that units.py gives it, a currency of
    several countries as printed; None for a plain number, or where its form can mean several ("100m").

    >>> [(quantity.text, quantity.value, quantity.unit) for quantity in
    ...  find_quantities("On May 4, 2021 it sold 1,200 tonnes at €3.5m, two-thirds of it to five buyers.")]
    [('1,200 tonnes', 1200, 'tonne'), ('€3.5m', 3500000, 'EUR'), ('two-thirds', 0.6667, None), ('five', 5, None)]
    """
    quantities = []
    end = 0
    for number in NUMBER.finditer(claim):
        if number.start() >= end and (quantity := read_quantity(claim, number)) is not None:
            quantities.append(quantity)
            end = quantity.end
    return quantities


def read_quantity(claim: str, number: re.Match[str]) -> Quantity | None:
    """The quantity that begins with a match of NUMBER; None where that is something else, such as a date."""
    scale = SCALE.match(claim, number.end())
    unit = UNIT.match(claim, (scale or number).end())
    name = find_unit(unit[1]) if unit else None
    is_clear = not scale or scale[1] not in SHORT_SCALES or bool(number["currency"]) or name in COUNTED
    if not is_clear:
        unit = name = None
    end = (unit or scale or number).end()
    if GOES_ON.match(claim, end) or not (number["currency"] or scale or unit or is_bare_quantity(claim, number)):
        return None
    value = read_value(number, SCALES[scale[1]] if scale else 1) if is_clear else None
    return Quantity(claim[number.start() : end], number.start(), end, value, name_currency(number["currency"]) or name)


def is_bare_quantity(claim: str, number: re.Match[str]) -> bool:
    """Whether a number without currency, scale and unit is a quantity: no date, no part of a name, no "the two"."""
    before, printed = claim[max(0, number.start() - BEFORE) : number.start()], number.group()
    if number["digits"]:
        is_date = YEAR.match(printed) or MONTH_BEFORE.search(before) or MONTH_BEHIND.match(claim, number.end())
        return not (is_date or (printed.startswith("0") and printed[1:2].isdigit()) or NAME_BEFORE.search(before))
    # "Erik ten Hag"
    is_name = NAME_BEFORE.search(before) and NAME_BEHIND.match(claim, number.end())
    return printed.lower() != "one" and not is_name and DETERMINED.search(before) is None


def read_value(number: re.Match[str], scale: int) -> float | int | None:
    """The value of a match of NUMBER times its scale; None where it is a range or the result of a match.

    >>> [read_value(NUMBER.match(printed), 10**6) for printed in ("1,200", "3.5", "3-5")]
    [1200000000, 3500000, None]
    """
    if number["range"]:
        return None
    if number["digits"]:
        value = Decimal(re.sub(r"[^\d.]", "", number["digits"])) * (-1 if number["minus"] else 1)
    elif number["part"]:
        *count, part = re.split(r"[-\s]", number["part"].lower())
        parts = PARTS[part if part in PARTS else part.removesuffix("s").replace("halve", "half")]
        value = Decimal(read_words(count[0]) if count else 1) / parts
    elif number["article"]:
        value = Decimal("0.5") if number["article"].lower().startswith("half") else Decimal(1)
    else:
        value = Decimal(read_words(number["words"]))
    value = round(value * scale, FRACTION_DIGITS)
    return int(value) if value == value.to_integral_value() else float(value)


def read_words(words: str) -> int:
    """The number that some words spell; "a" is one.

    >>> read_words("Two hundred and forty-one"), read_words("a")
    (241, 1)
    """
    return 1 if words.lower() in ("a", "an") else int(text2num(" ".join(words.lower().split()), "en"))


def name_currency(sign: str | None) -> str | None:
    """The name of a currency's sign or code; None without one."""
    return None if sign is None else CURRENCY_SIGNS.get(sign, sign)


@lru_cache(maxsize=1024)
def find_unit(printed: str) -> str:
    """The name of a unit; a currency of several countries as printed.

    >>> find_unit("kilometers"), find_unit("Namibian dollars")
    ('kilometre', 'Namibian dollars')
    """
    return next((name for name, pattern in UNIT_PATTERNS if pattern.fullmatch(printed)), printed)
