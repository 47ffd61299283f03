"""Quotations out of linked spans and of marks, over the borders of paragraphs."""

from dataclasses import replace

import numpy as np
import pytest

from service.components.encoder.bio import WordSpan
from service.components.encoder.pieces import Pieces
from service.components.sources.attribution import LinkedAttribution
from service.components.sources.confidence import FEATURES
from service.components.sources.reported_speech import Quotation, find_quotations

SURE = dict.fromkeys(FEATURES, 0.0) | {"constant": 4.0}
UNSURE = dict.fromkeys(FEATURES, 0.0) | {"constant": -4.0}
NONE = np.zeros(0, dtype=np.int64)
TEXT = "Ms Lee said: “Nobody wanted this. The grant fell.\n“We looked everywhere.”"


def cut_words(text: str) -> Pieces:
    """The blank-separated words of text, an opening mark a word of its own."""
    starts, ends = [], []
    at = 0
    for word in text.replace("“", " “ ").split():
        starts.append(text.index(word, at))
        at = starts[-1] + len(word)
        ends.append(at)
    return Pieces(NONE, NONE, NONE, np.array(starts), np.array(ends), NONE, NONE)


def link(first: int, last: int, cue: tuple[int, int] | None) -> LinkedAttribution:
    cue_span = None if cue is None else WordSpan(*cue, "CUE", 0.9)
    return LinkedAttribution((WordSpan(first, last, "CONTENT", 0.9),), cue_span, None, 0.9, 0.9)


def read_parts(found: list[Quotation], text: str) -> list[list[str]]:
    return [[text[start:end] for start, end in quotation.content.parts] for quotation in found]


def test_whoever_says_the_first_words_within_marks_says_them_all() -> None:
    found = find_quotations(TEXT, [link(3, 7, (2, 3))], cut_words(TEXT), SURE, body=0)

    assert read_parts(found, TEXT) == [["Nobody wanted this. The grant fell.", "We looked everywhere."]]


def test_a_paragraph_that_goes_on_stays_with_its_speaker_whatever_it_is_linked_to() -> None:
    # The network's own reading of the second paragraph, tied to the cue of the first.
    linked = [link(3, 10, (2, 3)), link(10, 14, (2, 3))]

    found = find_quotations(TEXT, linked, cut_words(TEXT), SURE, body=0)

    assert read_parts(found, TEXT) == [["Nobody wanted this. The grant fell.", "We looked everywhere."]]


def test_unsure_quotations_are_left_out() -> None:
    text = "Ms Lee said that prices rose."

    assert find_quotations(text, [link(3, 6, (2, 3))], cut_words(text), UNSURE, body=0) == []
    assert len(find_quotations(text, [link(3, 6, (2, 3))], cut_words(text), SURE, body=0)) == 1


def test_a_dash_sets_the_name_of_the_speaker_behind() -> None:
    text = "It hurt.\n\n“Nobody ever asked us about it.”\n— Ana de la Cruz, nurse"

    (found,) = find_quotations(text, [], cut_words(text), SURE, body=0)

    assert found.source is not None
    assert text[slice(*found.source)] == "Ana de la Cruz"


def test_a_signed_quotation_is_no_part_of_the_one_before() -> None:
    text = "“We heard it,” said Bo.\n\n“Nobody asked.” — Ann Lee"

    linked = replace(link(1, 4, (4, 5)), contents=(link(1, 4, None).contents[0], link(7, 9, None).contents[0]))

    found = find_quotations(text, [linked], cut_words(text), SURE, body=0)

    assert read_parts(found, text)[-1] == ["Nobody asked."]
    assert found[-1].source == (text.index("Ann"), len(text))


@pytest.mark.parametrize("cue", ["did not say", "wouldn’t say", "never mentioned", "declined to say"])
def test_what_was_not_said_is_no_quotation(cue: str) -> None:
    text = f"Ms Lee {cue} that prices rose."
    words = len(cue.split())

    assert find_quotations(text, [link(2 + words, 5 + words, (2, 2 + words))], cut_words(text), SURE, body=0) == []
