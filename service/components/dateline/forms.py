"""What stands in a line where a dateline may stand: places, day, hour and signature, and the mark that ends them."""

import re
from dataclasses import dataclass
from typing import Literal

from service.components.dateline.agencies import (
    is_known_agency,
    is_newsroom_shape,
    is_photo_credit,
    match_bare_agency,
    match_relayed_agency,
)
from service.components.dateline.gazetteer import Gazetteer
from service.components.dateline.loose_days import find_loose_day_end
from service.components.dateline.names import fold_name
from service.components.dateline.patterns import (
    match_body_start,
    match_bracketed,
    match_full_stop,
    match_item_joiner,
    match_line_end,
    match_separator,
    match_slashed,
    match_time,
)
from service.components.dateline.places import PlaceForm, read_places, read_small_place
from service.components.dateline.word_lists import LABELS
from service.extraction import TextSpan
from service.text.dates import match_date

# No dateline of the 1,481 that were read is longer than 160 characters.
MOST_CHARACTERS = 220
MOST_ITEMS = 6
Mark = Literal["dash", "hyphen", "underline", "colon", "pipe", "slash", "full_stop", "line_end", "none"]
MARKS: tuple[Mark, ...] = ("dash", "hyphen", "underline", "colon", "pipe", "slash")
DASHES = frozenset("-–—―")
find_date_in_signature = re.compile(r"\s[-–—]\s|,\s").search


@dataclass(frozen=True, slots=True)
class Item:
    """One part of a dateline. agency: the name within its marks. is_signed: brackets or slashes stand around it."""

    start: int
    end: int
    places: tuple[PlaceForm, ...] = ()
    date: TextSpan | None = None
    agency: TextSpan | None = None
    is_signed: bool = False


@dataclass(frozen=True, slots=True)
class DatelineForm:
    """The parts of a dateline by their form alone. body: where the story goes on, behind the mark."""

    start: int
    end: int
    body: int
    mark: Mark
    places: tuple[PlaceForm, ...]
    date: TextSpan | None
    agency: TextSpan | None
    is_signed: bool


def read_forms(text: str, start: int, gazetteer: Gazetteer) -> list[DatelineForm]:
    """The forms that begin at start and end in a mark, the longest first; empty where there is none."""
    items = read_items(text, start, min(len(text), start + MOST_CHARACTERS), gazetteer)
    forms = []
    for count in range(len(items), 0, -1):
        form = end_form(text, items[:count])
        if form is not None:
            forms.append(form)
    return forms


def read_whole_form(text: str, start: int, end: int, gazetteer: Gazetteer) -> DatelineForm | None:
    """The dateline from start to end, or None where the parts that begin there end elsewhere."""
    for form in read_forms(text, start, gazetteer):
        if form.end == end:
            return form
    return None


def read_items(text: str, start: int, limit: int, gazetteer: Gazetteer) -> list[Item]:
    """The parts that follow one another from start, in order."""
    items: list[Item] = []
    cursor = start
    while len(items) < MOST_ITEMS:
        item = read_item(text, cursor, limit, items, gazetteer)
        if item is None:
            break
        items.append(item)
        joiner = match_item_joiner(text, item.end, limit)
        cursor = joiner.end() if joiner else item.end
    return items


def read_item(text: str, start: int, limit: int, items: list[Item], gazetteer: Gazetteer) -> Item | None:
    """The part that begins at start and can follow items, or None."""
    day = read_day(text, start, limit, items)
    if day is not None:
        return day
    hour = match_time(text, start, limit)
    if hour and items:
        return Item(start, hour.end())
    signature = read_signature(text, start, limit, items, gazetteer)
    if signature is not None:
        return signature
    relayed = match_relayed_agency(text, start, limit)
    if relayed and not items and is_known_agency(relayed["agency"]):
        return Item(start, relayed.end(), agency=TextSpan.of(text, *relayed.span("agency")))
    bare = match_bare_agency(text, start, limit)
    # Behind a dash the story has begun: "LONDON, March 2 - Reuters Holdings Plc said".
    if bare and not (items and has_dash(text, items[-1].end, start)):
        return Item(start, bare.end(), agency=TextSpan.of(text, start, bare.end()))
    if any(item.places for item in items):
        return None
    places = read_places(text, start, limit, gazetteer)
    if not items:
        places = read_small_place(text, start, limit, gazetteer) or places
    return Item(start, places[-1].end, places=places) if places else None


