"""What speaks for a claim: numbers that a weighing of them turns into its centrality and its score."""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from service.components.encoder.heads import HEADS
from service.text.names import SMALL_WORDS, find_words

ROLES = HEADS["roles"].labels
# Added to chances before their logarithm.
SOFTENING = 1e-3
MOST_QUANTITIES = 3
# How central an assertion is to its article: where it stands (log of its number among the assertions, whether it is the
# first), the share of the headline's words that it has, the mean share of the article's other assertions that have its
# words, and the log of the network's chance that its sentence tells the main event or its consequence.
CENTRAL_SIGNS = ("constant", "order", "opening", "headline", "shared", "event")
# The further roles of its sentence, by the network.
ROLE_SIGNS = ("cause_specific", "cause_general", "evaluation", "expectation", "historical", "anecdotal", "boilerplate")
# What its words say of it: that it is hedged, or of these kinds.
FORM_SIGNS = ("hedged", "trend", "comparison", "causal")
# Whether it is a key claim: all of these, the log-odds that it states a fact, its quantities, and how much of it stands
# in a quotation, and in a direct one.
KEY_SIGNS = (*CENTRAL_SIGNS, *ROLE_SIGNS, *FORM_SIGNS, "fact", "quantities", "has_quantity", "reported", "direct")


@dataclass(frozen=True, slots=True)
class Assertion:
    """What is known of a sentence or clause that asserts something.

    words: its content words. roles: (n_roles,) in the order of the head's labels. factual, check_worthy: by the claims
    head, the chance that it states a fact, and one that is worth checking. forms: those of FORM_SIGNS that it has.
    quantities: how many it has. reported, direct: the shares of it that stand in quotations, and in direct ones.
    """

    words: frozenset[str]
    roles: tuple[float, ...]
    factual: float = 0.0
    check_worthy: float = 0.0
    forms: frozenset[str] = frozenset()
    quantities: int = 0
    reported: float = 0.0
    direct: float = 0.0


def collect_words(text: str) -> frozenset[str]:
    """The content words of a text, folded."""
    return frozenset(
        word.casefold() for word in find_words(text) if word.casefold() not in SMALL_WORDS and len(word) > 2
    )


def list_signs(assertions: Sequence[Assertion], headline: frozenset[str]) -> list[dict[str, float]]:
    """The value of each of KEY_SIGNS for each assertion of an article, in the order of the text.

    headline: its content words, empty where there is none.
    """
    spread = Counter(word for assertion in assertions for word in assertion.words)
    return [
        {
            "constant": 1.0,
            "order": math.log(1 + number),
            "opening": float(number == 0),
            "headline": len(assertion.words & headline) / max(1, len(headline)),
            "shared": find_shared(assertion, spread, len(assertions)),
            "event": math.log(read_role(assertion, "main") + read_role(assertion, "main_consequence") + SOFTENING),
            **{role: read_role(assertion, role) for role in ROLE_SIGNS},
            **{form: float(form in assertion.forms) for form in FORM_SIGNS},
            "fact": math.log((assertion.factual + SOFTENING) / (1 - assertion.factual + SOFTENING)),
            "quantities": float(min(assertion.quantities, MOST_QUANTITIES)),
            "has_quantity": float(assertion.quantities > 0),
            "reported": assertion.reported,
            "direct": assertion.direct,
        }
        for number, assertion in enumerate(assertions)
    ]


def read_role(assertion: Assertion, role: str) -> float:
    """The chance that the sentence has this role."""
    return assertion.roles[ROLES.index(role)]


def find_shared(assertion: Assertion, spread: Counter[str], count: int) -> float:
    """The mean share of the article's count assertions that have a word of this one, itself left out."""
    if not assertion.words:
        return 0.0
    return sum(spread[word] - 1 for word in assertion.words) / (count * len(assertion.words))
