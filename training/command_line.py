"""The arguments that the programs share which teach an exported model."""

import argparse
from pathlib import Path


def read_data_and_model(description: str | None) -> tuple[Path, Path]:
    """The folder of corpora and that of the model, from the command line; description: what --help says."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("data", type=Path)
    parser.add_argument("model", type=Path)
    arguments = parser.parse_args()
    return arguments.data, arguments.model
