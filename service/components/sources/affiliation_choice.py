"""The organisation that a person speaks for: the one printed with the person's role, else a choice among all and none.

The chances of that choice are a softmax over linear scores, as those of links are; the weights are learned from our
own articles by evaluation/weigh_affiliations.py.
"""

import json
from pathlib import Path

import numpy as np

from service.components.sources.affiliation_features import NONE_FEATURES, PAIR_FEATURES, list_affiliations
from service.components.sources.affiliations import (
    find_printed_affiliation,
    is_bare_title,
    is_former,
    is_head_of_state,
)
from service.components.sources.cast import Name, Person
from service.components.sources.links import LinkWeights, choose, parse_weights, spell_weights
from service.components.sources.owners import find_named_owner, find_owner, find_owner_fit
from service.components.sources.scene import Scene

# Below this probability no organisation is given: of 60 that the words of a role mean, and that weights of the other
# articles of our own give, 53 are right. Of those that a role merely fits, 31 of 56 are, and in the news of others,
# which name more organisations than are tied to anybody, one in five; so none is given. Of bare titles ("Chief
# executive") that weights of all articles give one, 39 of 44 are right, and all six in 200 articles of news.
LEAST_CERTAINTY = 0.5
MEANT = PAIR_FEATURES.index("meant")


def find_affiliation(scene: Scene, person: Person, weights: LinkWeights) -> Name | None:
    """The organisation printed with a person's role or name, else the likeliest; None where none is likely enough."""
    if is_former(person):
        return None
    printed = find_printed_affiliation(scene, person)
    if printed is not None or person.description is None:
        return printed
    return find_owner(scene, person.description) or choose_affiliation(scene, person, weights)


def choose_affiliation(scene: Scene, person: Person, weights: LinkWeights) -> Name | None:
    """The likeliest organisation, as it is named first; None where none is likely enough or the role means none.

    A head of state, "President Lee", speaks for a country.
    """
    if person.description is None or is_head_of_state(scene.text, person):
        return None
    named = find_named_owner(scene, person.description)
    if named is not None:
        return named
    is_bare = is_bare_title(scene.text, person.description)
    if not is_bare and find_owner_fit(scene, person.description) is None:
        return None
    choices = list_affiliations(scene, person)
    (link,) = choose(choices, weights).values()
    if link.target is None or link.probability < LEAST_CERTAINTY:
        return None
    (row,) = np.flatnonzero(choices.chosen == link.target)
    if not is_bare and not choices.pairs[row, MEANT]:
        return None
    return next(name for name in scene.cast.organisations if name.number == link.target)


def read_affiliations(path: Path) -> LinkWeights:
    """The weights; ModelError where the file names other features than these."""
    return parse_weights(json.loads(path.read_text(encoding="utf-8")), PAIR_FEATURES, NONE_FEATURES, path.name)


def write_affiliations(path: Path, weights: LinkWeights) -> None:
    """Write the weights as JSON, each by the name of its feature."""
    content = spell_weights(weights, PAIR_FEATURES, NONE_FEATURES)
    path.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")
