"""Worth: `python -m training.worth DATA WORK [VARIANT …]` trains short without one part, to show what it is worth.

Every variant is the first round of config.toml over a share of its texts, less what the variant leaves out, and leaves
WORK/VARIANT/fp32.onnx for `python -m evaluation.ablate`. Differences between short trainings say in which direction a
part works, not how much it adds to the long one.
"""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

import torch

from service.components.encoder.pieces import OPENING, UPPER
from training.corpora.catalogue import ENTITY_MAPS
from training.export import export_graph, load_network
from training.train import read_config, train

# Of the first round's passes over each corpus.
SHARE = 0.15
NEWSWIRE = frozenset(("conll2003", "finer_ord"))
NAMES = frozenset(ENTITY_MAPS)
SENTENCES = frozenset(("ewt", "gum"))
NO_CASE = "no-case"

Config = dict[str, Any]


def leave_out(config: Config, corpora: frozenset[str]) -> None:
    """Take the passes over these corpora out of the round."""
    passes = config["rounds"][0]["passes"]
    config["rounds"][0]["passes"] = {name: value for name, value in passes.items() if name not in corpora}


def keep_alone(config: Config, corpora: frozenset[str]) -> None:
    """Take the passes over all other corpora out of the round."""
    leave_out(config, frozenset(config["rounds"][0]["passes"]) - corpora)


VARIANTS: dict[str, Callable[[Config], None]] = {
    "everything": lambda config: None,
    NO_CASE: lambda config: config["augmentation"].update(shout=1.0),
    "no-worldwide": lambda config: leave_out(config, frozenset(("worldwide",))),
    "no-newswire": lambda config: leave_out(config, NEWSWIRE),
    "no-other-names": lambda config: leave_out(config, NAMES - NEWSWIRE - {"worldwide"}),
    "no-treebanks": lambda config: leave_out(config, SENTENCES),
    "names-alone": lambda config: keep_alone(config, NAMES),
    "attributions-alone": lambda config: keep_alone(config, frozenset(("polnear",))),
}


def build_config(variant: str) -> Config:
    """The short training of a variant."""
    config = read_config()
    config["rounds"] = config["rounds"][:1]
    config["rounds"][0]["share"] = 1.0
    # Rounds this short would average over their own start.
    config["schedule"]["average"] = 0.98
    VARIANTS[variant](config)
    passes = config["rounds"][0]["passes"]
    config["rounds"][0]["passes"] = {name: SHARE * value for name, value in passes.items()}
    return config


def measure_worth(data: Path, work: Path, variant: str) -> None:
    """Train a variant, and write its graph."""
    folder = work / variant
    config = build_config(variant)
    train(data, folder, config)
    network = load_network(folder / "weights.pt")
    if variant == NO_CASE:
        # Every text stood in capitals: what the network makes of that class goes for all of them.
        with torch.no_grad():
            table = network.encoder.embeddings.token_type_embeddings.weight
            table[:OPENING] = table[UPPER].clone()
    export_graph(network, folder / "fp32.onnx")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m training.worth", description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("work", type=Path)
    parser.add_argument("variants", nargs="*", metavar="VARIANT", help=", ".join(VARIANTS))
    options = parser.parse_args()
    for name in options.variants or VARIANTS:
        measure_worth(options.data, options.work, name)
