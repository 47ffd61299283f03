"""What is known of a source and an organisation that it may speak for, where no words tie the two together."""

import re
from bisect import bisect_right
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
from service.text.names import SMALL_WORDS
from service.text.spans import Offsets, find_overlapping

# Organisations are compared that are named in this many characters before a source and behind it, and the first of all.
REACH_BEFORE = 3000
REACH_BEHIND = 1000
PAIR_FEATURES = ("meant", "shares_word", "kind_odds", "noun_in_sentence", "first_of_article", *around.FEATURES)
NONE_FEATURES = ("constant", "bare_title", "words_odds")
# "Said the union would insist", in the sentence of the source.
find_definite_nouns = re.compile(
    rf"\b[Tt]h(?:e|is)\s(?:[a-z][\w-]*\s){{0,2}}?(?P<noun>{'|'.join(sorted(KINDS_OF_NOUNS))})\b(?!-)"
).finditer


@dataclass(frozen=True, slots=True)
class Role:
    """A source whose organisation is looked for. phrase: the words for what it is. place: where it is named first."""

    phrase: Offsets
    place: Offsets

    @classmethod
    def of(cls, person: Person) -> "Role | None":
        """The role of a person; None where none is printed."""
        return None if person.description is None else cls(person.description, person.places[0])


def list_affiliations(scene: Scene, role: Role, cited: Sequence[Name], evidence: RoleEvidence) -> Choices:
    """The one choice of a source among the organisations around it, by their numbers, and none.

    cited: the words by which organisations are cited, in order.
    """
    at = min(role.phrase[0], role.place[0])
    told = list_told_of(scene.cast)
    near = find_overlapping(told, at - REACH_BEFORE, at + REACH_BEHIND)
    numbers = sorted({name.number for name in (*told[:1], *near)})
    words = find_role_words(scene.text[slice(*role.phrase)])
    described = Around(
        scene.text, scene.places, at, near, find_overlapping(cited, at - REACH_BEFORE, at + REACH_BEHIND)
    )
    fit, head, nouns = find_owner_fit(scene, role.phrase), find_role_head(words), list_nouns_beside(scene, role)
    rows = [
        (
            0.0 if fit is None else fit(number),
            float(bool({*words} & (scene.cast.words[number] - SMALL_WORDS))),
            evidence.find_kind_odds(head, scene.cast.kinds[number]),
            max((find_fit(scene.cast, number, noun) for noun in nouns), default=0.0),
            float(number == told[0].number),
            *described.describe(number),
        )
        for number in numbers
    ]
    return Choices(
        np.zeros(1, dtype=np.int64),
        np.zeros(len(numbers), dtype=np.int64),
        np.array(numbers, dtype=np.int64),
        np.array(rows, dtype=np.float64).reshape(-1, len(PAIR_FEATURES)),
        np.array(
            [(1.0, float(is_bare_title(scene.text, role.phrase)), evidence.find_none_odds(words))], dtype=np.float64
        ),
    )


def list_nouns_beside(scene: Scene, role: Role) -> list[str]:
    """The nouns by which the sentence of a source speaks of organisations told of, outside the words for its role."""
    starts = scene.places.sentences
    index = bisect_right(starts, role.place[0])
    start = starts[index - 1] if index else 0
    end = starts[index] if index < len(starts) else len(scene.text)
    return [
        match["noun"]
        for match in find_definite_nouns(scene.text, start, end)
        if not role.phrase[0] <= match.start() < role.phrase[1]
    ]
