"""What speaks for a name as a dateline's place: the gazetteer, the network, the name itself."""

from dataclasses import dataclass

from service.components.dateline.gazetteer import Gazetteer
from service.components.dateline.names import fold_name
from service.components.dateline.places import PlaceForm
from service.components.dateline.word_lists import DIRECTIONS, LABELS, PLACE_NOUNS

# Beside a day or a signature capitals make a place of a name of this many words: more are a heading.
MOST_WORDS_IN_CAPITALS = 4


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a form is judged by. place_starts: where the places that a network marked begin; None where none ran."""

    gazetteer: Gazetteer
    place_starts: frozenset[int] | None = None


def is_likely(place: PlaceForm, evidence: Evidence) -> bool:
    """Whether a place is one beside a signature or a day: capitals suffice."""
    name = place.name.text
    is_short = name.count(" ") < MOST_WORDS_IN_CAPITALS
    return (name.isupper() and is_short) or is_known(place, evidence) or is_marked(place, evidence)


def is_known(place: PlaceForm, evidence: Evidence) -> bool:
    """Whether the gazetteer knows the place, or the country or region behind it."""
    if any(evidence.gazetteer.find_areas(region.text) for region in place.regions):
        return True
    name = place.name.text
    direction, _, rest = name.partition(" ")
    if direction.lower() in DIRECTIONS and evidence.gazetteer.has_own_name(rest):
        return True
    return evidence.gazetteer.find_city(name) is not None or bool(evidence.gazetteer.find_areas(name))


def is_city(place: PlaceForm, evidence: Evidence, *, least_population: int) -> bool:
    """Whether a bare name is a city's: with its country or region, or large, and no network says otherwise."""
    name = place.name.text
    if place.regions:
        areas = [area for region in place.regions for area in evidence.gazetteer.find_areas(region.text)]
        # "Toyota Motor (Tokyo) - "
        is_named_so = name.isupper() or evidence.place_starts is None or is_marked(place, evidence)
        return bool(areas) and (is_named_so or evidence.gazetteer.find_city(name, tuple(areas)) is not None)
    if not evidence.gazetteer.has_own_name(name):
        return False
    city = evidence.gazetteer.find_city(name)
    if city is None:
        return False
    if name.isupper() and is_marked(place, evidence):
        return True
    is_large = city.population >= least_population or evidence.gazetteer.stands_alone(name)
    return is_large and (name.isupper() or evidence.place_starts is None or is_marked(place, evidence))


def is_place_in_capitals(place: PlaceForm, evidence: Evidence) -> bool:
    """Whether a name in capitals is a place although it may be no city."""
    if not place.name.text.isupper():
        return False
    return is_known(place, evidence) or has_place_noun(place) or is_marked(place, evidence)


def is_marked(place: PlaceForm, evidence: Evidence) -> bool:
    """Whether a network marked the name as a place."""
    return evidence.place_starts is not None and place.start in evidence.place_starts


def has_label(place: PlaceForm) -> bool:
    """Whether a name is a newsroom's label: "EXCLUSIVE", "UPDATE"."""
    return fold_name(place.name.text).partition(" ")[0] in LABELS


def is_even(place: PlaceForm, evidence: Evidence) -> bool:
    """Whether a name is all in capitals or all in ordinary letters, or a city's; "Ana Lee BRASILIA" is neither."""
    if evidence.gazetteer.has_own_name(place.name.text):
        return True
    words = [word for word in place.name.text.split() if len(word.rstrip(".")) > 2 and not word.islower()]
    return len({word.isupper() for word in words if not word.startswith(("Mc", "Mac"))}) < 2


def has_place_noun(place: PlaceForm) -> bool:
    """Whether a name says what sort of place it is: "TRUMP TOWER", "OFER PRISON"."""
    return not PLACE_NOUNS.isdisjoint(fold_name(place.name.text).split())
