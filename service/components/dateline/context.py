"""Which countries and regions the story names behind its dateline: what settles a city that has namesakes."""

from spacy.tokens import Doc

from service.components.dateline.gazetteer import Area, Gazetteer

# What the first two paragraphs of a story hold.
MOST_CONTEXT = 600
PLACE_LABELS = frozenset({"FAC", "LOC"})


def find_named_areas(doc: Doc, start: int, gazetteer: Gazetteer) -> tuple[Area, ...]:
    """The countries and regions among the places that a network marked from start on, in order of the text.

    A region whose name is first of all a city's says nothing: "Washington" is seldom the state.
    """
    areas: dict[Area, None] = {}
    for ent in doc.ents:
        if start <= ent.start_char < start + MOST_CONTEXT and ent.label_ in PLACE_LABELS:
            is_city = gazetteer.stands_alone(ent.text)
            for area in gazetteer.find_areas(ent.text):
                if area.region_code is None or not is_city:
                    areas[area] = None
    return tuple(areas)
