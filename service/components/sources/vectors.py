"""How well the network thinks that words go with names: "the carrier" with those of who is meant, persons with those of
whom they speak for.

Its vectors are learned within windows, so that what it read in two windows cannot be compared.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Literal, Protocol

import numpy as np

from service.components.encoder.heads import RELATIONS, VECTOR_LENGTH
from service.components.encoder.scores import Floats, WordScores
from service.components.encoder.windows import pack_ranges
from service.components.sources.cast import Name
from service.text.spans import Offsets

Relation = Literal["anaphors", "members"]
# What stands for the log-odds of names that the network did not read together with the words.
UNREAD = float("nan")


class Likeness(Protocol):
    """Log-odds of each of some printed names, against there being none, of going with the words in question.

    UNREAD where the network did not read them together.
    """

    def __call__(self, names: Sequence[Name]) -> Floats: ...


@dataclass(frozen=True, slots=True)
class MentionVectors:
    """The vectors of an article's words. windows: the words that were read together, as half-open ranges in order.

    scores: None where no network has read the article, and nothing is known.
    """

    scores: WordScores | None = None
    windows: Sequence[tuple[int, int]] = ()

    @classmethod
    def of(cls, scores: WordScores) -> "MentionVectors":
        """The vectors among the scores of an article."""
        return cls(scores, pack_ranges(scores.pieces, limit=scores.window))

    def compare(self, relation: Relation, words: Offsets) -> Likeness:
        """How well names go with these words."""
        if self.scores is None:
            return compare_nothing
        first, last = self.scores.pieces.find_words(words).tolist()
        if first >= last:
            return compare_nothing
        begin, end = next(window for window in self.windows if first < window[1])
        own = self.scores.read_head(relation)[first : min(last, end)].mean(axis=0)
        names = self.scores.read_head(RELATIONS[relation])[begin:end, 1:]
        products = names @ (own[1:] / np.float32(VECTOR_LENGTH**0.5))
        sums = np.concatenate((np.zeros(1, dtype=np.float32), np.cumsum(products, dtype=np.float32)))
        return partial(average_products, self.scores, begin, sums, own[0])


def average_products(scores: WordScores, begin: int, sums: Floats, nobody: np.float32, names: Sequence[Name]) -> Floats:
    """(n_names,) the mean of each name's words, less nobody's score.

    sums: of the products of the words before each in a window, which starts at the word begin, and behind its last.
    """
    firsts = scores.pieces.find_words([name.start for name in names]) - begin
    lasts = scores.pieces.find_words([name.end for name in names]) - begin
    is_read = (firsts >= 0) & (lasts < len(sums)) & (firsts < lasts)
    firsts, lasts = np.where(is_read, firsts, 0), np.where(is_read, lasts, 1)
    means: Floats = (sums[lasts] - sums[firsts]) / (lasts - firsts) - nobody
    return np.where(is_read, means, np.float32(UNREAD))


def compare_nothing(names: Sequence[Name]) -> Floats:
    """(n_names,) nothing for or against any."""
    return np.full(len(names), UNREAD, dtype=np.float32)


def sum_likeness(names: Sequence[Name], likeness: Likeness) -> dict[int, float]:
    """Number → the log-odds of its bearer, any of whose printed names may be meant; who is not read is left out."""
    odds: dict[int, float] = {}
    for name, value in zip(names, likeness(names).tolist(), strict=True):
        if value == value:
            odds[name.number] = float(np.logaddexp(odds[name.number], value)) if name.number in odds else value
    return odds
