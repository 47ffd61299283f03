"""The part of a Doc in which a dateline may stand. To read it costs the same however long the article is."""

from dataclasses import dataclass

from spacy.tokens import Doc, Span

from service.extraction import TextSpan

# The lines in which grammar.py looks begin within 2,500 characters; a dateline and what must be known of the story
# behind it take fewer than 1,000.
MOST_CHARACTERS = 4000
PLACE_LABELS = frozenset({"FAC", "LOC"})


@dataclass(frozen=True, slots=True)
class Opening:
    """The text of an opening, and the places that a network marked in it; None where none ran."""

    text: str
    places: tuple[TextSpan, ...] | None


def read_opening(doc: Doc) -> Opening:
    """The opening of doc: whole tokens, up to the first that begins behind MOST_CHARACTERS."""
    count = 0
    for token in doc:
        if token.idx >= MOST_CHARACTERS:
            break
        count += 1
    opening = doc[:count]
    return Opening(opening.text_with_ws, list_places(opening))


def list_places(opening: Span) -> tuple[TextSpan, ...] | None:
    """The places among the entities of an opening that starts its Doc; None where no component marked entities.

    Read off the tokens: spaCy makes a list of all entities of the Doc at each look at them.
    """
    if not any(token.ent_iob_ for token in opening[:1]):
        return None
    bounds: list[tuple[int, int]] = []
    for token in opening:
        if token.ent_type_ not in PLACE_LABELS:
            continue
        end = token.idx + len(token)
        if token.ent_iob_ == "B":
            bounds.append((token.idx, end))
        elif bounds:
            bounds[-1] = (bounds[-1][0], end)
    text = opening.text
    return tuple(TextSpan.of(text, start, end) for start, end in bounds)
