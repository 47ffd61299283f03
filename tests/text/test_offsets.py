"""Offsets in every unit, against encodings whose units they are."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from service.text.offsets import OFFSET_UNITS, index_offsets
from tests.formats.texts import hard_texts

ENCODINGS = {"code_point": ("utf-32-le", 4), "utf16": ("utf-16-le", 2), "utf8": ("utf-8", 1)}
# Any text that can be encoded at all.
texts = hard_texts() | st.text(st.characters(exclude_categories=["Cs"]))


@pytest.mark.parametrize("unit", OFFSET_UNITS)
@given(text=texts)
@settings(max_examples=50, deadline=None)
def test_an_offset_is_how_much_encoded_text_stands_before_it(unit, text):
    encoding, size = ENCODINGS[unit]

    assert list(index_offsets(text, unit)) == [
        len(text[:position].encode(encoding)) // size for position in range(len(text) + 1)
    ]


@pytest.mark.parametrize("unit", OFFSET_UNITS)
@given(data=st.data(), text=texts)
@settings(max_examples=50, deadline=None)
def test_every_stretch_of_a_text_is_the_same_stretch_in_every_unit(unit, data, text):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    encoding, size = ENCODINGS[unit]
    offsets = index_offsets(text, unit)

    assert text.encode(encoding)[offsets[start] * size : offsets[end] * size].decode(encoding) == text[start:end]
