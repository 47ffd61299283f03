"""What is known of a person and an organisation that the person may speak for, where no words tie the two together."""

import math
from bisect import bisect_right
from collections import Counter

import numpy as np

from service.components.sources.affiliations import is_bare_title
from service.components.sources.antecedents import is_opening
from service.components.sources.cast import Person, list_told_of
from service.components.sources.link_features import Choices
from service.components.sources.owners import find_owner_fit
from service.components.sources.scene import Scene
from service.extraction import OrganisationKind
from service.text.names import find_words
from service.text.spans import find_overlapping, find_start

PAIR_FEATURES = (
    "meant",
    "role_fits",
    "role_fits_not",
    "log_sentences_before",
    "only_later",
    "same_sentence",
    "same_paragraph",
    "named_last",
    "opens_sentence",
    "log_mentions",
    "first_of_article",
)
NONE_FEATURES = ("constant", "no_description", "indefinite", "known_role", "bare_title")
# The roles that people have in organisations of these kinds.
ROLES_OF_KINDS: dict[tuple[OrganisationKind, ...], str] = {
    ("company", "finance", "media"): """
        ceo cfo chairman chairwoman chief coo cto executive founder co-founder manager owner president
    """,
    ("company", "finance"): "broker dealer economist strategist trader",
    ("government", "international"): """
        ambassador chancellor commissioner coroner councillor deputy diplomat envoy governor inspector judge lawmaker
        magistrate mayor minister mp prosecutor secretary senator speaker superintendent
    """,
    ("political",): "candidate leader",
    ("education", "other", "health"): """
        anthropologist biologist chemist geologist historian lecturer physicist professor researcher scientist
        sociologist
    """,
    ("education",): "headmaster headteacher principal pupil rector student teacher",
    ("health",): "doctor midwife nurse paediatrician surgeon",
    ("sports",): "captain coach defender forward goalkeeper midfielder striker winger",
    ("media",): "columnist correspondent editor journalist presenter producer reporter",
    ("military", "government"): "brigadier colonel commander general lieutenant major sergeant",
    ("other", "ngo"): "activist campaigner convener curator organiser organizer trustee",
}
KINDS_OF_ROLES = {role: frozenset(kinds) for kinds, roles in ROLES_OF_KINDS.items() for role in roles.split()}


def list_affiliations(scene: Scene, person: Person) -> Choices:
    """The one choice of a person among all organisations that the article tells of, by their numbers, and none."""
    names = list_told_of(scene.cast)
    numbers = sorted({name.number for name in names})
    fit = None if person.description is None else find_owner_fit(scene, person.description)
    kinds = frozenset[OrganisationKind]().union(
        *(KINDS_OF_ROLES.get(word, frozenset[OrganisationKind]()) for word in person.role_words)
    )
    at = min((person.places[0] if person.description is None else person.description)[0], person.places[0][0])
    before = [name for name in find_overlapping(names, 0, at) if name.end <= at]
    last = {name.number: name for name in before}
    counts = Counter(name.number for name in names)
    latest = max(last.values(), key=find_start, default=None)
    rows = []
    for number in numbers:
        name = last.get(number)
        chance = sum(scene.cast.kinds[number][kind] for kind in kinds)
        sentences = 0 if name is None else count_between(scene.places.sentences, name.start, at)
        rows.append(
            (
                fit(number) if fit is not None else 0.0,
                chance if kinds else 0.0,
                1 - chance if kinds else 0.0,
                math.log1p(sentences),
                float(name is None),
                float(name is not None and sentences == 0),
                float(name is not None and count_between(scene.places.paragraphs, name.start, at) == 0),
                float(name is not None and name is latest),
                float(name is not None and is_opening(scene.places.sentences, name)),
                math.log(counts[number]),
                float(number == numbers[0]),
            )
        )
    return Choices(
        np.zeros(1, dtype=np.int64),
        np.zeros(len(numbers), dtype=np.int64),
        np.array(numbers, dtype=np.int64),
        np.array(rows, dtype=np.float64).reshape(-1, len(PAIR_FEATURES)),
        np.array([describe_none(scene, person, is_known=bool(kinds))], dtype=np.float64),
    )


def describe_none(scene: Scene, person: Person, *, is_known: bool) -> tuple[float, ...]:
    """The values of NONE_FEATURES; is_known: whether the kinds of organisation that fit the role are known."""
    words = [] if person.description is None else find_words(scene.text[slice(*person.description)])
    return (
        1.0,
        float(person.description is None),
        float(bool(words) and words[0].casefold() in ("a", "an", "one")),
        float(is_known),
        float(person.description is not None and is_bare_title(scene.text, person.description)),
    )


def count_between(starts: list[int], before: int, behind: int) -> int:
    """How many of the sentences or paragraphs that have these starts begin between two places."""
    return bisect_right(starts, behind) - bisect_right(starts, before)
