"""Scores of key claims, and of rankings."""

import pytest

from evaluation.scores.counts import Counts
from evaluation.scores.key_claims import score_claims
from evaluation.scores.rankings import find_average_precision, find_discounted_gain

TEXT = "Prices rose by nine percent. Wages fell, and rents doubled in May. Nobody knows why. It rained."


def locate(part: str) -> tuple[int, int]:
    """The offsets of a part of TEXT."""
    at = TEXT.index(part)
    return (at, at + len(part))


PRICES = locate("Prices rose by nine percent")
WAGES = locate("Wages fell")
RENTS = locate("rents doubled in May")
WAGES_AND_RENTS = locate("Wages fell, and rents doubled in May.")
NOBODY = locate("Nobody knows why.")
RAIN = locate("It rained.")


def test_misses_and_false_alarms_count() -> None:
    scores = score_claims(TEXT, [PRICES, WAGES, RENTS], [NOBODY, PRICES])
    assert scores.found == Counts(1, 2, 3)
    assert scores.precise == Counts(1, 2, 3)
    assert 0 < scores.gain < 1


def test_a_sentence_matches_both_of_its_clauses() -> None:
    scores = score_claims(TEXT, [WAGES, RENTS], [WAGES_AND_RENTS])
    assert (scores.found, scores.precise) == (Counts(2, 1, 2), Counts(1, 1, 2))


def test_a_small_overlap_is_no_match() -> None:
    half = (PRICES[0] + 12, WAGES[1] - 1)
    assert score_claims(TEXT, [RENTS], [half]).found.right == 0
    assert score_claims(TEXT, [(PRICES[0], PRICES[0] + 15)], [(PRICES[0] + 10, PRICES[1])]).found.right == 0


def test_only_the_first_five_are_read() -> None:
    filler = [NOBODY, RAIN, WAGES, RENTS, locate("why")]
    assert score_claims(TEXT, [PRICES], [*filler, PRICES]).found.right == 0
    assert score_claims(TEXT, [PRICES], [*filler[:4], PRICES]).found.right == 1


def test_the_order_of_gold_is_the_gain() -> None:
    gold = [PRICES, WAGES, RENTS]
    assert score_claims(TEXT, gold, gold).gain == pytest.approx(1.0)
    assert score_claims(TEXT, gold, gold[::-1]).gain < 1.0
    assert score_claims(TEXT, gold, [NOBODY]).gain == 0.0


def test_a_gold_claim_gains_once() -> None:
    twice = score_claims(TEXT, [PRICES, NOBODY], [PRICES, PRICES])
    assert twice.gain == score_claims(TEXT, [PRICES, NOBODY], [PRICES]).gain


def test_average_precision_of_a_late_hit() -> None:
    assert find_average_precision([False, True]) == 0.5
    assert find_average_precision([False, False]) == 0.0


def test_discounted_gain_reads_only_the_first_places() -> None:
    assert find_discounted_gain([0.0, 0.0, 1.0], [1.0], places=2) == 0.0
    assert find_discounted_gain([1.0, 1.0], [1.0, 1.0, 1.0], places=2) == 1.0
