"""The antecedent of "she" or "the company": which of those named before it, if any.

A conditional choice (McFadden's) among them and nobody: the chance of a name is a softmax over linear scores of where
and how it was printed last, times the chance that its bearer fits the words: is of the pronoun's gender, is a company.
What is known of gender and kind is so no more than evidence. The weights of pronouns are learned from PolNeAR's by
training/antecedents.py, those of words that describe from our own articles by evaluation/weigh_referents.py.
"""

import json
import math
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from service.components.sources.cast import Cast, Name
from service.components.sources.speakers import Cited
from service.components.sources.vectors import Likeness, sum_likeness
from service.errors import ModelError
from service.text.spans import Coverage, Offsets, find_overlapping, find_start

# Names are looked for in this many characters before, and the last so many bearers are compared.
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
    "likeness",
    "is_read",
)
# Of words that describe, "the company" or "the glaciologist", it counts too whether the article is about the bearer and
# how well they fit; of a pronoun's gender the weights cannot be learned, for they are learned through it.
FIT_FEATURES = ("log_all_mentions", "named_first", "log_fit", "fits_well")
REFERENT_FEATURES = (*FEATURES, *FIT_FEATURES)
FITS_WELL = 0.9
LEAST_FIT = 1e-4
NOBODY = "nobody"
# The chance that somebody who is not named fits, as half of all persons are of a pronoun's gender.
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
    """Those that may be meant. numbers: theirs in the cast. features: (n, n_features).

    fits: (n,) the chance that each is what the words say: of the pronoun's gender, a company.
    """

    numbers: list[int]
    features: Table
    fits: Table


@dataclass(frozen=True, slots=True)
class AntecedentWeights:
    """names: (n_features,). nobody: the score of there being no antecedent among the candidates."""

    names: Table
    nobody: float


@dataclass(frozen=True, slots=True)
class ReferenceWeights:
    """pronouns: by which the person is chosen that "she" stands for. organisations: the one that "it" or "the company"
    does. roles: the person that "the minister" does. owners: the organisation whose "director" somebody is.
    """

    pronouns: AntecedentWeights
    organisations: AntecedentWeights
    roles: AntecedentWeights
    owners: AntecedentWeights

    @classmethod
    def of_pronouns(cls, weights: AntecedentWeights) -> "ReferenceWeights":
        """The weights of pronouns for all."""
        others = ignore_fit(weights)
        return cls(weights, others, others, others)


def ignore_fit(weights: AntecedentWeights) -> AntecedentWeights:
    """Weights of FEATURES as those of REFERENT_FEATURES, where how well words fit weighs nothing of its own."""
    return AntecedentWeights(np.append(weights.names, np.zeros(len(FIT_FEATURES))), weights.nobody)


def list_persons(
    cast: Cast, places: Places, source: Offsets, likeness: Likeness, *, is_female: bool, previous: Cited | None
) -> Candidates:
    """The persons named before a pronoun of this gender; previous: the named speaker cited before."""

    def fit(number: int) -> float:
        woman = cast.people[number].woman
        return woman if is_female else 1 - woman

    speaking = None if previous is None else previous.speaker.person
    return list_candidates(cast.persons, fit, places, source[0], likeness, speaking, previous)


def list_candidates(
    names: Sequence[Name],
    fit: Callable[[int], float],
    places: Places,
    start: int,
    likeness: Likeness,
    speaking: int | None,
    previous: Cited | None,
) -> Candidates:
    """Those named last before start, the last first.

    names: in order. fit: of a number. likeness: of names to the words at start. speaking: previous's number.
    """
    before = [name for name in find_overlapping(names, max(0, start - REACH), start) if name.end <= start]
    counts = Counter(name.number for name in before)
    last = {name.number: name for name in before}
    latest = sorted(last.values(), key=find_start, reverse=True)[:MOST_CANDIDATES]
    odds = sum_likeness(before, likeness)
    rows = [
        (
            *describe(
                name,
                places,
                start,
                counts[name.number],
                previous if name.number == speaking else None,
                is_last=index == 0,
            ),
            odds.get(name.number, 0.0),
            float(name.number in odds),
        )
        for index, name in enumerate(latest)
    ]
    return Candidates(
        [name.number for name in latest],
        np.array(rows, dtype=np.float64).reshape(-1, len(FEATURES)),
        np.array([fit(name.number) for name in latest], dtype=np.float64),
    )


