"""The antecedent of "he" and "she": which of the persons named before it, if any.

A conditional choice (McFadden's) among them and nobody: the chance of a person is a softmax over linear scores of where
and how the person was spoken of last, times the chance that a person of that name is of the pronoun's gender. Gender is
so no more than evidence. The weights are learned from PolNeAR by training/antecedents.py.
"""

import json
import math
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from service.components.sources.cast import Cast, Name
from service.components.sources.speakers import Cited
from service.errors import ModelError
from service.text.spans import Coverage, find_overlapping

# Persons are looked for in this many characters before the pronoun, and of them the last so many are compared.
REACH = 3000
MOST_CANDIDATES = 12
# A name opens its sentence or paragraph that begins at most so many characters before: "On Monday Ms. Lee", "But Lee".
OPENING_REACH = 12
FEATURES = (
    "log_sentences",
    "same_paragraph",
    "paragraph_before",
    "named_last",
    "spoke_last",
    "spoke_just_now",
    "opens_sentence",
    "opens_paragraph",
    "in_quotation",
    "log_mentions",
)
NOBODY = "nobody"
# The chance that somebody who is not named is of a pronoun's gender.
EVEN = 0.5
DIGITS = 4

Table = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Places:
    """Where an article's sentences and paragraphs begin, in order, and what stands inside quotations."""

    sentences: list[int]
    paragraphs: list[int]
    quoted: Coverage


@dataclass(frozen=True, slots=True)
class Candidates:
    """The persons that a pronoun may stand for. numbers: theirs in the cast. features: (n, n_features).

    fits: (n,) the chance that each is of the pronoun's gender.
    """

    numbers: list[int]
    features: Table
    fits: Table


@dataclass(frozen=True, slots=True)
class AntecedentWeights:
    """persons: (n_features,). nobody: the score of there being no antecedent among the candidates."""

    persons: Table
    nobody: float


def list_candidates(cast: Cast, places: Places, start: int, *, is_female: bool, previous: Cited | None) -> Candidates:
    """The persons named last before start, the last first; previous: the named speaker cited before."""
    before = [name for name in find_overlapping(cast.persons, max(0, start - REACH), start) if name.end <= start]
    counts = Counter(name.number for name in before)
    last = {name.number: name for name in before}
    names = sorted(last.values(), key=lambda name: -name.start)[:MOST_CANDIDATES]
    rows = [
        describe(name, places, start, counts[name.number], previous, is_last=index == 0)
        for index, name in enumerate(names)
    ]
    women = np.array([cast.people[name.number].woman for name in names], dtype=np.float64)
    return Candidates(
        [name.number for name in names],
        np.array(rows, dtype=np.float64).reshape(-1, len(FEATURES)),
        women if is_female else 1 - women,
    )


def describe(
    name: Name, places: Places, start: int, count: int, previous: Cited | None, *, is_last: bool
) -> tuple[float, ...]:
    """The values of FEATURES for the last printing of a person's name before start."""
    sentences = bisect_right(places.sentences, start) - bisect_right(places.sentences, name.start)
    paragraphs = bisect_right(places.paragraphs, start) - bisect_right(places.paragraphs, name.start)
    has_spoken = previous is not None and previous.speaker.person == name.number
    return (
        math.log1p(sentences),
        float(paragraphs == 0),
        float(paragraphs == 1),
        float(is_last),
        float(has_spoken),
        float(has_spoken and previous is not None and is_next(places.sentences, previous.at, start)),
        float(is_opening(places.sentences, name)),
        float(is_opening(places.paragraphs, name)),
        float(bool(places.quoted.find_touched(name.start, name.end))),
        math.log1p(count),
    )


def is_next(starts: list[int], before: int, behind: int) -> bool:
    """Whether two places lie in the same sentence or in two that follow each other; starts: of sentences."""
    return bisect_right(starts, behind) - bisect_right(starts, before) <= 1


def is_opening(starts: list[int], name: Name) -> bool:
    """Whether a name stands where one of the sentences or paragraphs begins that have these starts."""
    index = bisect_right(starts, name.start) - 1
    return index >= 0 and name.start - starts[index] <= OPENING_REACH


def choose_antecedent(candidates: Candidates, weights: AntecedentWeights) -> tuple[int, float] | None:
    """The likeliest person and the probability; None where there is no candidate."""
    if not candidates.numbers:
        return None
    scores = np.exp(candidates.features @ weights.persons) * candidates.fits
    best = int(scores.argmax())
    return candidates.numbers[best], float(scores[best] / (scores.sum() + math.exp(weights.nobody) * EVEN))


def read_antecedents(path: Path) -> AntecedentWeights:
    """The weights; ModelError where the file names other features than these."""
    content: dict[str, float] = json.loads(path.read_text(encoding="utf-8"))
    if tuple(content) != (*FEATURES, NOBODY):
        raise ModelError(f"{path.name} holds other features than this version of the service")
    *persons, nobody = content.values()
    return AntecedentWeights(np.array(persons), nobody)


def write_antecedents(path: Path, weights: AntecedentWeights) -> None:
    """Write the weights as JSON, each by the name of its feature."""
    values = (*weights.persons.tolist(), weights.nobody)
    content = {name: round(value, DIGITS) for name, value in zip((*FEATURES, NOBODY), values, strict=True)}
    path.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")
