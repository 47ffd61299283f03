"""Exact-span entity scores, as far as a corpus annotates our types."""

from evaluation.scores.counts import Counts
from evaluation.scores.entities import Entity, LabelMap, group_types, score_entities
from training.corpora.catalogue import CONLL, ENTITY_MAPS

NINE_TYPES: LabelMap = {"Person": ("PERSON",), "Organization": ("ORG",), "O": ()}


def test_misses_and_false_alarms_and_wrong_bounds_count() -> None:
    gold = [Entity(0, 6, "Organization"), Entity(10, 16, "Organization"), Entity(20, 26, "Person")]
    found = [Entity(0, 6, "ORG"), Entity(10, 15, "ORG"), Entity(30, 36, "ORG"), Entity(20, 26, "PERSON")]
    assert score_entities(gold, found, NINE_TYPES) == {"PERSON": Counts(1, 1, 1), "ORG": Counts(1, 3, 2)}


def test_the_wrong_type_is_a_miss_and_a_false_alarm() -> None:
    scores = score_entities([Entity(0, 6, "Organization")], [Entity(0, 6, "PERSON")], NINE_TYPES)
    assert scores == {"PERSON": Counts(0, 1, 0), "ORG": Counts(0, 0, 1)}


def test_a_label_stands_for_any_of_its_types() -> None:
    gold = [Entity(0, 6, "LOC"), Entity(10, 16, "LOC"), Entity(20, 26, "MISC")]
    found = [Entity(0, 6, "LOC"), Entity(10, 16, "FAC"), Entity(20, 26, "NORP"), Entity(30, 36, "PRODUCT")]
    scores = score_entities(gold, found, CONLL)
    assert scores["LOC/FAC"] == Counts(2, 2, 2)
    assert scores["NORP/PRODUCT/MISC"] == Counts(1, 2, 1)


def test_a_type_that_the_corpus_leaves_unmarked_is_no_false_alarm() -> None:
    scores = score_entities([], [Entity(0, 6, "DATE"), Entity(10, 16, "MONEY"), Entity(20, 26, "ORG")], CONLL)
    assert {name: counts.found for name, counts in scores.items()} == {
        "PERSON": 0,
        "ORG": 1,
        "LOC/FAC": 0,
        "NORP/PRODUCT/MISC": 0,
    }


def test_a_type_that_may_hide_unmarked_is_right_where_it_is_marked() -> None:
    gold = [Entity(0, 6, "group"), Entity(10, 16, "group")]
    found = [Entity(0, 6, "NORP"), Entity(30, 36, "NORP"), Entity(40, 46, "ORG")]
    # The second NORP may be one that nobody marked; the ORG cannot.
    assert score_entities(gold, found, ENTITY_MAPS["wnut17"])["ORG/NORP"] == Counts(1, 2, 2)


def test_a_label_that_may_be_nothing_of_ours_is_a_zone_without_counts() -> None:
    found = [Entity(0, 4, "ORG"), Entity(10, 16, "ORG")]
    scores = score_entities([Entity(0, 8, "Other")], found, ENTITY_MAPS["conll04"])
    assert scores["ORG"] == Counts(0, 1, 0)
    assert "MISC" not in scores


def test_labels_that_share_a_type_are_one_group() -> None:
    groups = group_types(ENTITY_MAPS["crossner_politics"])
    assert groups == (("PERSON",), ("ORG",), ("LOC", "FAC"), ("NORP", "PRODUCT", "MISC"))
