"""Relative pronouns as speakers: whoever stands before "who", "which" or "that"."""

import re
from collections.abc import Sequence

from service.components.sources.cast import Name
from service.components.sources.organisation_phrases import resolve_organisation
from service.components.sources.patterns import RELATIVE_PRONOUNS
from service.components.sources.role_words import is_role_noun
from service.components.sources.scene import Scene
from service.components.sources.speakers import Speaker, leave_unnamed, name_organisation, name_person
from service.text.spans import Offsets, find_overlapping, find_start

# Between a name and its "who" stands at most a comma, or an apposition.
REACH = 120
PERSONAL = RELATIVE_PRONOUNS - {"which"}
SENTENCE_MARKS = ".!?\n"
# "Senior members" of an organisation, before its name.
find_members = re.compile(
    r"""
    (?:\b(?:an?|one|the)\s)? (?:[a-z]\w*\s)? \b (?P<noun>[a-z]\w*) \s
    (?:at|for|from|in|of|with) \s (?:the\s)? $
    """,
    re.IGNORECASE | re.VERBOSE,
).search


def resolve_relative(scene: Scene, source: Offsets) -> Speaker:
    """The name before "who" or "which", if in the same sentence; "who" is rather a person, or people of a body.

    "Ann Lee, a nurse with the Trust, who" is Ann Lee, "members of Congress who" are these members.
    """
    text = scene.text
    persons = list_before(text, scene.cast.persons, source[0])
    organisations = list_before(text, scene.cast.organisations, source[0])
    last = max((*organisations, *persons), key=find_start, default=None)
    if last is None:
        return leave_unnamed(source)
    word = text[slice(*source)].split()[0]
    pronoun = (source[0], source[0] + len(word))
    if last in persons[-1:]:
        return name_person(scene.cast, last.number, pronoun)
    if word.casefold() in PERSONAL:
        described = [name for name in persons if text.startswith(", ", name.end)]
        if described and text[last.end : source[0]] == ", ":
            return name_person(scene.cast, described[-1].number, pronoun)
        members = find_members_of(text, last)
        if members is not None:
            return resolve_organisation(text, members, [last])
    return name_organisation(last, pronoun)


def list_before(text: str, names: Sequence[Name], start: int) -> list[Name]:
    """Those of the names that end shortly before start, in the same sentence; both in order."""
    return [
        name
        for name in find_overlapping(names, max(0, start - REACH), start)
        if name.end <= start and not any(mark in text[name.end : start] for mark in SENTENCE_MARKS)
    ]


def find_members_of(text: str, organisation: Name) -> Offsets | None:
    """The words for people of an organisation with its name, "members of Congress"; None where none stand before it.

    >>> text = "reactions by senior members of Congress"
    >>> text[slice(*find_members_of(text, Name("Congress", 31, 39, 0)))]
    'senior members of Congress'
    """
    found = find_members(text, max(0, organisation.start - REACH), organisation.start)
    if found is None or not is_role_noun(found["noun"].casefold()):
        return None
    return found.start(), organisation.end
