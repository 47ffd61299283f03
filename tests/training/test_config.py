"""The two trainings: what each learns from, and that they differ in nothing else."""

import tomllib
from pathlib import Path
from typing import Any

import training
from training.corpora.catalogue import PERMISSIVE

FOLDER = Path(training.__file__).parent
DEFAULT, FREE = "config.toml", "permissive.toml"


def read_config(name: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / name).read_text(encoding="utf-8"))


def list_taught(name: str) -> set[str]:
    """The corpora that a training takes any pass over."""
    return {corpus for part in read_config(name)["rounds"] for corpus, passes in part["passes"].items() if passes}


def test_the_permissive_training_sees_free_corpora_alone() -> None:
    taught = list_taught(FREE)

    assert taught
    assert taught <= PERMISSIVE


def test_free_corpora_are_part_of_the_default_training() -> None:
    assert list_taught(DEFAULT) > PERMISSIVE


def test_the_trainings_differ_in_their_rounds_alone() -> None:
    default, free = read_config(DEFAULT), read_config(FREE)
    del default["rounds"], free["rounds"]

    assert default == free


def test_every_corpus_has_its_row_in_the_readme() -> None:
    table = (FOLDER / "README.md").read_text(encoding="utf-8")
    rows = [line.split("|")[1] for line in table.splitlines() if line.startswith("| ")]
    named = {name.strip() for row in rows for name in row.split(",")}

    assert list_taught(DEFAULT) <= named
