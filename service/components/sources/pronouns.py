"""Pronouns as speakers: the person or organisation that they stand for, or a source without a name."""

from service.components.sources.antecedents import choose_antecedent, list_persons
from service.components.sources.definites import choose_organisation, fit_any
from service.components.sources.patterns import FEMALE_WORDS, PERSON_PRONOUNS, PLURAL_PRONOUNS, THING_PRONOUNS
from service.components.sources.role_mentions import is_person_noun
from service.components.sources.scene import Scene
from service.components.sources.speakers import (
    Cited,
    Speaker,
    leave_unnamed,
    mention_again,
    name_organisation,
    name_person,
)
from service.text.names import find_words
from service.text.spans import Offsets, find_overlapping

# Below this probability an antecedent is not named.
LEAST_CERTAINTY = 0.5


def resolve_pronoun(scene: Scene, word: str, source: Offsets, previous: Cited | None) -> Speaker:
    """The antecedent of a pronoun; a source without a name where none is certain enough."""
    if word in PERSON_PRONOUNS:
        return resolve_person_pronoun(scene, word, source, previous)
    if word in THING_PRONOUNS:
        return resolve_thing_pronoun(scene, source, previous)
    if previous is not None and word in PLURAL_PRONOUNS and previous.speaker.kind != "person":
        return mention_again(previous.speaker, source)
    return leave_unnamed(source)


def resolve_thing_pronoun(scene: Scene, source: Offsets, previous: Cited | None) -> Speaker:
    """The organisation spoken of, where one is certain enough."""
    speaking = None if previous is None else previous.speaker.organisation
    found = choose_organisation(
        scene,
        source,
        fit_any,
        speaking,
        previous,
        weights=scene.weights.organisations,
        least_certainty=LEAST_CERTAINTY,
    )
    return leave_unnamed(source) if found is None else name_organisation(found[0], source, found[1])


def resolve_person_pronoun(scene: Scene, word: str, source: Offsets, previous: Cited | None) -> Speaker:
    """The person spoken of, where one is certain enough; or whoever spoke last, if without a name and nobody since."""
    if previous is not None and is_still_spoken_of(scene, previous, source[0]):
        return mention_again(previous.speaker, source)
    likeness = scene.vectors.compare("anaphors", source)
    candidates = list_persons(
        scene.cast, scene.places, source, likeness, is_female=word in FEMALE_WORDS, previous=previous
    )
    choice = choose_antecedent(candidates, scene.weights.pronouns, least_certainty=LEAST_CERTAINTY)
    if choice is None:
        return leave_unnamed(source)
    number, certainty = choice
    return name_person(scene.cast, number, source, certainty)


def is_still_spoken_of(scene: Scene, previous: Cited, start: int) -> bool:
    """Whether whoever spoke last is one person without a name, and nobody is named between there and start."""
    speaker = previous.speaker
    if speaker.kind != "unnamed" or speaker.name is None:
        return False
    is_person = any(is_person_noun(word.casefold()) for word in find_words(scene.text[slice(*speaker.name)]))
    return is_person and not find_overlapping(scene.cast.persons, previous.at, start)