def list_referents(
    names: Sequence[Name],
    fit: Callable[[int], float],
    places: Places,
    start: int,
    likeness: Likeness,
    speaking: int | None,
    previous: Cited | None,
) -> Candidates:
    """The candidates for words that describe, with REFERENT_FEATURES; the arguments are those of list_candidates."""
    found = list_candidates(names, fit, places, start, likeness, speaking, previous)
    counts = Counter(name.number for name in names)
    mentions = np.log1p([counts[number] for number in found.numbers])
    is_first = [number == names[0].number for number in found.numbers]
    columns = np.column_stack((mentions, is_first, np.log(np.maximum(found.fits, LEAST_FIT)), found.fits >= FITS_WELL))
    return replace(found, features=np.hstack((found.features, columns)))


def describe(
    name: Name, places: Places, start: int, count: int, cited: Cited | None, *, is_last: bool
) -> tuple[float, ...]:
    """The values of FEATURES, but the likeness, for the last printing of a name before start.

    cited: where its bearer spoke last, if nobody did since.
    """
    sentences = count_between(places.sentences, name.start, start)
    paragraphs = count_between(places.paragraphs, name.start, start)
    return (
        math.log1p(sentences),
        float(paragraphs == 0),
        float(paragraphs == 1),
        float(is_last),
        float(cited is not None),
        float(cited is not None and is_next(places.sentences, cited.at, start)),
        float(is_opening(places.sentences, name)),
        float(is_opening(places.paragraphs, name)),
        float(bool(places.quoted.find_touched(name.start, name.end))),
        math.log1p(count),
    )


def is_next(starts: list[int], before: int, behind: int) -> bool:
    """Whether two places lie in the same sentence or in two that follow each other; starts: of sentences."""
    return count_between(starts, before, behind) <= 1


def count_between(starts: Sequence[int], before: int, behind: int) -> int:
    """How many of the sentences or paragraphs that have these starts begin between two places."""
    return bisect_right(starts, behind) - bisect_right(starts, before)


def is_opening(starts: list[int], name: Name) -> bool:
    """Whether a name stands where one of the sentences or paragraphs begins that have these starts."""
    index = bisect_right(starts, name.start) - 1
    return index >= 0 and name.start - starts[index] <= OPENING_REACH


def choose_antecedent(
    candidates: Candidates, weights: AntecedentWeights, *, least_certainty: float = 0.0
) -> tuple[int, float] | None:
    """The number of the likeliest and its probability; None where there is no candidate, or none is certain enough."""
    if not candidates.numbers:
        return None
    scores = np.exp(candidates.features @ weights.names) * candidates.fits
    best = int(scores.argmax())
    certainty = float(scores[best] / (scores.sum() + math.exp(weights.nobody) * EVEN))
    return (candidates.numbers[best], certainty) if certainty >= least_certainty else None


def read_antecedents(path: Path, features: Sequence[str] = FEATURES) -> AntecedentWeights:
    """The weights; ModelError where the file names other features than these."""
    content: dict[str, float] = json.loads(path.read_text(encoding="utf-8"))
    if tuple(content) != (*features, NOBODY):
        raise ModelError(f"{path.name} holds other features than this version of the service")
    *names, nobody = content.values()
    return AntecedentWeights(np.array(names), nobody)


def write_antecedents(path: Path, weights: AntecedentWeights, features: Sequence[str] = FEATURES) -> None:
    """Write the weights as JSON, each by the name of its feature."""
    values = (*weights.names.tolist(), weights.nobody)
    content = {name: round(value, DIGITS) for name, value in zip((*features, NOBODY), values, strict=True)}
    path.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")
