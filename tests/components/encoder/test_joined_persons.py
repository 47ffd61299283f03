"""Persons whose names touch."""

import numpy as np
import pytest

from service.components.encoder.annotate import join_persons
from service.components.encoder.bio import WordSpan
from service.components.encoder.pieces import Ints


def read_words(text: str, words: list[str]) -> tuple[Ints, Ints]:
    """Where the words of text start and end, in order."""
    starts: list[int] = []
    for word in words:
        starts.append(text.index(word, starts[-1] + 1 if starts else 0))
    return np.array(starts), np.array([start + len(word) for start, word in zip(starts, words, strict=True)])


@pytest.mark.parametrize(
    ("between", "types", "expected"),
    [
        (" ", ("PERSON", "PERSON"), [(0, 2)]),
        ("\u00a0", ("PERSON", "PERSON"), [(0, 2)]),
        ("\n", ("PERSON", "PERSON"), [(0, 1), (1, 2)]),
        (" ", ("ORG", "PERSON"), [(0, 1), (1, 2)]),
        (" ", ("ORG", "ORG"), [(0, 1), (1, 2)]),
    ],
)
def test_only_a_blank_between_two_persons_makes_one_of_them(
    between: str, types: tuple[str, str], expected: list[tuple[int, int]]
) -> None:
    text = f"Abdi{between}Warsame"
    spans = [WordSpan(0, 1, types[0], 0.9), WordSpan(1, 2, types[1], 0.6)]
    joined = join_persons(text, spans, *read_words(text, ["Abdi", "Warsame"]))
    assert [(span.first, span.last) for span in joined] == expected
    assert joined[-1].probability == 0.6


def test_a_word_between_two_persons_keeps_them_apart() -> None:
    text = "Abdi and Warsame"
    spans = [WordSpan(0, 1, "PERSON", 0.9), WordSpan(2, 3, "PERSON", 0.6)]
    assert join_persons(text, spans, *read_words(text, ["Abdi", "and", "Warsame"])) == spans
