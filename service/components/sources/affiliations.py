"""What a description, and the words behind a name, tell of the organisation that a person speaks for."""

import re
from collections.abc import Callable
from functools import partial

from service.components.sources.cast import Name, Person
from service.components.sources.definites import NAMED, choose_organisation, find_fit, fit_any
from service.components.sources.organisation_nouns import KINDS_OF_NOUNS
from service.components.sources.role_words import QUALIFYING_WORDS, is_role_modifier, is_role_noun
from service.components.sources.scene import Scene
from service.text.names import SMALL_WORDS, find_words
from service.text.spans import Offsets, find_overlapping

# Determiners whose owner may be an organisation.
THING_OWNERS = frozenset(("its", "their"))
POSSESSIVE_ENDINGS = ("’s", "'s")
FORMER_WORDS = frozenset(("ex", "former", "retired"))
MINISTRY_WORDS = frozenset(("department", "ministry"))
# Titles of heads of state and of government, where they stand before a name: "the bank's president" has no capital.
STATE_TITLES = frozenset("Chancellor Emperor King Pope Premier President Prime Prince Princess Queen Sultan".split())
# Titles that are seats in a body, and a word of the body's name.
BODIES_OF_TITLES = {
    "congressman": "congress",
    "congresswoman": "congress",
    "councillor": "council",
    "councilman": "council",
    "councilor": "council",
    "councilwoman": "council",
    "rep": "house",
    "reps": "house",
    "sen": "senate",
    "senator": "senate",
    "senators": "senate",
    "sens": "senate",
}
# Titles of those who lead or speak for an organisation, and those of them that stand for one only behind another word.
TITLES = frozenset(
    """
    captain ceo cfo chair chairman chairwoman chief co-founder coach coo cto director editor executive founder governor
    headmaster headteacher manager officer owner president principal rector secretary secretary-general spokesman
    spokesperson spokeswoman
    """.split()
)
JOINED_TITLES = frozenset(("governor", "officer", "president", "secretary"))
MOST_TITLE_WORDS = 4
# Between a name and the organisation behind it: "Jim Hall of the Pilots Association", "Ann Lee (Greens)".
BEHIND_REACH = 12
is_membership = re.compile(r"\s(?:of|from)\s(?:the\s)?|\s?\((?:the\s)?").fullmatch


def find_printed_affiliation(scene: Scene, person: Person) -> Name | None:
    """The first organisation that a person's description names, else the one behind a name; None where neither."""
    if person.description is not None:
        for name in find_overlapping(scene.cast.organisations, *person.description):
            if not is_role_itself(scene.text, name, person.description):
                return name
    return find_behind(scene, person)


def find_meant_affiliation(scene: Scene, person: Person) -> Name | None:
    """The organisation that the words of a person's description mean; None where none is certain enough."""
    if person.description is None:
        return None
    fit = find_owner_fit(scene, person.description)
    if fit is None:
        return None
    # Affiliations on gold's development half are 75 % right so, 73 % by the weights of organisations that speak; on our
    # own articles kept apart 55 and 53.
    found = choose_organisation(scene, person.description[0], fit, None, None, weights=scene.weights.owners)
    return None if found is None else found[0]


def is_former(person: Person) -> bool:
    """Whether a role is one that a person had: it says nothing of whom the person speaks for now."""
    return bool(person.role_words & FORMER_WORDS)


def is_head_of_state(text: str, person: Person) -> bool:
    """Whether a person's role is such a title before the name, as in "President Lee" and "French President Lee"."""
    if person.description is None or person.description[0] > person.places[0][0]:
        return False
    return bool(STATE_TITLES & {*find_words(text[slice(*person.description)])})


def is_role_itself(text: str, name: Name, description: Offsets) -> bool:
    """Whether what was read as an organisation is the head of a description: "Idaho Republican"."""
    words = [word.casefold() for word in find_words(text[description[0] : name.start])]
    last = find_words(name.text)[-1:]
    is_end = not find_words(text[name.end : description[1]])
    return is_end and not QUALIFYING_WORDS & {*words} and any(is_role_noun(word.casefold()) for word in last)


def find_owner_fit(scene: Scene, description: Offsets) -> Callable[[int], float] | None:
    """How far an organisation, by number, fits the words of a description; None where they mean none.

    "Its" fits all, "the company’s" those of the kind; "union chief" fits those with a union in their name, and "Trade
    Minister" ministries of trade.
    """
    words = [word.casefold() for word in find_words(scene.text[slice(*description)])]
    if THING_OWNERS & {*words}:
        return fit_any
    owners = [word[:-2] for word in words if word.endswith(POSSESSIVE_ENDINGS)]
    if owners:
        return partial(find_fit, scene.cast, noun=owners[0]) if owners[0] in KINDS_OF_NOUNS else None
    bodies = frozenset(BODIES_OF_TITLES[word] for word in words if word in BODIES_OF_TITLES)
    nouns = bodies or frozenset(word for word in words if word in KINDS_OF_NOUNS)
    if nouns:
        return partial(find_naming_fit, scene, nouns, frozenset())
    if "minister" in words:
        office = frozenset(
            word for word in words if word not in SMALL_WORDS and not is_role_noun(word) and not is_role_modifier(word)
        )
        return partial(find_naming_fit, scene, office, MINISTRY_WORDS) if office else None
    return None


def is_bare_title(text: str, description: Offsets) -> bool:
    """Whether a description is a title that leaves out of what: "Chief executive", not "a director" or "Leeds captain".

    >>> titles = ("Chief executive", "press secretary", "a director", "Leeds captain", "President", "owner")
    >>> [is_bare_title(words, (0, len(words))) for words in titles]
    [True, True, False, False, False, True]
    """
    words = [word.casefold() for word in find_words(text[slice(*description)])]
    if not 0 < len(words) <= MOST_TITLE_WORDS or words[-1] not in TITLES:
        return False
    is_whole = len(words) > 1 or words[0] not in JOINED_TITLES
    return is_whole and all(is_role_noun(word) or is_role_modifier(word) for word in words)


def find_naming_fit(scene: Scene, words: frozenset[str], alternatives: frozenset[str], number: int) -> float:
    """NAMED where an organisation's names hold all words, and one of any alternatives; else 0."""
    own = scene.cast.words[number]
    return NAMED if words <= own and (not alternatives or alternatives & own) else 0.0


def find_behind(scene: Scene, person: Person) -> Name | None:
    """The organisation that stands behind one of the person's names as what the person belongs to."""
    for place in person.places:
        for name in find_overlapping(scene.cast.organisations, place[1], place[1] + BEHIND_REACH):
            if is_membership(scene.text, place[1], max(place[1], name.start)):
                return name
    return None
