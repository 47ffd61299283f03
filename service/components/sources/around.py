"""Where organisations are named around a place of an article, and where they are cited."""

import math
import re
from collections import defaultdict
from collections.abc import Sequence

from service.components.sources.antecedents import Places, count_between, is_opening
from service.components.sources.cast import Name

BEFORE = (
    "log_sentences_before",
    "only_later",
    "same_sentence",
    "same_paragraph",
    "opens_sentence_before",
    "opened_last",
    "told",
)
BEHIND = ("follows_in_sentence", "follows_in_next", "opens_next")
CITED = ("cited", "cited_just_before", "cited_in_paragraph", "cited_in_paragraph_before", "cited_next")
FEATURES = (*BEFORE, *BEHIND, *CITED, "alone_in_paragraph", "log_mentions")
HEARER_REACH = 10
is_hearer = re.compile(r"\b(?:told|with|by|to)\s(?:the\s)?$").search


class Around:
    """What stands around a place. names: of organisations. cited: the words by which they are cited; each in order."""

    def __init__(self, text: str, places: Places, at: int, names: Sequence[Name], cited: Sequence[Name]) -> None:
        self.text = text
        self.places = places
        self.at = at
        self.named = group_names(names)
        self.cited = group_names(cited)
        opening = [name.number for name in names if name.end <= at and is_opening(places.sentences, name)]
        self.opened_last = opening[-1] if opening else None
        self.in_paragraph = {name.number for name in names if self.count_paragraphs(name) == 0}

    def describe(self, number: int) -> tuple[float, ...]:
        """The values of FEATURES for an organisation."""
        names = self.named[number]
        return (
            *self.describe_before(names),
            *self.describe_behind(names),
            *self.describe_cited(self.cited[number]),
            float(self.in_paragraph == {number}),
            math.log1p(len(names)),
        )

    def describe_before(self, names: Sequence[Name]) -> tuple[float, ...]:
        """The values of BEFORE for the names of an organisation."""
        last = find_last(names, self.at)
        if last is None:
            return (0.0, 1.0, *(0.0 for _ in BEFORE[2:]))
        sentences = self.count_sentences(last)
        return (
            math.log1p(sentences),
            0.0,
            float(sentences == 0),
            float(self.count_paragraphs(last) == 0),
            float(sentences == 1 and is_opening(self.places.sentences, last)),
            float(last.number == self.opened_last),
            float(is_hearer(self.text, max(0, last.start - HEARER_REACH), last.start) is not None),
        )

    def describe_behind(self, names: Sequence[Name]) -> tuple[float, ...]:
        """The values of BEHIND for the names of an organisation."""
        following = next((name for name in names if name.start >= self.at), None)
        if following is None:
            return tuple(0.0 for _ in BEHIND)
        sentences = self.count_sentences(following)
        opens = sentences == 1 and is_opening(self.places.sentences, following)
        return float(sentences == 0), float(sentences == 1), float(opens)

    def describe_cited(self, citations: Sequence[Name]) -> tuple[float, ...]:
        """The values of CITED for the words by which an organisation is cited."""
        last = find_last(citations, self.at)
        following = next((words for words in citations if words.start >= self.at), None)
        return (
            float(bool(citations)),
            float(last is not None and self.count_sentences(last) <= 1),
            float(last is not None and self.count_paragraphs(last) == 0),
            float(last is not None and self.count_paragraphs(last) == 1),
            float(following is not None and self.count_sentences(following) <= 1),
        )

    def count_sentences(self, name: Name) -> int:
        """How many sentences begin between a name and the place."""
        return abs(count_between(self.places.sentences, name.start, self.at))

    def count_paragraphs(self, name: Name) -> int:
        """How many paragraphs begin between a name and the place."""
        return abs(count_between(self.places.paragraphs, name.start, self.at))


def group_names(names: Sequence[Name]) -> defaultdict[int, list[Name]]:
    """Number → the names that have it, in order."""
    grouped: defaultdict[int, list[Name]] = defaultdict(list)
    for name in names:
        grouped[name.number].append(name)
    return grouped


def find_last(names: Sequence[Name], at: int) -> Name | None:
    """The last of the names before a place."""
    return next((name for name in reversed(names) if name.end <= at), None)
