"""A claim in words that can be read alone: its speaker named, its relative dates made full ones, or nothing at all."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from service.components.claims.dates import RELATIVE_DAY, is_name, resolve_relative_day
from service.extraction import Quote, QuotedSource
from service.text.calendar import MONTHS

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
find_days = re.compile(rf"(?:\bon\ )?(?:{RELATIVE_DAY.pattern})", RELATIVE_DAY.flags).finditer
# Before a day that needs no "on".
is_led = re.compile(
    r"\b(?:after|and|before|between|by|for|from|of|since|through|till|to|until)\s\Z", re.IGNORECASE
).search


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
    """A relative date in full; None where it may be more than one."""
    # "Last year's" would need another sentence.
    if claim[match.end() : match.end() + 1] in ("'", "’") or is_name(claim, match):
        return None
    value = resolve_relative_day(claim, match, published)
    if value is None:
        return None
    words = spell_date(value)
    if match["part"]:
        words = words.replace("on ", f"on the {match['part'].lower()} of ", 1)
    if is_led(claim[: match.start()]):
        return words.removeprefix("on ").removeprefix("in ")
    return words if match.start() else words[0].upper() + words[1:]


def spell_date(value: str) -> str:
    """A day, month or year of ISO 8601 as readers write it, with its preposition.

    >>> spell_date("2026-03-02"), spell_date("2026-03"), spell_date("2026")
    ('on 2 March 2026', 'in March 2026', 'in 2026')
    """
    year, *rest = value.split("-")
    month = [MONTHS[int(rest[0]) - 1]] if rest else []
    day = [str(int(rest[1]))] if len(rest) > 1 else []
    return " ".join(["on" if day else "in", *day, *month, year])


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
