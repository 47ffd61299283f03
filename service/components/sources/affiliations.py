"""The organisation that a person's description ties the person to, by name or as "its" and "the company’s"."""

from collections.abc import Callable
from functools import partial

from service.components.sources.cast import Name
from service.components.sources.definites import FITTING, choose_organisation, find_fit
from service.components.sources.organisation_nouns import KINDS_OF_NOUNS
from service.components.sources.scene import Scene
from service.text.names import find_words
from service.text.spans import Offsets, find_overlapping

OWNERS = frozenset(("its", "their"))
POSSESSIVE_ENDINGS = ("’s", "'s")


def find_affiliation(scene: Scene, description: Offsets) -> Name | None:
    """The organisation that a description names, else the one that its first words mean; None where none is certain."""
    named = find_overlapping(scene.cast.organisations, *description)
    if named:
        return named[0]
    fit = find_owner_fit(scene, description)
    found = None if fit is None else choose_organisation(scene, description[0], fit, None, None)
    return None if found is None else found[0]


def find_owner_fit(scene: Scene, description: Offsets) -> Callable[[int], float] | None:
    """How far an organisation fits "its" or "the company’s" where a description begins so; None where it does not."""
    words = [word.casefold() for word in find_words(scene.text[slice(*description)])[:2]]
    if words and words[0] in OWNERS:
        return lambda number: FITTING
    noun = words[1] if len(words) == 2 and words[0] == "the" and words[1].endswith(POSSESSIVE_ENDINGS) else ""
    return partial(find_fit, scene.cast, noun=noun[:-2]) if noun[:-2] in KINDS_OF_NOUNS else None
