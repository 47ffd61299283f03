"""Whose claim a claim is, against gold."""

from dataclasses import replace

import pytest

from evaluation.gold_articles import GoldArticle, GoldQuote, GoldSource
from evaluation.scores.claimants import find_claimants, score_claimants
from service.extraction import Claimant, KeyClaim

TEXT = "The dam burst at noon. Nobody was hurt, Ms Lee said."
ARTICLE = GoldArticle(
    id="a",
    text=TEXT,
    published=None,
    dateline=None,
    sources=(GoldSource("Ana Lee", "person", None, None, (GoldQuote("indirect", ((23, 38),)),)),),
    organisations=(),
    key_claims=((0, 22), (23, 51)),
)


def build_claim(start: int, end: int, claimant: Claimant | None) -> KeyClaim:
    """A found claim."""
    return KeyClaim(
        "c", TEXT[start:end], start, end, 0.5, "event", claimant, None, (), (), (), 0.0, 0.0, 0.0, (), (), None
    )


def test_gold_claims_belong_to_the_source_that_is_quoted_there() -> None:
    assert find_claimants(ARTICLE, 0) == []
    assert find_claimants(ARTICLE, 1) == ["Ana Lee"]


@pytest.mark.parametrize(
    ("claimants", "right"),
    [
        ((None, Claimant("s1", "Ana Lee")), 2),
        ((Claimant("s1", "Ana Lee"), Claimant("s1", "Ana Lee")), 1),
        ((None, None), 1),
        ((None, Claimant("s2", "Bo Lee")), 1),
        ((None, Claimant("s2", None)), 1),
    ],
)
def test_claimants_of_matched_claims(claimants: tuple[Claimant | None, Claimant | None], right: int) -> None:
    found = [build_claim(0, 22, claimants[0]), build_claim(23, 51, claimants[1])]
    assert score_claimants(ARTICLE, found) == (right, 2)


def test_a_claim_that_meets_none_says_nothing() -> None:
    article = replace(ARTICLE, key_claims=((0, 22),))
    assert score_claimants(article, [build_claim(23, 38, None)]) == (0, 0)