def read_day(text: str, start: int, limit: int, items: list[Item]) -> Item | None:
    """The day that begins at start, or None; one that is a day only behind a place where there is a place."""
    if any(item.date for item in items):
        return None
    match = match_date(text, start, limit)
    end = match.end() if match else None
    if end is None and items and items[-1].places:
        end = find_loose_day_end(text, start, limit)
    return Item(start, end, date=TextSpan.of(text, start, end)) if end else None


def has_dash(text: str, start: int, end: int) -> bool:
    """Whether a dash stands between start and end."""
    return not DASHES.isdisjoint(text[start:end])


def read_signature(text: str, start: int, limit: int, items: list[Item], gazetteer: Gazetteer) -> Item | None:
    """The agency, the day or both that stand in brackets or slashes at start, or None."""
    match = match_bracketed(text, start, limit) or match_slashed(text, start, limit)
    if match is None:
        return None
    inside_start, inside_end = match.span("inside")
    # "/ ACCESSWIRE /" closes with a separator, "/PRNewswire/" with a part of the signature.
    end = inside_end if match.group().endswith(" /") else match.end()
    day = match_date(text, inside_start, inside_end)
    if day and day.end() == inside_end:
        return Item(start, end, date=TextSpan.of(text, inside_start, inside_end))
    agency_end, date = inside_end, None
    # "(Newsfile Corp. - September 24, 2025)"
    joint = find_date_in_signature(text, inside_start, inside_end)
    if joint:
        day = match_date(text, joint.end(), inside_end)
        if day and day.end() == inside_end:
            agency_end, date = joint.start(), TextSpan.of(text, joint.end(), inside_end)
    agency = TextSpan.of(text, inside_start, agency_end)
    # "(@AP) October 2" signs a tweet.
    if agency.text.startswith("@") or is_photo_credit(agency.text) or fold_name(agency.text) in LABELS:
        return None
    # Behind a place a region may stand in brackets, behind a day only a signature.
    is_area = not any(item.date for item in items) and bool(gazetteer.find_areas(agency.text))
    is_newsroom = is_newsroom_shape(agency.text) and not is_area and not gazetteer.stands_alone(agency.text)
    if not is_known_agency(agency.text) and not is_newsroom:
        return None
    return Item(start, end, date=date, agency=agency, is_signed=True)


def end_form(text: str, items: list[Item]) -> DatelineForm | None:
    """The form that these parts and the mark behind them make, or None where no mark ends them."""
    end = items[-1].end
    dates = [item.date for item in items if item.date]
    agencies = [item for item in items if item.agency]
    is_signed = bool(agencies) and agencies[-1] is items[-1]
    ending = read_ending(text, end, is_dated=bool(dates), is_signed=is_signed, is_single=len(items) == 1)
    if ending is None:
        return None
    mark, body = ending
    if match_body_start(text, body) is None or (mark == "slash" and not agencies):
        return None
    return DatelineForm(
        start=items[0].start,
        end=end,
        body=body,
        mark=mark,
        places=tuple(place for item in items for place in item.places),
        date=dates[0] if dates else None,
        agency=agencies[-1].agency if agencies else None,
        is_signed=any(item.is_signed for item in agencies),
    )


def read_ending(text: str, end: int, *, is_dated: bool, is_signed: bool, is_single: bool) -> tuple[Mark, int] | None:
    """The mark that ends a dateline at end, and where the story goes on; None where the line just goes on."""
    separator = match_separator(text, end)
    if separator is not None:
        mark = next(mark for mark in MARKS if separator[mark])
        return (mark, separator.end()) if mark != "hyphen" or is_free_hyphen(text, separator) else None
    stop = match_full_stop(text, end)
    if stop and (is_dated or is_signed or is_single):
        return "full_stop", stop.end()
    line_end = match_line_end(text, end)
    if line_end:
        return "line_end", line_end.end()
    return ("none", end) if is_signed else None


def is_free_hyphen(text: str, separator: re.Match[str]) -> bool:
    """Whether a hyphen parts dateline and story, and joins no words: "PARIS-based" is one word.

    >>> [is_free_hyphen(text, match_separator(text, 4)) for text in ("LIMA - The", "LIMA-based")]
    [True, False]
    """
    start, end = separator.span("hyphen")
    follows_letter = text[start - 1].isalnum()
    precedes_letter = end < len(text) and text[end].isalnum()
    return not (follows_letter and precedes_letter)
