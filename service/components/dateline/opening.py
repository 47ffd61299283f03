"""The part of a Doc in which a dateline may stand. To read it costs the same however long the article is."""

from dataclasses import dataclass

from spacy.tokens import Doc

from service.components.article_text import read_text
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
    """The opening of doc: whole tokens, up to the first that begins behind MOST_CHARACTERS.

    The entities are read off the tokens: spaCy makes a list of all those of the Doc at each look at them.
    """
    end: int | None = None
    labels = {doc.vocab.strings[label] for label in PLACE_LABELS}
    bounds: list[tuple[int, int]] = []
    for token in doc:
        start = token.idx
        if start >= MOST_CHARACTERS:
            end = start
            break
        if token.ent_type not in labels:
            continue
        if token.ent_iob_ == "B":
            bounds.append((start, start + len(token)))
        elif bounds:
            bounds[-1] = (bounds[-1][0], start + len(token))
    text = read_text(doc)[:end]
    is_marked = any(token.ent_iob_ for token in doc[:1])
    return Opening(text, tuple(TextSpan.of(text, *bound) for bound in bounds) if is_marked else None)
