"""What a description, and the words behind a name, tell of the organisation that a person speaks for."""

import re

from service.components.sources.cast import Name, Person
from service.components.sources.role_words import QUALIFYING_WORDS, is_role_modifier, is_role_noun
from service.components.sources.scene import Scene
from service.text.names import find_words
from service.text.spans import Offsets, find_overlapping

FORMER_WORDS = frozenset(("ex", "former", "retired"))
# Titles of heads of state and of government, where they stand before a name: "the bank's president" has no capital.
STATE_TITLES = frozenset("Chancellor Emperor King Pope Premier President Prime Prince Princess Queen Sultan".split())
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
# Between a name or a role and the organisation behind it: "Jim Hall of the Pilots Association", "Ann Lee (Greens)",
# "Ann Lee, who chairs the state Senate".
BEHIND_REACH = 40
is_membership = re.compile(
    r"""
    \s (?:of|from) \s (?:the\s)?
    | \s? \( (?:the\s)?
    | ,? \s who \s (?:now\s)?
      (?:chairs|directs|founded|heads|leads|owns|runs|(?:serves|sits)\son|works\s(?:at|for|with))
      \s (?:the\s|an?\s)? (?:[a-z][\w-]*\s){0,2}
    """,
    re.VERBOSE,
).fullmatch


def find_printed_affiliation(scene: Scene, person: Person) -> Name | None:
    """The first organisation that a person's description names, else the one behind a name; None where neither."""
    if person.description is not None:
        for name in find_overlapping(scene.cast.organisations, *person.description):
            if not is_role_itself(scene.text, name, person.description):
                return name
    return find_behind(scene, person)


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


def find_behind(scene: Scene, person: Person) -> Name | None:
    """The organisation that stands behind one of the person's names, or the role, as what the person belongs to."""
    for place in (*person.places, *(() if person.description is None else (person.description,))):
        for name in find_overlapping(scene.cast.organisations, place[1], place[1] + BEHIND_REACH):
            if is_membership(scene.text, place[1], max(place[1], name.start)):
                return name
    return None
