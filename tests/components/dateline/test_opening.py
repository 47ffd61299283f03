"""How much of a Doc is looked at, and which places are seen in it."""

import pytest
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from service.components.dateline.opening import MOST_CHARACTERS, read_opening


def build_doc(words: list[str]) -> Doc:
    """A Doc of words with blanks between them."""
    return Doc(Vocab(), words=words)


def test_an_opening_is_the_whole_of_a_short_text() -> None:
    doc = build_doc(["Lima", "lies", "low"])

    assert read_opening(doc).text == doc.text
    assert read_opening(build_doc([])).text == ""


@pytest.mark.parametrize("size", [MOST_CHARACTERS, 10 * MOST_CHARACTERS])
def test_an_opening_ends_with_a_whole_token(size: int) -> None:
    doc = build_doc(["pier"] * (size // 5) + ["Lima"])
    text = read_opening(doc).text

    assert text == doc.text[: len(text)]
    assert MOST_CHARACTERS <= len(text) < MOST_CHARACTERS + 5


def test_the_places_that_a_network_marked() -> None:
    doc = build_doc(["New", "York", "Lima", "met", "Ana", "Lee"])
    doc.set_ents([Span(doc, 0, 2, label="LOC"), Span(doc, 2, 3, label="FAC"), Span(doc, 4, 6, label="PERSON")])

    places = read_opening(doc).places
    assert places is not None
    assert [(place.text, place.start) for place in places] == [("New York", 0), ("Lima", 9)]


def test_no_place_is_not_the_same_as_no_network() -> None:
    doc = build_doc(["Ana", "Lee"])
    before = read_opening(doc).places
    doc.set_ents([])

    assert before is None
    assert read_opening(doc).places == ()
