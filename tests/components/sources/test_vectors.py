"""What the vectors of words and names tell, from a table made by hand."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest

from service.components.encoder.heads import COLUMN_COUNT, VECTOR_LENGTH, find_columns
from service.components.encoder.pieces import Pieces
from service.components.encoder.scores import WordScores
from service.components.sources.cast import Name
from service.components.sources.vectors import MentionVectors, sum_likeness

# Acme met Bolt Ltd. It left.
STARTS = np.array([0, 5, 9, 14, 19, 22])
ENDS = np.array([4, 8, 13, 18, 21, 26])
ACME, BOLT, AGAIN = Name("Acme", 0, 4, 0), Name("Bolt Ltd.", 9, 18, 1), Name("Acme", 0, 4, 0)
IT = (19, 21)


def build_vectors(nobody: float, windows: Sequence[tuple[int, int]] = ((0, 6),)) -> MentionVectors:
    """Vectors by which "it" means a name as far as the words of it say: Acme 2, Bolt 4 and Ltd. 0."""
    table = np.zeros((6, COLUMN_COUNT), dtype=np.float32)
    anaphors, antecedents = find_columns("anaphors").start, find_columns("antecedents").start
    table[4, [anaphors, anaphors + 3]] = nobody, VECTOR_LENGTH**0.5
    table[[0, 2, 3], antecedents + 3] = 2, 4, 0
    # The first dimension of a name says nothing.
    table[:, antecedents] = 100
    numbers = np.arange(6)
    pieces = Pieces(numbers, numbers, numbers, STARTS, ENDS, numbers * 0, numbers >= 0)
    return MentionVectors(WordScores(pieces, numbers, table), windows)


def test_a_name_goes_with_words_as_its_own_words_do_on_average() -> None:
    likeness = build_vectors(0.5).compare("anaphors", IT)
    assert likeness([ACME, BOLT]).tolist() == pytest.approx([1.5, 1.5])


def test_any_of_a_bearers_names_may_be_meant() -> None:
    odds = sum_likeness([ACME, BOLT, AGAIN], build_vectors(0.0).compare("anaphors", IT))
    assert odds == pytest.approx({0: 2 + np.log(2), 1: 2.0})


def test_other_relations_have_vectors_of_their_own() -> None:
    assert build_vectors(0.0).compare("members", IT)([ACME, BOLT]).tolist() == [0, 0]


def test_names_read_in_another_window_are_not_compared() -> None:
    likeness = build_vectors(0.0, [(0, 2), (2, 6)]).compare("anaphors", IT)
    assert likeness([BOLT]).tolist() == [2.0]
    assert sum_likeness([ACME, BOLT, AGAIN], likeness) == {1: 2.0}


def test_windows_are_those_of_the_network() -> None:
    scores = build_vectors(0.0).scores
    assert scores is not None
    scores = replace(scores, window=64)
    assert list(MentionVectors.of(scores).windows) == [(0, 6)]


def test_nothing_is_known_without_words_or_without_a_network() -> None:
    for likeness in (MentionVectors().compare("anaphors", IT), build_vectors(1.0).compare("anaphors", (18, 19))):
        assert np.isnan(likeness([ACME, BOLT])).all()
        assert sum_likeness([ACME, BOLT], likeness) == {}


def test_no_names_have_no_likeness() -> None:
    assert sum_likeness([], build_vectors(0.0).compare("anaphors", IT)) == {}
