"""What is known of a source and an organisation that it may speak for, where no words tie the two together."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from service.components.sources import around
from service.components.sources.affiliations import is_bare_title
from service.components.sources.around import Around
from service.components.sources.cast import Name, Person, list_told_of
from service.components.sources.definites import find_fit
from service.components.sources.link_features import Choices
from service.components.sources.organisation_nouns import KINDS_OF_NOUNS
from service.components.sources.owners import find_owner_fit
from service.components.sources.role_evidence import RoleEvidence, find_role_head, find_role_words
from service.components.sources.scene import Scene
from service.components.sources.vectors import sum_likeness
from service.text.names import SMALL_WORDS
from service.text.spans import Offsets, find_overlapping

# Organisations are compared that are named in this many characters before a source and behind it, and the first of all.
REACH_BEFORE = 3000
REACH_BEHIND = 1000
# So many printings of a name are asked which organisation it goes with.
MOST_PLACES = 4
PAIR_FEATURES = (
    "meant",
    "shares_word",
    "kind_odds",
    "noun_in_sentence",
    "first_of_article",
    "likeness",
    "is_read",
    *around.FEATURES,
)
NONE_FEATURES = ("constant", "bare_title", "words_odds", "no_role", "unnamed")
# "Said the union would insist", in the sentence of the source.
find_definite_nouns = re.compile(
    rf"\b[Tt]h(?:e|is)\s(?:[a-z][\w-]*\s){{0,2}}?(?P<noun>{'|'.join(sorted(KINDS_OF_NOUNS))})\b(?!-)"
).finditer


@dataclass(frozen=True, slots=True)
class Role:
    """A source whose organisation is looked for.

    phrase: the words for what it is, empty where there are none. places: where it is named, or what stands for a name.
    """

    phrase: Offsets
    places: tuple[Offsets, ...]
    is_named: bool = True

    @classmethod
    def of(cls, person: Person) -> "Role":
        """The role of a person."""
        start = person.places[0][0]
        return cls(person.description or (start, start), person.places)

    @classmethod
    def of_unnamed(cls, mention: Offsets) -> "Role":
        """The role of a source without a name, which its words are."""
        return cls(mention, (mention,), is_named=False)


def list_affiliations(scene: Scene, role: Role, cited: Sequence[Name], evidence: RoleEvidence) -> Choices:
    """The one choice of a source among the organisations around it, by their numbers, and none.

    cited: the words by which organisations are cited, in order.
    """
    at = min(role.phrase[0], role.places[0][0])
    told = list_told_of(scene.cast)
    near = find_overlapping(told, at - REACH_BEFORE, at + REACH_BEHIND)
    numbers = sorted({name.number for name in (*told[:1], *near)})
    words = find_role_words(scene.text[slice(*role.phrase)])
    described = Around(
        scene.text, scene.places, at, near, find_overlapping(cited, at - REACH_BEFORE, at + REACH_BEHIND)
    )
    fit, head, nouns = find_owner_fit(scene, role.phrase), find_role_head(words), list_nouns_beside(scene, role)
    likeness = find_likeness(scene, role)
    rows = [
        (
            0.0 if fit is None else fit(number),
            float(bool({*words} & (scene.cast.words[number] - SMALL_WORDS))),
            evidence.find_kind_odds(head, scene.cast.kinds[number]),
            max((find_fit(scene.cast, number, noun) for noun in nouns), default=0.0),
            float(number == told[0].number),
            likeness.get(number, 0.0),
            float(number in likeness),
            *described.describe(number),
        )
        for number in numbers
    ]
    return Choices(
        np.zeros(1, dtype=np.int64),
        np.zeros(len(numbers), dtype=np.int64),
        np.array(numbers, dtype=np.int64),
        np.array(rows, dtype=np.float64).reshape(-1, len(PAIR_FEATURES)),
        np.array([describe_none(scene, role, evidence.find_none_odds(words))], dtype=np.float64),
    )


def describe_none(scene: Scene, role: Role, words_odds: float) -> tuple[float, ...]:
    """The values of NONE_FEATURES."""
    is_missing = role.phrase[0] == role.phrase[1]
    return (
        1.0,
        float(is_bare_title(scene.text, role.phrase)),
        words_odds,
        float(is_missing),
        float(not role.is_named),
    )


def find_likeness(scene: Scene, role: Role) -> dict[int, float]:
    """Number → log-odds that the network gives to an organisation, on average over the names of the source.

    Only of those that it read together with one of the source's names.
    """
    told = list_told_of(scene.cast)
    odds: dict[int, list[float]] = defaultdict(list)
    for place in role.places[:MOST_PLACES]:
        for number, value in sum_likeness(told, scene.vectors.compare("members", place)).items():
            odds[number].append(value)
    return {number: sum(values) / len(values) for number, values in odds.items()}


def list_nouns_beside(scene: Scene, role: Role) -> list[str]:
    """The nouns by which the sentence of a source speaks of organisations told of, outside the words for its role."""
    starts = scene.places.sentences
    index = bisect_right(starts, role.places[0][0])
    start = starts[index - 1] if index else 0
    end = starts[index] if index < len(starts) else len(scene.text)
    return [
        match["noun"]
        for match in find_definite_nouns(scene.text, start, end)
        if not role.phrase[0] <= match.start() < role.phrase[1]
    ]
