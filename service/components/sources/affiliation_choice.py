"""The organisation that a person speaks for: the one printed with the person's role, else a choice among all and none.

The chances of that choice are a softmax over linear scores, as those of links are; the weights are learned from our
own articles by evaluation/weigh_affiliations.py.
"""

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from service.components.sources.affiliation_features import NONE_FEATURES, PAIR_FEATURES, list_affiliations
from service.components.sources.affiliations import (
    find_meant_affiliation,
    find_printed_affiliation,
    is_former,
)
from service.components.sources.antecedents import Table
from service.components.sources.cast import Name, Person
from service.components.sources.scene import Scene
from service.errors import ModelError

DIGITS = 4
# Below this probability no organisation is given.
LEAST_CERTAINTY = 0.5


@dataclass(frozen=True, slots=True)
class AffiliationWeights:
    """pair: (n_pair_features,). none: (n_none_features,)."""

    pair: Table
    none: Table


def find_affiliation(scene: Scene, person: Person, weights: AffiliationWeights) -> Name | None:
    """The organisation printed with a person's role or name, else the likeliest; None where none is likely enough."""
    if is_former(person):
        return None
    found = find_printed_affiliation(scene, person) or find_meant_affiliation(scene, person)
    return found or choose_affiliation(scene, person, weights)


def choose_affiliation(scene: Scene, person: Person, weights: AffiliationWeights) -> Name | None:
    """The likeliest organisation, as it is named first; None where none is likely enough."""
    choices = list_affiliations(scene, person)
    if not choices.numbers:
        return None
    scores = choices.pairs @ weights.pair
    best = int(scores.argmax())
    powers = np.exp(scores - scores[best]).sum() + np.exp(choices.none @ weights.none - scores[best])
    if 1 / float(powers) < LEAST_CERTAINTY:
        return None
    return next(name for name in scene.cast.organisations if name.number == choices.numbers[best])


def read_affiliations(path: Path) -> AffiliationWeights:
    """The weights; ModelError where the file names other features than these."""
    content: dict[str, dict[str, float]] = json.loads(path.read_text(encoding="utf-8"))
    pair, none = content.get("pair", {}), content.get("none", {})
    if tuple(pair) != PAIR_FEATURES or tuple(none) != NONE_FEATURES:
        raise ModelError(f"{path.name} holds other features than this version of the service")
    return AffiliationWeights(np.array(list(pair.values())), np.array(list(none.values())))


def write_affiliations(path: Path, weights: AffiliationWeights) -> None:
    """Write the weights as JSON, each by the name of its feature."""
    content = {
        "pair": dict(zip(PAIR_FEATURES, np.round(weights.pair, DIGITS).tolist(), strict=True)),
        "none": dict(zip(NONE_FEATURES, np.round(weights.none, DIGITS).tolist(), strict=True)),
    }
    path.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")
