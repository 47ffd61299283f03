"""Short texts of our own that name organisations twice: once by another form, or two that look alike."""

import csv
from dataclasses import dataclass
from pathlib import Path

CASES_PATH = Path(__file__).parent / "alias_cases.tsv"
COUNTS = {"one": True, "two": False}


@dataclass(frozen=True, slots=True)
class AliasCase:
    """A text with two names, without articles. is_one: whether they belong to one organisation."""

    is_one: bool
    names: tuple[str, str]
    text: str


def read_alias_cases(path: Path = CASES_PATH) -> list[AliasCase]:
    """The cases of a table with the columns count ("one" or "two"), name, other name and text.

    Raises ValueError where a text does not hold both names, KeyError where a count is neither.
    """
    with path.open(encoding="utf-8", newline="") as file:
        _, *rows = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
    cases = [AliasCase(COUNTS[count], (name, other), text) for count, name, other, text in rows]
    for case in cases:
        for name in case.names:
            if name not in case.text:
                raise ValueError(f"{name!r} does not stand in its text")
    return cases
