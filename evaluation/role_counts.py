"""Counts of the words of roles, from which it is learned what they tell of whom their bearers speak for."""

import math
from collections import Counter, defaultdict

from service.components.sources.role_evidence import RoleEvidence, find_role_head, find_role_words
from service.components.span_keys import KindChances
from service.extraction import ORGANISATION_KINDS

# A word or noun of fewer persons tells nothing.
LEAST_COUNT = 2
# A noun of few persons is as if so many more had organisations as all have.
SMOOTHING = 3.0
HALF = 0.5
# No word alone tells more in odds.
MOST_LOG_ODDS = 2.0
# A kind rarer than this among all is held to be as frequent, lest one person make a noun that of a rare kind.
LEAST_SHARE = 1e-3
DIGITS = 2


class RoleCounts:
    """What has been counted of persons with an organisation and without."""

    def __init__(self) -> None:
        self.with_one: Counter[str] = Counter()
        self.without: Counter[str] = Counter()
        self.persons = [0, 0]
        self.kinds: defaultdict[str, Counter[str]] = defaultdict(Counter)

    def add(self, phrase: str, chances: KindChances | None) -> None:
        """Count a person whose role is printed so; chances: of the organisation's kind, None where there is none."""
        words = find_role_words(phrase)
        self.persons[chances is None] += 1
        (self.without if chances is None else self.with_one).update({*words})
        if chances is not None:
            self.kinds[find_role_head(words)].update(chances)

    def weigh(self) -> RoleEvidence:
        """What the counts tell."""
        counted = sorted(self.with_one | self.without)
        words = {word: self.weigh_word(word) for word in counted if self.count(word) >= LEAST_COUNT}
        shares = self.find_shares()
        kinds = {
            noun: {kind: round(self.weigh_kind(noun, kind, share), DIGITS) for kind, share in shares.items()}
            for noun in sorted(self.kinds)
            # Chances of kinds sum to hardly less than the persons.
            if round(self.kinds[noun].total()) >= LEAST_COUNT
        }
        return RoleEvidence(kinds, {word: odds for word, odds in words.items() if odds})

    def count(self, word: str) -> int:
        """How many persons have a word in their role."""
        return self.with_one[word] + self.without[word]

    def weigh_word(self, word: str) -> float:
        """The log-odds that a word adds to there being no organisation."""
        with_one = (self.with_one[word] + HALF) / max(1, self.persons[False])
        without = (self.without[word] + HALF) / max(1, self.persons[True])
        return round(max(-MOST_LOG_ODDS, min(MOST_LOG_ODDS, math.log(without / with_one))), DIGITS)

    def find_shares(self) -> dict[str, float]:
        """Kind → its share among all organisations of persons."""
        total = max(1.0, sum(counts.total() for counts in self.kinds.values()))
        return {
            kind: max(LEAST_SHARE, sum(counts[kind] for counts in self.kinds.values()) / total)
            for kind in ORGANISATION_KINDS
        }

    def weigh_kind(self, noun: str, kind: str, share: float) -> float:
        """How many times as often as others the bearers of a role speak for one of a kind; share: that of all."""
        counts = self.kinds[noun]
        return (counts[kind] + SMOOTHING * share) / (counts.total() + SMOOTHING) / share
