"""A claim in words that can be read alone: its speaker named, its relative dates made full ones, or nothing at all."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from service.extraction import Quote, QuotedSource
from service.text.calendar import MONTHS, WEEKDAYS

# A speaker is named by a quotation's source only where that quotation is as sure as this; by its calibration four in
# five are then right in words and source, and most of the others are wrong in their words alone.
LEAST_CONFIDENCE = 0.8
# Words that stand for something said before, or for whoever speaks.
find_pointing = re.compile(
    r"""
      \b(?: he | she | it | they | we | I | you | him | her | them | us | his | hers | its | their | our | my | your
        | this | these | those | here | such | former | latter | ago | later | earlier | afterwards | then )\b
    | \A[Tt]hat\b
    | \bthe\ (?:same | two | three | pair | trio
        | agency | agreement | authority | bank | club | company | committee | commission | council | court | deal
        | department | firm | group | institute | lender | maker | minister | ministry | official | officials
        | organi[sz]ation | panel | party | president | regulator | report | spokesman | spokesperson | spokeswoman
        | study | team | union | university )\b
    """,
    re.VERBOSE | re.IGNORECASE,
).search
find_days = re.compile(
    r"""
      \b(?:this | last | next | past | coming | previous | following)\ (?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day
        | January | February | March | April | May | June | July | August | September | October | November
        | December)\b
    | \b(?:Ash | Black | Bloody | Cyber | Easter | Fat | Giving | Good | Palm | Shrove | Super)\ \w+day\b
    | (?:\bon\ )?\b(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b(?:\ (?P<part>morning|afternoon|evening))?
    | \b(?P<day>tonight | yesterday | tomorrow)\b
    | \btoday\b
    | \b(?P<which>this | last | next)\ (?P<span>year | month)\b
    | \b(?:this | last | next | earlier\ this | later\ this)\ (?:week | quarter | spring | summer | autumn | fall
        | winter | morning | afternoon | evening)\b
    """,
    re.VERBOSE | re.IGNORECASE,
).finditer
# Before a day that needs no "on".
is_led = re.compile(
    r"\b(?:after|and|before|between|by|for|from|of|since|through|till|to|until)\s\Z", re.IGNORECASE
).search
# A name that begins with a day: "Sunday Times".
is_title = re.compile(r"\s[A-Z]").match
# What tells that a weekday lies behind.
is_past = re.compile(
    r"\b(?:was|were|had|did|said|told|rose|fell|won|lost|met|began|came|went|made|took|gave|found|sold|bought|\w{3,}ed)\b"
).search
STEPS = {"last": -1, "this": 0, "next": 1}
DAY_STEPS = {"yesterday": -1, "tonight": 0, "tomorrow": 1}


@dataclass(frozen=True, slots=True)
class Replacement:
    """Words to put in the place of start to end of a claim."""

    start: int
    end: int
    words: str


def spell_standalone(
    claim: str, start: int, owner: tuple[QuotedSource, Quote] | None, published: date | None
) -> str | None:
    """The claim with its speaker's full name and full dates; None where a word in it cannot be resolved for certain.

    start: the claim's offset in the article. owner: whose claim it is, and the quotation.

    >>> day = date(2026, 3, 4)
    >>> spell_standalone("Acme closed two plants on Monday.", 0, None, day)
    'Acme closed two plants on 2 March 2026.'
    >>> spell_standalone("Sales fell by a third last year.", 0, None, day)
    'Sales fell by a third in 2025.'
    >>> spell_standalone("It closed two plants.", 0, None, day), spell_standalone("Acme met on Monday.", 0, None, None)
    (None, None)
    """
    replacements = list(name_speaker(claim, start, owner))
    for match in find_days(claim):
        words = None if published is None else spell_day(claim, match, published)
        if words is None:
            return None
        replacements.append(Replacement(*match.span(), words))
    spelled = replace_words(claim, replacements)
    return None if find_pointing(blank_out(claim, replacements)) else spelled


def name_speaker(claim: str, start: int, owner: tuple[QuotedSource, Quote] | None) -> Iterator[Replacement]:
    """The full name for the words that name the speaker, where they stand in the claim and the source is sure."""
    if owner is None:
        return
    source, quote = owner
    speaker = quote.speaker
    if speaker is None or source.name is None or source.kind == "unnamed" or quote.confidence < LEAST_CONFIDENCE:
        return
    first, last = speaker.start - start, speaker.end - start
    if first >= 0 and last <= len(claim) and source.name.casefold() not in speaker.text.casefold():
        yield Replacement(first, last, source.name)


def spell_day(claim: str, match: re.Match[str], published: date) -> str | None:
    """A relative date in full; None where it may be more than one, as "today" is often "nowadays"."""
    # "Last year's" would need another sentence.
    if claim[match.end() : match.end() + 1] in ("'", "’"):
        return None
    words = None
    if match["weekday"] and is_past(claim) and not is_title(claim, match.end()):
        back = (published.weekday() - WEEKDAYS.index(match["weekday"].capitalize())) % 7
        day = spell_date(published - timedelta(days=back))
        words = f"on the {match['part'].lower()} of {day}" if match["part"] else f"on {day}"
    elif match["day"]:
        words = f"on {spell_date(published + timedelta(days=DAY_STEPS[match['day'].lower()]))}"
    elif match["span"]:
        words = spell_span(match["span"].lower(), STEPS[match["which"].lower()], published)
    if words is None:
        return None
    if is_led(claim[: match.start()]):
        return words.removeprefix("on ").removeprefix("in ")
    return words if match.start() else words[0].upper() + words[1:]


def spell_span(span: str, step: int, published: date) -> str:
    """The year or month that lies step years or months from that of publication."""
    if span == "year":
        return f"in {published.year + step}"
    months = published.year * 12 + published.month - 1 + step
    return f"in {MONTHS[months % 12]} {months // 12}"


def spell_date(day: date) -> str:
    """A day as readers write it."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def replace_words(claim: str, replacements: Iterable[Replacement]) -> str:
    """The claim with its replacements, blanks of one line."""
    for replacement in sorted(replacements, key=find_replaced, reverse=True):
        claim = claim[: replacement.start] + replacement.words + claim[replacement.end :]
    return " ".join(claim.split())


def blank_out(claim: str, replacements: Iterable[Replacement]) -> str:
    """The claim without what is replaced."""
    return replace_words(claim, (Replacement(replaced.start, replaced.end, "") for replaced in replacements))


def find_replaced(replacement: Replacement) -> int:
    """Where a replacement begins."""
    return replacement.start
