"""An organisation and somebody of it whose names were read as one: "the envoy to the UN Linda Lee"."""

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Span

from service.components.article_text import read_text
from service.components.given_names import fold_given_name, load_given_names
from service.components.organisations.kinds import ListedNames
from service.components.organisations.patterns import GENERIC_NOUNS

# Before the organisation that somebody's title ends with.
is_of_body = re.compile(r"\b(?:at|for|from|of|to|with)\s(?:the\s)?$").search
REACH = 12
# How many words a person's name has.
FEWEST, MOST = 2, 4
is_capital = re.compile(r"[^\W\d_a-z]").match


def part_names(doc: Doc, listed: ListedNames) -> None:
    """Part in doc's entities what is a well-known organisation's name and that of a person behind it."""
    text = read_text(doc)
    # spaCy builds them anew from all tokens each time that they are asked for.
    entities = doc.ents
    parted = [part for ent in entities for part in part_name(doc, text, ent, listed)]
    if len(parted) > len(entities):
        doc.ents = tuple(parted)


def part_name(doc: Doc, text: str, ent: Span, listed: ListedNames) -> Iterator[Span]:
    """The entity, or the two that it is."""
    border = find_border(text, ent.start_char, ent.end_char, listed) if ent.label_ in ("ORG", "PERSON") else None
    if border is not None:
        before = doc.char_span(ent.start_char, border, label="ORG")
        behind = doc.char_span(border + 1, ent.end_char, label="PERSON")
        if before is not None and behind is not None:
            yield before
            yield behind
            return
    yield ent


def find_border(text: str, start: int, end: int, listed: ListedNames) -> int | None:
    """Where a well-known organisation's name ends that begins at start, if a person's follows up to end.

    >>> listed = ListedNames({"un": "international", "uc davis": "education"})
    >>> text = "China's envoy to the UN Fu Cong"
    >>> text[21 : find_border(text, 21, 31, listed)]
    'UN'
    >>> text = "director of the UN Sally Trust"
    >>> find_border(text, 16, 30, listed) is None
    True
    """
    if text.count(" ", start, end) < FEWEST or not is_of_body(text, max(0, start - REACH), start):
        return None
    border = listed.find_end(text, start)
    if border is None or text[border : border + 1] != " ":
        return None
    words = text[border:end].split()
    if not FEWEST <= len(words) <= MOST or not all(is_capital(word) for word in words):
        return None
    is_person = fold_given_name(words[0]) in load_given_names() and words[-1].casefold() not in GENERIC_NOUNS
    return border if is_person else None
