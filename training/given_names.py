"""Cuts the table of given names: python -m training.given_names.

The names and how often each is a woman's come from the package nomquamgender 0.1.4 (MIT), which pools 36 public lists:
Van Buskirk, Clauset and Larremore, "An Open-Source Cultural Consensus Approach to Name-Based Gender Classification"
(ICWSM 2023). The format is described in service/components/given_names.py.
"""

import gzip
import json
from importlib.util import find_spec
from pathlib import Path

from service.components.given_names import TABLE_PATH, fold_given_name

# A name that fewer of the lists know is left out.
LEAST_LISTS = 4
# One that is a woman's about as often as a man's is no evidence and is left out.
LEAST_DISTANCE = 0.2
CREDIT = "nomquamgender 0.1.4 (https://github.com/ianvanbuskirk/nomquamgender), MIT, cut by training/given_names.py"


def read_shares() -> dict[str, float]:
    """Folded name → the share of its bearers who are women."""
    # Its modules need pandas, its data do not.
    package = find_spec("nomquamgender")
    assert package is not None
    assert package.origin is not None
    content = Path(package.origin).with_name("name_data.json").read_text(encoding="utf-8")
    return {
        name: share
        for name, (lists, _, share, _) in json.loads(content).items()
        if lists >= LEAST_LISTS and abs(share - 0.5) >= LEAST_DISTANCE and fold_given_name(name) == name
    }


def write_table() -> None:
    """Write the names in order, each with its share in percent."""
    lines = [CREDIT, "", *(f"{name}\t{share:.0%}".rstrip("%") for name, share in sorted(read_shares().items()))]
    # Without a time stamp, so that the same names make the same file.
    TABLE_PATH.write_bytes(gzip.compress("\n".join(lines).encode(), mtime=0))


if __name__ == "__main__":
    write_table()
