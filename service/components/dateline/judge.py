"""What makes the form of a dateline a dateline: its parts, their mark, and the story behind it."""

from service.components.dateline.agencies import is_known_agency
from service.components.dateline.evidence import (
    Evidence,
    has_label,
    is_city,
    is_even,
    is_known,
    is_likely,
    is_place_in_capitals,
)
from service.components.dateline.forms import DatelineForm, Mark
from service.components.dateline.patterns import (
    find_sentence_end,
    find_turn,
    is_newsroom_in_one_word,
    match_body_start,
)
from service.components.dateline.word_lists import NEWSROOM_NOUNS
from service.extraction import TextSpan

# A paragraph of this length is the story: no dateline comes behind it.
STORY_PARAGRAPH = 700
# "Obama:" and "Clinton:" are headlines; towns of that size sign no story with their bare name.
LEAST_POPULATION_BEFORE_COLON = 200_000
LEAST_POPULATION_BEFORE_DASH = 15_000
# "Split." is a sentence.
LEAST_POPULATION_BEFORE_STOP = 1_000_000
# A headline goes on for less than this behind its colon or dash; behind a place in capitals, or one with its region, a
# story may open with a few words.
LEAST_STORY = 50
LEAST_STORY_BEHIND_CAPITALS = 12
LEAST_STORY_BEHIND_LINE = 100
DASHES: frozenset[Mark] = frozenset({"dash", "hyphen", "underline"})
# Marks that end any sentence or line.
WEAK_MARKS: frozenset[Mark] = frozenset({"none", "full_stop", "line_end"})


def is_dateline(text: str, form: DatelineForm, evidence: Evidence) -> bool:
    """Whether a form is a dateline, by its parts and what follows it."""
    if any(has_label(place) or not is_even(place, evidence) for place in form.places):
        return False
    starts_with_day = form.date is not None and form.date.start == form.start
    # "MARCH 17 PRIMARIES": a place behind the day must be a known one.
    if starts_with_day and not all(is_known(place, evidence) for place in form.places):
        return False
    if form.agency:
        return is_signed_dateline(text, form, form.agency.text, evidence)
    if form.date:
        return is_dated_dateline(text, form, form.date, evidence)
    return is_bare_dateline(text, form, evidence)


def is_signed_dateline(text: str, form: DatelineForm, agency: str, evidence: Evidence) -> bool:
    """Whether a form with an agency is a dateline."""
    is_known_name = is_known_agency(agency)
    is_named_so = is_known_name or is_newsroom_in_one_word(agency) is not None
    if not has_story(text, form, least=1) or (form.mark in WEAK_MARKS and not is_named_so):
        return False
    # "DON LEMON, CNN: So we are back" is a speaker, "AP: Sources say" a headline.
    if not form.is_signed and not form.date and form.mark not in DASHES:
        return False
    if form.places:
        is_right = is_likely if is_known_name or form.date else is_known
        is_speaker = form.mark == "colon" and not is_known_name and not form.date
        return not is_speaker and all(is_right(place, evidence) for place in form.places)
    if form.date:
        return True
    if not form.is_signed:
        return has_story(text, form, least=LEAST_STORY)
    return is_named_so or "." in agency or (form.mark not in WEAK_MARKS and is_newsroom(agency))


def is_newsroom(agency: str) -> bool:
    """Whether a signature that no list knows is one word, or ends as newsrooms' names do: "Hill Country News"."""
    is_one_word = agency.isalnum() and not agency.isdigit() and len(agency) > 2
    return is_one_word or agency.rpartition(" ")[2].lower() in NEWSROOM_NOUNS


def is_dated_dateline(text: str, form: DatelineForm, day: TextSpan, evidence: Evidence) -> bool:
    """Whether a form with a day and no agency is a dateline."""
    if not form.places:
        # "Feb. 23, 2015 -- ", while "March 3 - " may open any sentence.
        return form.mark == "dash" and has_year(day.text) and has_story(text, form, least=LEAST_STORY)
    if form.mark in WEAK_MARKS:
        # "BEIRUT, Lebanon, June 2. "
        is_capital = all(place.name.text.isupper() for place in form.places)
        is_sure = has_year(day.text) or (form.mark == "full_stop" and is_capital)
        return is_sure and all(is_known(place, evidence) for place in form.places)
    # "JAPAN CUTS RATES MARCH 3 - SOURCES" is a headline.
    is_glued = text[form.places[-1].end : day.start].isspace()
    is_right = is_known if is_glued else is_likely
    return all(is_right(place, evidence) for place in form.places)


