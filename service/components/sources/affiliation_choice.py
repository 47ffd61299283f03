"""The organisation that a person speaks for: the one printed with the person's role, else a choice among all and none.

The chances of that choice are a softmax over linear scores, as those of links are; the weights are learned from our
own articles by evaluation/weigh_affiliations.py.
"""

import json
from pathlib import Path

from service.components.sources.affiliation_features import NONE_FEATURES, PAIR_FEATURES, list_affiliations
from service.components.sources.affiliations import (
    find_meant_affiliation,
    find_printed_affiliation,
    is_former,
)
from service.components.sources.cast import Name, Person
from service.components.sources.links import LinkWeights, choose, parse_weights, spell_weights
from service.components.sources.scene import Scene

# Below this probability no organisation is given.
LEAST_CERTAINTY = 0.5


def find_affiliation(scene: Scene, person: Person, weights: LinkWeights) -> Name | None:
    """The organisation printed with a person's role or name, else the likeliest; None where none is likely enough."""
    if is_former(person):
        return None
    found = find_printed_affiliation(scene, person) or find_meant_affiliation(scene, person)
    return found or choose_affiliation(scene, person, weights)


def choose_affiliation(scene: Scene, person: Person, weights: LinkWeights) -> Name | None:
    """The likeliest organisation, as it is named first; None where none is likely enough."""
    (link,) = choose(list_affiliations(scene, person), weights).values()
    if link.target is None or link.probability < LEAST_CERTAINTY:
        return None
    return next(name for name in scene.cast.organisations if name.number == link.target)


def read_affiliations(path: Path) -> LinkWeights:
    """The weights; ModelError where the file names other features than these."""
    return parse_weights(json.loads(path.read_text(encoding="utf-8")), PAIR_FEATURES, NONE_FEATURES, path.name)


def write_affiliations(path: Path, weights: LinkWeights) -> None:
    """Write the weights as JSON, each by the name of its feature."""
    content = spell_weights(weights, PAIR_FEATURES, NONE_FEATURES)
    path.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")
