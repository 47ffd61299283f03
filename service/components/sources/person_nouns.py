"""Nouns that first of all mean a person: "metallurgist", "passenger", "cousin".

The list is gzipped text, ASCII: the credit, an empty line, then a noun in lower case in each line. It is made by
training/person_nouns.py.
"""

import gzip
from functools import cache
from pathlib import Path

LIST_PATH = Path(__file__).parents[2] / "model" / "person_nouns.txt.gz"


@cache
def load_person_nouns() -> frozenset[str]:
    """The nouns, each in lower case."""
    _, _, *nouns = gzip.decompress(LIST_PATH.read_bytes()).decode().split("\n")
    return frozenset(nouns)
