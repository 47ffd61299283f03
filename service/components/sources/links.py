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
    return {
        relation: parse_weights(content.get(relation, {}), PAIR_FEATURES, NONE_FEATURES, f"{path.name} ({relation})")
        for relation in RELATIONS
    }


def write_links(path: Path, weights: Mapping[str, LinkWeights]) -> None:
    """Write the weights of every relation as JSON, each by the name of its feature."""
    content = {relation: spell_weights(part, PAIR_FEATURES, NONE_FEATURES) for relation, part in weights.items()}
    path.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")


def parse_weights(
    content: dict[str, dict[str, float]], pair_names: tuple[str, ...], none_names: tuple[str, ...], where: str
) -> LinkWeights:
    """The weights of a JSON object; ModelError, which says where, where they are of other features."""
    pair, none = content.get("pair", {}), content.get("none", {})
    if tuple(pair) != pair_names or tuple(none) != none_names:
        raise ModelError(f"{where} holds other features than this version of the service")
    return LinkWeights(np.array(list(pair.values())), np.array(list(none.values())))


def spell_weights(
    weights: LinkWeights, pair_names: tuple[str, ...], none_names: tuple[str, ...]
) -> dict[str, dict[str, float]]:
    """The weights as a JSON object, each by the name of its feature."""
    return {
        "pair": dict(zip(pair_names, np.round(weights.pair, DIGITS).tolist(), strict=True)),
        "none": dict(zip(none_names, np.round(weights.none, DIGITS).tolist(), strict=True)),
    }


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
