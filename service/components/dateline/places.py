"""The places of a dateline as printed: each city with the regions and the country behind it."""

import re
from dataclasses import dataclass

from service.components.dateline.agencies import is_known_agency, match_bare_agency
from service.components.dateline.gazetteer import Gazetteer
from service.components.dateline.loose_days import find_loose_day_end
from service.components.dateline.names import PARTICLES
from service.components.dateline.patterns import (
    match_area_in_brackets,
    match_place_joiner,
    match_slashed,
    match_small_name,
    match_word,
)
from service.components.dateline.regions import US_POSTAL_CODES
from service.components.dateline.word_lists import HELD, REGION_NOUNS
from service.extraction import TextSpan
from service.text.dates import match_date

MOST_PLACES = 8
MOST_WORDS = 7
MOST_REGION_WORDS = 3
# Abbreviations of this many letters keep their full stop: "St.", "Ft.", "Mts."
MOST_ABBREVIATED_LETTERS = 3


@dataclass(frozen=True, slots=True)
class PlaceForm:
    """A place as printed. name: the city alone. regions: what stands behind it. end: that of the last region."""

    name: TextSpan
    regions: tuple[TextSpan, ...]

    @property
    def start(self) -> int:
        """Where the city begins."""
        return self.name.start

    @property
    def end(self) -> int:
        """Where the last region, or else the city, ends."""
        return self.regions[-1].end if self.regions else self.name.end


@dataclass(frozen=True, slots=True)
class NamePart:
    """A name, with its joiner to what stands before it: ",", "/", "&", "and", "(" or "" for the first."""

    name: TextSpan
    joiner: str


def read_places(text: str, start: int, limit: int, gazetteer: Gazetteer) -> tuple[PlaceForm, ...]:
    """The places that a list of names from start gives; empty where no name begins there."""
    parts = read_name_parts(text, start, limit, gazetteer)
    places: list[PlaceForm] = []
    for part in parts:
        if places and is_region(part, places[-1], gazetteer):
            places[-1] = PlaceForm(places[-1].name, (*places[-1].regions, part.name))
        elif not places or is_further_place(part, places[0]):
            places.append(split_region(text, part.name, gazetteer))
        else:
            break
    return tuple(places)


def read_name_parts(text: str, start: int, limit: int, gazetteer: Gazetteer) -> list[NamePart]:
    """The names from start, up to the first thing that is none."""
    parts: list[NamePart] = []
    joiner = ""
    cursor = start
    while len(parts) < MOST_PLACES:
        name_end = find_name_end(text, cursor, limit, gazetteer)
        if name_end is None:
            break
        parts.append(NamePart(TextSpan.of(text, cursor, name_end), joiner))
        cursor = name_end
        bracketed = match_area_in_brackets(text, cursor, limit)
        while bracketed and is_area_in_brackets(bracketed, gazetteer):
            parts.append(NamePart(TextSpan.of(text, *bracketed.span("area")), "("))
            cursor = bracketed.end()
            bracketed = match_area_in_brackets(text, cursor, limit)
        match = match_place_joiner(text, cursor, limit)
        if match is None or is_signature(text, cursor, limit) or find_loose_day_end(text, match.end(), limit):
            break
        joiner = match["mark"] or match["stop"] or match["word"]
        cursor = match.end()
    return parts


def is_area_in_brackets(match: re.Match[str], gazetteer: Gazetteer) -> bool:
    """Whether a region or country, and no agency, stands in brackets: "Navsari (Gujarat) [India]"."""
    inside = match["area"][1:-1]
    return bool(gazetteer.find_areas(inside)) and not is_known_agency(inside)


def is_signature(text: str, start: int, limit: int) -> bool:
    """Whether a signature in slashes stands at start: "MT / ACCESSWIRE / July 13" goes on with no place."""
    first = start + 1 if text[start : start + 1] == " " else start
    match = match_slashed(text, first, limit)
    return match is not None and is_known_agency(match["inside"])


