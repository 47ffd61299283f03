"""Which countries and regions the story names behind its dateline: what settles a city that has namesakes."""

from collections.abc import Iterable

from service.components.dateline.gazetteer import Area, Gazetteer
from service.extraction import TextSpan

# What the first two paragraphs of a story hold.
MOST_CONTEXT = 600


def find_named_areas(places: Iterable[TextSpan], start: int, gazetteer: Gazetteer) -> tuple[Area, ...]:
    """The countries and regions among the places that begin near start, behind it, in order of the text.

    A region whose name is first of all a city's says nothing: "Washington" is seldom the state.
    """
    areas: dict[Area, None] = {}
    for place in places:
        if start <= place.start < start + MOST_CONTEXT:
            is_city = gazetteer.stands_alone(place.text)
            for area in gazetteer.find_areas(place.text):
                if area.region_code is None or not is_city:
                    areas[area] = None
    return tuple(areas)
