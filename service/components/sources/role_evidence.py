"""What the words of a role tell of whom its bearer speaks for: an organisation of which kind, or none.

Counted in our own articles by evaluation/weigh_affiliations.py.
"""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from service.components.sources.role_words import QUALIFYING_WORDS, is_role_noun
from service.components.span_keys import KindChances
from service.text.names import find_words

# No phrase tells more in odds than this, however many words agree.
MOST_LOG_ODDS = 4.0
LEAST_ODDS = 1e-3
# No shorter word is a plural.
SHORT = 3


@dataclass(frozen=True, slots=True)
class RoleEvidence:
    """kinds: noun of a role → kind of organisation → how many times as often as others its bearers speak for one.
    words: word of a role → the log-odds that it adds to there being no organisation. What is not there tells nothing.
    """

    kinds: Mapping[str, Mapping[str, float]]
    words: Mapping[str, float]

    def find_kind_odds(self, noun: str, chances: KindChances) -> float:
        """The log-odds that a noun adds to an organisation whose kind has these chances."""
        ratios = self.kinds.get(noun)
        if ratios is None:
            return 0.0
        return math.log(max(LEAST_ODDS, sum(chance * ratios[kind] for kind, chance in chances.items())))

    def find_none_odds(self, words: Iterable[str]) -> float:
        """The log-odds that the words of a role, in lower case, add to there being no organisation."""
        return max(-MOST_LOG_ODDS, min(MOST_LOG_ODDS, sum(self.words.get(word, 0.0) for word in sorted({*words}))))


def find_role_words(phrase: str) -> list[str]:
    """The words of a role in lower case, the plural of a noun as its singular.

    >>> find_role_words("The union’s economists")
    ['the', 'union', 'economist']
    """
    return [find_singular(word.removesuffix("’s").removesuffix("'s")) for word in find_words(phrase.casefold())]


def find_singular(word: str) -> str:
    """The word without the s of a plural.

    >>> find_singular("analysts"), find_singular("boss"), find_singular("its")
    ('analyst', 'boss', 'its')
    """
    return word[:-1] if len(word) > SHORT and word.endswith("s") and not word.endswith("ss") else word


def find_role_head(words: Iterable[str]) -> str:
    """The noun of a role: the last that says what a person is before what qualifies it; else the last word.

    >>> find_role_head(["former", "head", "of", "the", "school"]), find_role_head(["the", "filing"])
    ('head', 'filing')
    """
    head = last = ""
    for word in words:
        if head and word in QUALIFYING_WORDS:
            break
        last = word
        if is_role_noun(word):
            head = word
    return head or last
