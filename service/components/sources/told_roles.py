"""Roles that are told only when their bearer is cited again: “…,” said Ann Lee. The economist said …"""

from collections.abc import Iterable
from dataclasses import replace

from service.components.sources.patterns import DEFINITE_WORDS
from service.components.sources.role_words import is_role, is_role_noun
from service.components.sources.scene import Scene
from service.components.sources.speakers import Speaker
from service.text.names import find_words


def add_told_roles(scene: Scene, speakers: Iterable[Speaker]) -> Scene:
    """The scene, persons of whom nothing is printed beside a name described by the first role that cites them."""
    people = list(scene.cast.people)
    for speaker in speakers:
        if speaker.person is None or speaker.mention is None or people[speaker.person].description is not None:
            continue
        words = [word.casefold() for word in find_words(scene.text[slice(*speaker.mention)])]
        if is_definite_role(words):
            person = people[speaker.person]
            people[speaker.person] = replace(
                person, description=speaker.mention, role_words=person.role_words | {*words}
            )
    return replace(scene, cast=replace(scene.cast, people=tuple(people)))


def is_definite_role(words: list[str]) -> bool:
    """Whether words in lower case are a role told of before.

    >>> [is_definite_role(words.split()) for words in ("the labour economist", "an economist", "the 51-year-old")]
    [True, False, False]
    """
    return len(words) > 1 and words[0] in DEFINITE_WORDS and is_role_noun(words[-1]) and is_role(" ".join(words[1:]))
