"""Which assertions matter most: checkable ones that are central to the article."""

from collections.abc import Sequence
from dataclasses import dataclass

from service.components.claims.reasons import average_signs, list_reasons
from service.components.claims.signs import Assertion, list_signs
from service.components.claims.weights import ClaimWeights, weigh
from service.extraction import ClaimReason

# Candidates that share this much of their words assert the same.
DUPLICATE_OVERLAP = 0.6


@dataclass(frozen=True, slots=True)
class Candidate:
    """A clause that may be a key claim, as code points. subjective: the chance that it is the writer's opinion."""

    start: int
    end: int
    assertion: Assertion
    subjective: float = 0.0


@dataclass(frozen=True, slots=True)
class RankedClaim:
    """A candidate with its scores, each 0 to 1.

    score: the chance that it is a key claim. claim: that it asserts a fact in earnest. centrality: that it tells what
    the article is about. check_worthiness: that fact-checkers would check it, whatever the article is about.
    reasons: what lifts the score, the weightiest first.
    """

    candidate: Candidate
    score: float
    claim: float
    centrality: float
    check_worthiness: float
    reasons: tuple[ClaimReason, ...]


def score_candidates(
    candidates: Sequence[Candidate], headline: frozenset[str], weights: ClaimWeights
) -> list[RankedClaim]:
    """The candidates of an article with their scores, in the order of the text. headline: its content words."""
    if not candidates:
        return []
    signs = list_signs([candidate.assertion for candidate in candidates], headline)
    means = average_signs(signs)
    scored: list[RankedClaim] = []
    for candidate, values in zip(candidates, signs, strict=True):
        centrality = weigh(values, weights.centrality)
        scored.append(
            RankedClaim(
                candidate,
                score=weigh(values, weights.key),
                claim=candidate.assertion.factual * (1 - candidate.subjective / 2),
                centrality=centrality,
                check_worthiness=candidate.assertion.check_worthy,
                reasons=list_reasons(values, means, weights.key, centrality=centrality),
            )
        )
    return scored


def rank_claims(claims: Sequence[RankedClaim], *, limit: int) -> list[RankedClaim]:
    """At most limit of the claims, best first; none overlaps another or repeats its words."""
    chosen: list[RankedClaim] = []
    for claim in sorted(claims, key=find_rank):
        if len(chosen) == limit:
            break
        if not any(is_repetition(claim.candidate, other.candidate) for other in chosen):
            chosen.append(claim)
    return chosen


def find_rank(claim: RankedClaim) -> tuple[float, int]:
    """The order of claims: by falling score, ties by place."""
    return -claim.score, claim.candidate.start


def is_repetition(one: Candidate, other: Candidate) -> bool:
    """Whether two candidates overlap in place, or mostly in words."""
    if one.start < other.end and other.start < one.end:
        return True
    words, others = one.assertion.words, other.assertion.words
    return len(words & others) >= DUPLICATE_OVERLAP * max(1, min(len(words), len(others)))