def is_bare_dateline(text: str, form: DatelineForm, evidence: Evidence) -> bool:
    """Whether a form that is only places and a mark is a dateline."""
    if form.mark == "line_end":
        return is_line_of_its_own(text, form, evidence)
    if form.mark == "full_stop":
        return is_sentence_of_its_own(text, form, evidence)
    is_capital = all(place.name.text.isupper() for place in form.places)
    if form.mark == "colon" and is_capital and is_transcript(text, form):
        return False
    if form.mark in DASHES:
        if form.mark == "hyphen" and not is_parted(text, form):
            return False
        is_sure = is_capital or all(place.regions for place in form.places)
        least_population = LEAST_POPULATION_BEFORE_DASH
    elif is_capital or has_sentence(text, form):
        is_sure = False
        least_population = LEAST_POPULATION_BEFORE_COLON
    else:
        return False
    if not has_story(text, form, least=LEAST_STORY_BEHIND_CAPITALS if is_sure else LEAST_STORY):
        return False
    return all(
        is_city(place, evidence, least_population=least_population)
        or (is_sure and is_place_in_capitals(place, evidence))
        for place in form.places
    )


def is_line_of_its_own(text: str, form: DatelineForm, evidence: Evidence) -> bool:
    """Whether a city in capitals is all of its line, between a byline and the story: "COLOMBO"."""
    place = form.places[0]
    return (
        len(form.places) == 1
        and form.start > 0
        and place.name.text.isupper()
        and is_city(place, evidence, least_population=LEAST_POPULATION_BEFORE_COLON)
        and has_story(text, form, least=LEAST_STORY_BEHIND_LINE)
    )


def is_sentence_of_its_own(text: str, form: DatelineForm, evidence: Evidence) -> bool:
    """Whether a large city opens the article before a full stop, as in the Jakarta Globe: "Jakarta. Indonesia has"."""
    return (
        form.start == 0
        and len(form.places) == 1
        and is_city(form.places[0], evidence, least_population=LEAST_POPULATION_BEFORE_STOP)
        and has_story(text, form, least=LEAST_STORY_BEHIND_LINE)
    )


def is_transcript(text: str, form: DatelineForm) -> bool:
    """Whether other lines near a form open with a speaker: then "NELSON: " is one too."""
    first, last = max(0, form.start - STORY_PARAGRAPH), form.start + STORY_PARAGRAPH
    return any(turn.start() != form.start for turn in find_turn(text, first, last))


def is_parted(text: str, form: DatelineForm) -> bool:
    """Whether a hyphen has a blank beside it, or closes a region: "SALEM, Ore.-Ten years", not "U.S.-Japan trade"."""
    has_blank = text[form.end].isspace() or text[form.body : form.body + 1].isspace()
    return has_blank or bool(form.places[-1].regions)


def has_sentence(text: str, form: DatelineForm) -> bool:
    """Whether what follows ends like a sentence; headlines have no full stop."""
    limit = min(len(text), form.body + STORY_PARAGRAPH)
    end = text.find("\n", form.body, limit)
    return find_sentence_end(text, form.body, limit if end < 0 else end) is not None


def has_year(day: str) -> bool:
    """Whether a printed day has its year."""
    return day[-4:].isdigit()


def has_story(text: str, form: DatelineForm, *, least: int) -> bool:
    """Whether the story goes on behind a form: with a capital, and with least characters in its paragraph."""
    match = match_body_start(text, form.body)
    if match is None or match["first"].islower():
        return False
    end = text.find("\n", match.end(), match.end() + least)
    return end < 0 and len(text) - match.end() >= least


def is_signed_place(form: DatelineForm, evidence: Evidence) -> bool:
    """Whether a form within a line is signed by a known agency, and its places are in capitals and known."""
    is_signed = form.agency is not None and is_known_agency(form.agency.text)
    # "SEOUL, Nov 26 AFP -"
    return is_signed and (form.is_signed or form.date is not None) and has_known_capitals(form, evidence)


def has_known_capitals(form: DatelineForm, evidence: Evidence) -> bool:
    """Whether the places of a form are in capitals and known, and so are their regions: no "LEE, Daily Post LIMA"."""
    return all(
        place.name.text.isupper()
        and is_known(place, evidence)
        and all(evidence.gazetteer.find_areas(region.text) for region in place.regions)
        for place in form.places
    )
