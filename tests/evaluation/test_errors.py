"""How mistakes are put into groups, and that groups are shown as they are counted."""

import numpy as np
import pytest

from evaluation.errors import (
    Mistake,
    compare_entities,
    compare_letters,
    compare_sources,
    find_entity_mistakes,
    quote_context,
    spell_mistakes,
)
from evaluation.readings import CorpusReadings, Reading
from evaluation.scores.entities import Entity
from evaluation.scores.quoted_sources import ScoredQuote
from service.components.encoder.pieces import Pieces
from service.components.encoder.scores import WordScores
from training.corpora.annotated import AnnotatedText, LabelledSpan

NOTHING = np.zeros(0, dtype=np.int64)
NO_PIECES = Pieces(NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING)
NO_WORDS = WordScores(NO_PIECES, NOTHING, np.zeros((0, 0), np.float32))
FIRM = Entity(10, 14, "ORG")


@pytest.mark.parametrize(
    ("others", "group"),
    [
        ([Entity(0, 10, "ORG"), Entity(14, 20, "ORG")], "nothing there"),
        ([Entity(10, 14, "PERSON")], "other type"),
        ([Entity(8, 14, "ORG")], "part of a longer name"),
        ([Entity(10, 12, "ORG")], "other borders"),
        ([Entity(12, 20, "ORG")], "other borders"),
    ],
)
def test_entities(others: list[Entity], group: str) -> None:
    assert compare_entities(FIRM, others) == group


@pytest.mark.parametrize(
    ("others", "group"),
    [
        ([frozenset({9})], "nothing there"),
        ([frozenset({1, 2}), frozenset({3})], "several there"),
        ([frozenset(range(9))], "part of a longer one"),
        ([frozenset({2})], "only a part there"),
    ],
)
def test_quotations(others: list[frozenset[int]], group: str) -> None:
    assert compare_letters(frozenset({1, 2, 3}), others) == group


def test_sources() -> None:
    with_source, without = ScoredQuote(((0, 4),), ((5, 8),), "direct"), ScoredQuote(((0, 4),), (), "direct")

    assert compare_sources(without, with_source) == "found, and gold has none"
    assert compare_sources(with_source, without) == "not found"
    assert compare_sources(with_source, with_source) == "another"


def test_both_sides_of_a_wrong_border_are_mistakes() -> None:
    text = AnnotatedText("Acme Corp and Voltic fell.", {"entities": (LabelledSpan(0, 9, "ORG"),)})
    found = (Entity(0, 4, "ORG"), Entity(14, 20, "ORG"), Entity(0, 9, "PERSON"))
    corpus = CorpusReadings("made up", {"entities": {"ORG": ("ORG",), "O": ()}}, (Reading(text, found, (), NO_WORDS),))

    assert list(find_entity_mistakes(corpus)) == [
        Mistake("missed: other type", "[Acme Corp] and Voltic fell."),
        Mistake("false alarm: part of a longer name", "[Acme] Corp and Voltic fell."),
        Mistake("false alarm: nothing there", "Acme Corp and [Voltic] fell."),
    ]


def test_context_stands_on_one_line() -> None:
    assert quote_context("He said:\n“Go,” and\n“now.”", [(10, 13), (20, 24)]) == "He said: “[Go, … now.]”"


def test_groups_come_by_size() -> None:
    mistakes = [Mistake("b", "one"), Mistake("a", "two"), Mistake("b", "three")]

    lines = list(spell_mistakes("all", mistakes, 1))

    assert lines[0] == "## all: 3"
    assert [line.split() for line in lines[1:4:2]] == [["2", "b"], ["1", "a"]]
    assert lines[2].strip() in {"one", "three"}
