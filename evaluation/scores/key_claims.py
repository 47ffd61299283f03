"""What counts as a right key claim: one that says what a gold claim says.

A found claim matches a gold one where their letters and digits overlap by half of what they cover together, or where
one holds four fifths of the shorter. A sentence may so match two gold clauses, and a clause one of two gold claims.
"""

from dataclasses import dataclass

from evaluation.scores.counts import Counts
from evaluation.scores.quoted_sources import Offsets, collect_letters
from evaluation.scores.rankings import find_discounted_gain

MATCH_IOU = 0.5
CONTAINED_SHARE = 0.8
PLACES = 5


@dataclass(frozen=True, slots=True)
class ClaimScores:
    """found: gold claims met among the first five. precise: found claims that meet one. gain: nDCG of the five.

    first: 1 where the first found claim meets one, else 0.
    """

    found: Counts
    precise: Counts
    gain: float
    first: int


def is_claim_match(one: frozenset[int], other: frozenset[int]) -> bool:
    """Whether two claims, as positions of their letters, say the same.

    >>> is_claim_match(frozenset(range(10)), frozenset(range(2))), is_claim_match(frozenset({1}), frozenset({2}))
    (True, False)
    """
    shared = len(one & other)
    if not shared:
        return False
    return shared / len(one | other) >= MATCH_IOU or shared / min(len(one), len(other)) >= CONTAINED_SHARE


def score_claims(text: str, gold: list[Offsets], found: list[Offsets]) -> ClaimScores:
    """Scores of one article; both lists best first.

    The first of n gold claims gains n, the last 1. A found claim gains the best gold claim that it matches and no
    earlier one has taken.
    """
    matches = match_claims(text, gold, found[:PLACES])
    met = {at for row in matches for at in row}
    taken: set[int] = set()
    gains: list[float] = []
    for row in matches:
        free = [at for at in row if at not in taken]
        gains.append(float(len(gold) - free[0]) if free else 0.0)
        taken.update(free[:1])
    return ClaimScores(
        found=Counts(len(met), len(matches), len(gold)),
        precise=Counts(sum(bool(row) for row in matches), len(matches), len(gold)),
        gain=find_discounted_gain(gains, [float(len(gold) - at) for at in range(len(gold))], places=PLACES),
        first=int(bool(matches and matches[0])),
    )


def match_claims(text: str, gold: list[Offsets], found: list[Offsets]) -> list[list[int]]:
    """For each found claim the numbers of the gold claims that say the same; it is right where there is one."""
    expected = [collect_letters(text, (claim,)) for claim in gold]
    given = [collect_letters(text, (claim,)) for claim in found]
    return [[at for at, claim in enumerate(expected) if is_claim_match(claim, letters)] for letters in given]