def find_name_end(text: str, start: int, limit: int, gazetteer: Gazetteer) -> int | None:
    """Where the name that begins at start ends, or None where none begins."""
    end = None
    cursor = start
    for count in range(MOST_WORDS):
        match = match_word(text, cursor, limit)
        if match is None or match_date(text, cursor, limit) or match_bare_agency(text, cursor, limit):
            break
        word = match.group()
        if count and word in REGION_NOUNS:
            return match.end()
        if not is_name_word(word, is_first=count == 0):
            break
        # "SYRIA SEEKS SUGAR ON APRIL 8" is no place.
        if not count or word.lower() not in PARTICLES:
            end = match.end()
        if word.endswith(".") and text[match.end() : match.end() + 1] != "," and not is_abbreviation(word, gazetteer):
            return match.end() - 1
        cursor = match.end() + 1
        if text[match.end() : cursor] not in (" ", "\xa0"):
            break
    return end


def is_name_word(word: str, *, is_first: bool) -> bool:
    """Whether a place's name may hold this word.

    >>> [is_name_word(word, is_first=True) for word in ("PORT-AU-PRINCE", "de", "LIMA-based")]
    [True, False, False]
    >>> is_name_word("de", is_first=False)
    True
    """
    pieces = word.replace("’", "-").replace("'", "-").split("-")
    if any(piece[:1].islower() and piece not in PARTICLES | HELD and len(piece) > 1 for piece in pieces):
        return False
    # "GRONINGEN, the Netherlands"
    return word[0].isupper() or word == "the" or (not is_first and word in PARTICLES and word != "and")


def is_abbreviation(word: str, gazetteer: Gazetteer) -> bool:
    """Whether the full stop at the end of a word belongs to it: "St.", "Calif.", "D.C."."""
    letters = word.rstrip(".")
    return "." in letters or len(letters) <= MOST_ABBREVIATED_LETTERS or bool(gazetteer.find_areas(word))


def is_region(part: NamePart, place: PlaceForm, gazetteer: Gazetteer) -> bool:
    """Whether a name tells where the place before it lies."""
    if part.joiner == "(":
        return True
    if part.joiner not in (",", "."):
        return False
    if gazetteer.find_areas(part.name.text):
        return True
    if part.joiner == ".":
        return False
    # An unknown province in ordinary letters, behind a city in capitals or one that is not itself a city's name.
    if part.name.text.isupper() or part.name.text.count(" ") >= MOST_REGION_WORDS:
        return False
    return place.name.text.isupper() or not gazetteer.has_own_name(part.name.text)


def is_further_place(part: NamePart, first: PlaceForm) -> bool:
    """Whether a name is one more place: behind a slash, or in capitals like the first."""
    if part.joiner in ("/", ";"):
        return True
    if part.joiner == ".":
        return False
    # "Dublin, Limerick and Galway – three cities" opens a sentence.
    return part.name.text.isupper() and first.name.text.isupper()


def split_region(text: str, name: TextSpan, gazetteer: Gazetteer) -> PlaceForm:
    """The place of a name, its last word taken as its region where that is a state's: "DOVER N.H.", "WASHINGTON DC"."""
    city_end = text.rfind(" ", name.start, name.end)
    if city_end > name.start and not gazetteer.has_own_name(name.text):
        last = text[city_end + 1 : name.end]
        is_state = last.endswith(".") and any(area.region_code for area in gazetteer.find_areas(last))
        if is_state or last.replace(".", "") in US_POSTAL_CODES:
            return PlaceForm(TextSpan.of(text, name.start, city_end), (TextSpan.of(text, city_end + 1, name.end),))
    return PlaceForm(name, ())


def read_small_place(text: str, start: int, limit: int, gazetteer: Gazetteer) -> tuple[PlaceForm, ...]:
    """The city that stands in small letters before a day: "panama city, april 29 -"; empty where there is none."""
    match = match_small_name(text, start, limit)
    if match is None or not match_date(text, match.end(), limit) or not gazetteer.has_own_name(match["name"]):
        return ()
    return (PlaceForm(TextSpan.of(text, *match.span("name")), ()),)
