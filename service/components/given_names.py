"""Given names and whose they are: how many in a hundred bearers of a name are women.

The table is gzipped text, UTF-8: the credit, an empty line, then a folded name and a percentage in each line, parted by
a tab. Names that are no evidence either way are not in it. It is made by training/given_names.py.
"""

import gzip
from functools import cache
from pathlib import Path

from service.text.names import strip_accents

TABLE_PATH = Path(__file__).parents[1] / "model" / "given_names.tsv.gz"
# What a name says of someone who may bear any.
EVEN = 0.5


@cache
def load_given_names() -> dict[str, float]:
    """Folded name → the share of its bearers who are women, 0 to 1."""
    _, _, *lines = gzip.decompress(TABLE_PATH.read_bytes()).decode().split("\n")
    rows = (line.split("\t") for line in lines)
    return {name: int(percentage) / 100 for name, percentage in rows}


def find_share_of_women(given_name: str) -> float:
    """The share of a given name's bearers who are women, 0 to 1; one half where that is not known.

    >>> find_share_of_women("Michelle") > 0.9, find_share_of_women("José") < 0.1, find_share_of_women("Xq")
    (True, True, 0.5)
    """
    return load_given_names().get(fold_given_name(given_name), EVEN)


def fold_given_name(name: str) -> str:
    """The form by which given names are compared: small letters without accents.

    >>> fold_given_name("José"), fold_given_name("Anne-Marie")
    ('jose', 'anne-marie')
    """
    return strip_accents(name.casefold())
