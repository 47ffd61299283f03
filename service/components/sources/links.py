"""Which spans belong together: a conditional choice among the spans nearby, with weights learned from PolNeAR.

Every content chooses its cue, every cue its source, and a content without a cue its source; "none" is a choice too.
The chances of the choices of one span are a softmax over linear scores: McFadden's conditional logit.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from service.components.sources.link_features import NONE_FEATURES, PAIR_FEATURES, RELATIONS, Choices, Table
from service.errors import ModelError

# Digits of a weight behind the point.
DIGITS = 4
NOTHING = -1


@dataclass(frozen=True, slots=True)
class LinkWeights:
    """The weights of one relation. pair: (n_pair_features,). none: (n_none_features,)."""

    pair: Table
    none: Table


@dataclass(frozen=True, slots=True)
class Link:
    """The choice of a span: the index of another, None for none, and how probable it is among the choices."""

    target: int | None
    probability: float


def read_links(path: Path) -> dict[str, LinkWeights]:
    """Relation → its weights; ModelError where the file names other features than these."""
    content = json.loads(path.read_text(encoding="utf-8"))
    weights: dict[str, LinkWeights] = {}
    for relation in RELATIONS:
        part = content.get(relation, {})
        pair, none = part.get("pair", {}), part.get("none", {})
        if tuple(pair) != PAIR_FEATURES or tuple(none) != NONE_FEATURES:
            raise ModelError(f"{path.name} holds other features for {relation} than this version of the service")
        weights[relation] = LinkWeights(np.array(list(pair.values())), np.array(list(none.values())))
    return weights


def write_links(path: Path, weights: Mapping[str, LinkWeights]) -> None:
    """Write the weights of every relation as JSON, each by the name of its feature."""
    content = {
        relation: {
            "pair": dict(zip(PAIR_FEATURES, np.round(part.pair, DIGITS).tolist(), strict=True)),
            "none": dict(zip(NONE_FEATURES, np.round(part.none, DIGITS).tolist(), strict=True)),
        }
        for relation, part in weights.items()
    }
    path.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")


def choose(choices: Choices, weights: LinkWeights) -> dict[int, Link]:
    """Chooser → its likeliest choice."""
    scores = choices.pairs @ weights.pair
    null = choices.none @ weights.none
    best, chosen = null.copy(), np.full(len(null), NOTHING)
    for pair, owner in enumerate(choices.owners.tolist()):
        if scores[pair] > best[owner]:
            best[owner], chosen[owner] = scores[pair], choices.chosen[pair]
    powers = np.exp(null - best)
    np.add.at(powers, choices.owners, np.exp(scores - best[choices.owners]))
    return {
        chooser: Link(None if target == NOTHING else target, 1 / power)
        for chooser, target, power in zip(choices.choosers.tolist(), chosen.tolist(), powers.tolist(), strict=True)
    }
