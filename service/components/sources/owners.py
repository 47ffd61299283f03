"""Whose a role or a source is by its words: "its director", "the union’s lawyer", "a spokesman for the company"."""

import re
from collections.abc import Callable
from functools import partial

from service.components.sources.cast import Name
from service.components.sources.definites import (
    NAMED,
    choose_organisation,
    find_fit,
    fit_any,
    is_organisation_noun,
)
from service.components.sources.organisation_nouns import KINDS_OF_NOUNS
from service.components.sources.patterns import POSSESSIVE_ENDINGS
from service.components.sources.role_words import is_role_modifier, is_role_noun
from service.components.sources.scene import Scene
from service.text.names import SMALL_WORDS, find_words
from service.text.spans import Offsets

# Below this probability none is the owner. Of 119 whose description refers to one in our own articles kept apart, 99
# are given one at 0.6, and 90 of these the right one.
LEAST_CERTAINTY = 0.6
# The least chance that the owner is of the kind that the words say, however lonely it stands; one in eighty lacks it.
LEAST_FIT = 0.1
# Determiners whose owner may be an organisation.
THING_OWNERS = frozenset(("its", "their"))
MINISTRY_WORDS = frozenset(("department", "ministry"))
# Titles of those who sit or serve in a body of a kind, and words of which such a body's name has one.
BODIES_OF_TITLES = {
    title: frozenset(bodies.split())
    for titles, bodies in (
        ("archbishop bishop", "archdiocese church diocese"),
        ("chancellor dean lecturer professor rector vice-chancellor", "college institute school university"),
        ("congressman congresswoman", "congress"),
        ("constable detective inspector sergeant superintendent", "police"),
        ("coroner judge justice justices magistrate", "court tribunal"),
        ("councillor councilman councilor councilwoman", "council"),
        ("curator", "gallery museum"),
        ("firefighter firefighters", "fire"),
        ("headmaster headteacher principal", "academy college school"),
        ("mayor", "city council town"),
        ("prosecutor prosecutors", "attorney prosecution prosecutor prosecutors"),
        ("rep reps", "house"),
        ("sen senator senators sens", "senate"),
        ("speaker", "assembly house parliament"),
    )
    for title in titles.split()
}
# "Director of the state-owned company": one of the words is the noun.
find_noun_phrases = re.compile(
    r"\b(?:at|by|for|from|in|of|with)\s(?:the|this)\s(?P<words>[a-z][\w-]*(?:\s[a-z][\w-]*){0,3})"
).finditer


def find_owner_fit(scene: Scene, span: Offsets) -> Callable[[int], float] | None:
    """How far an organisation, by number, fits as the owner of what is printed at span; None where no word says so."""
    return find_reference_fit(scene, span) or find_naming_fit(scene, span)


def find_reference_fit(scene: Scene, span: Offsets) -> Callable[[int], float] | None:
    """The same where the words refer to an organisation told of: "its" fits all, "the company’s" those of the kind."""
    text = scene.text[slice(*span)]
    words = [word.casefold() for word in find_words(text)]
    if THING_OWNERS & {*words}:
        return fit_any
    owners = [word[:-2] for word in words if word.endswith(POSSESSIVE_ENDINGS)]
    nouns = owners[:1] or [word for phrase in find_noun_phrases(text) for word in phrase["words"].split()]
    noun = next((noun for noun in nouns if is_organisation_noun(scene.cast, noun)), None)
    return None if noun is None else partial(find_fit, scene.cast, noun=noun)


def find_naming_fit(scene: Scene, span: Offsets) -> Callable[[int], float] | None:
    """The same where the words stand in the owner's name: "union chief" fits those with a union in it, "Judge" those
    with a court, and "Trade Minister" ministries of trade.
    """
    words = [word.casefold() for word in find_words(scene.text[slice(*span)])]
    if any(word.endswith(POSSESSIVE_ENDINGS) for word in words):
        return None
    bodies = frozenset[str]().union(*(BODIES_OF_TITLES[word] for word in words if word in BODIES_OF_TITLES))
    if bodies:
        return partial(fit_name, scene, frozenset(), bodies)
    nouns = frozenset(word for word in words if word in KINDS_OF_NOUNS)
    if nouns:
        return partial(fit_name, scene, nouns, frozenset())
    if "minister" in words:
        office = frozenset(
            word for word in words if word not in SMALL_WORDS and not is_role_noun(word) and not is_role_modifier(word)
        )
        return partial(fit_name, scene, office, MINISTRY_WORDS) if office else None
    return None


def fit_name(scene: Scene, words: frozenset[str], alternatives: frozenset[str], number: int) -> float:
    """NAMED where an organisation's names hold all words, and one of any alternatives; else 0."""
    own = scene.cast.words[number]
    return NAMED if words <= own and (not alternatives or alternatives & own) else 0.0


def find_owner(scene: Scene, span: Offsets) -> Name | None:
    """The organisation, as it is named first, that words at span refer to; None where none is certain enough."""
    fit = find_reference_fit(scene, span)
    if fit is None:
        return None
    found = choose_organisation(
        scene,
        span,
        fit,
        None,
        None,
        weights=scene.weights.owners,
        least_certainty=LEAST_CERTAINTY,
        relation="members",
    )
    return None if found is None or fit(found[0].number) < LEAST_FIT else found[0]
