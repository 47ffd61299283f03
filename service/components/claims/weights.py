"""What each sign weighs: two logistic regressions, for the centrality of an assertion and for its score."""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from service.components.claims.signs import CENTRAL_SIGNS, KEY_SIGNS
from service.errors import ModelError

# Beside the code, for the weights stand for the signs that it computes, and change with them.
WEIGHTS_PATH = Path(__file__).with_name("weights.json")
DIGITS = 4


@dataclass(frozen=True, slots=True)
class ClaimWeights:
    """Sign → weight. centrality: learned on the discourse corpus's main events, key: on our own articles' key claims.

    Both by `python -m evaluation.weigh_claims`, which prints how well they do on articles kept apart.
    """

    centrality: Mapping[str, float]
    key: Mapping[str, float]


def weigh(signs: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """The probability, 0 to 1, that signs give by weights."""
    return 1 / (1 + math.exp(-sum(weight * signs[name] for name, weight in weights.items())))


def read_weights(path: Path) -> ClaimWeights:
    """The weights of this file; ModelError where they are for other signs."""
    tables = json.loads(path.read_text(encoding="utf-8"))
    weights = ClaimWeights(tables["centrality"], tables["key"])
    if tuple(weights.centrality) != CENTRAL_SIGNS or tuple(weights.key) != KEY_SIGNS:
        raise ModelError(f"{path.name} holds other signs than this version of the service")
    return weights


def write_weights(path: Path, weights: ClaimWeights) -> None:
    """Write the weights as JSON."""
    tables = {
        "centrality": {name: round(weights.centrality[name], DIGITS) for name in CENTRAL_SIGNS},
        "key": {name: round(weights.key[name], DIGITS) for name in KEY_SIGNS},
    }
    path.write_text(json.dumps(tables, indent=1) + "\n", encoding="utf-8")
