"""Roles as speakers: the person told of before that "the minister" or "the official" means."""

import re
from collections.abc import Callable, Sequence
from functools import partial

from service.components.sources.antecedents import choose_antecedent, list_referents
from service.components.sources.cast import Cast, Person
from service.components.sources.patterns import DEFINITE_WORDS, FEMALE_ROLES, MALE_ROLES, OWNERS
from service.components.sources.role_words import QUALIFYING_WORDS, is_role_noun
from service.components.sources.scene import Scene
from service.components.sources.speakers import Cited, Speaker, name_person
from service.text.names import find_words
from service.text.spans import Offsets

# Nouns that news uses for people of many roles, and the words of those roles.
ROLES_OF_NOUNS = {
    noun: frozenset(roles.split())
    for nouns, roles in (
        ("diplomat envoy", "ambassador consul minister negotiator permanent representative"),
        (
            "official",
            """
            administrator ambassador chairman chairwoman chief commissioner deputy director governor head inspector
            mayor minister president representative secretary spokesman spokesperson spokeswoman superintendent
            """,
        ),
        (
            "lawmaker legislator politician",
            """
            chair congressman congresswoman councillor councilman councilwoman deputy governor leader mayor member
            minister mp president representative senator
            """,
        ),
        ("boss executive", "ceo cfo chairman chairwoman chief coo director founder head manager owner president"),
        ("leader", "chairman chairwoman chief general head minister president secretary"),
        (
            "academic expert researcher scholar scientist",
            "analyst director economist fellow head historian lecturer professor researcher scientist specialist",
        ),
        ("attorney counsel lawyer", "attorney barrister counsel lawyer solicitor"),
        ("officer", "captain chief commander constable inspector officer police sergeant superintendent"),
    )
    for noun in nouns.split()
}
is_age = re.compile(r"\d{1,3}-year-old").fullmatch
# Anybody may be "the woman", by gender, or "the 51-year-old".
FEMALE_NOUNS, MALE_NOUNS = frozenset(("woman", "girl")), frozenset(("man", "boy"))
GENDERED_NOUNS = FEMALE_NOUNS | MALE_NOUNS
# Below this probability nobody is named. Of 158 roles in our own articles kept apart 88 are somebody's who was found;
# 83 are given to one at 0.6, and 74 of these rightly.
LEAST_CERTAINTY = 0.6
# The chance that a person fits whose printed role has the noun, has a role of that kind, is not known, is another.
NAMED, FITTING, OPEN, OTHER = 0.95, 0.5, 0.1, 0.01
# That somebody of whom no such role is known fits "her neighbour", who is told of as such or new.
OWNED = 1e-4


def resolve_role(scene: Scene, mention: Offsets, previous: Cited | None) -> Speaker | None:
    """The person that a role in the singular means; None where nobody is certain enough or it is no such role.

    previous: the named speaker cited before, if any.
    """
    fit = find_role_mention_fit(scene.cast, find_words(scene.text[slice(*mention)]), mention[0])
    if fit is None:
        return None
    speaking = None if previous is None else previous.speaker.person
    likeness = scene.vectors.compare("anaphors", mention)
    candidates = list_referents(scene.cast.persons, fit, scene.places, mention[0], likeness, speaking, previous)
    choice = choose_antecedent(candidates, scene.weights.roles, least_certainty=LEAST_CERTAINTY)
    return None if choice is None else name_person(scene.cast, choice[0], mention, choice[1])


def find_role_mention_fit(cast: Cast, printed: list[str], start: int) -> Callable[[int], float] | None:
    """How far persons, by number, fit words at start such as "the former mayor"; None where they are no such words."""
    words = list_role_words(printed)
    if len(words) < 2 or words[0] not in DEFINITE_WORDS or not is_person_noun(words[-1]):
        return None
    unknown = OWNED if words[0] in OWNERS else OPEN
    return partial(find_role_fit, cast.people, words[1:], start, unknown)


def list_role_words(printed: Sequence[str]) -> list[str]:
    """The words of a role in lower case, up to its noun: what qualifies it behind tells of somebody else.

    >>> list_role_words("the DUP member of the Assembly".split())
    ['the', 'dup', 'member']
    """
    words = [word.casefold() for word in printed]
    end = next((at for at, word in enumerate(words) if word in QUALIFYING_WORDS and is_role_noun(words[at - 1])), None)
    return words[:end]


def is_person_noun(word: str) -> bool:
    """Whether a noun means one person.

    >>> [is_person_noun(word) for word in ("minister", "ministers", "51-year-old", "report", "boss")]
    [True, False, True, False, True]
    """
    if is_age(word) or word in ROLES_OF_NOUNS or word in GENDERED_NOUNS:
        return True
    return is_role_noun(word) and (not word.endswith("s") or word.endswith("ss"))


def find_role_fit(people: tuple[Person, ...], words: list[str], start: int, unknown: float, number: int) -> float:
    """The chance that a person, by number, is whom the words of a role at start mean, articles left out.

    unknown: that of somebody without a role.
    """
    person, noun = people[number], words[-1]
    role = person.role_words if person.known_from <= start else frozenset[str]()
    gender = find_gender_fit(noun, person.woman)
    if noun in role:
        return NAMED * gender
    if is_age(noun) or noun in GENDERED_NOUNS:
        return FITTING * gender
    if not role:
        return unknown * gender
    return (FITTING if role & ROLES_OF_NOUNS.get(noun, frozenset()) else min(OTHER, unknown)) * gender


def find_gender_fit(noun: str, woman: float) -> float:
    """The chance that a person is of a noun's gender, 1 where it has none; woman: that the person is a woman."""
    if noun in FEMALE_NOUNS | FEMALE_ROLES:
        return woman
    return 1 - woman if noun in MALE_NOUNS | MALE_ROLES else 1.0
