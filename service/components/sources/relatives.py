"""Relative pronouns as speakers: whoever stands before "who", "which" or "that"."""

import re

from service.components.sources.cast import Name
from service.components.sources.organisation_phrases import resolve_organisation
from service.components.sources.role_words import is_role_noun
from service.components.sources.scene import Scene
from service.components.sources.speakers import Speaker, leave_unnamed, name_organisation, name_person
from service.text.spans import Offsets, find_overlapping, find_start

# Between a name and its "who" stands at most a comma, or an apposition.
REACH = 120
PERSONAL = frozenset(("who", "whom"))
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
    text, cast = scene.text, scene.cast
    before = sorted(
        (
            name
            for names in (cast.persons, cast.organisations)
            for name in find_overlapping(names, max(0, source[0] - REACH), source[0])
            if name.end <= source[0] and not any(mark in text[name.end : source[0]] for mark in SENTENCE_MARKS)
        ),
        key=find_start,
    )
    if not before:
        return leave_unnamed(source)
    last = before[-1]
    word = text[slice(*source)].split()[0]
    pronoun = (source[0], source[0] + len(word))
    if last in cast.persons:
        return name_person(cast, last.number, pronoun)
    if word.casefold() in PERSONAL:
        described = [name for name in before if name in cast.persons and text.startswith(", ", name.end)]
        if described and text[last.end : source[0]] == ", ":
            return name_person(cast, described[-1].number, pronoun)
        members = find_members_of(text, last)
        if members is not None:
            return resolve_organisation(text, members, [last])
    return name_organisation(last, pronoun)


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
