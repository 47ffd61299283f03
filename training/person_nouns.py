"""Cuts the list of person nouns: `python -m training.person_nouns WORDNET`, the folder that holds data.noun.

The nouns come from WordNet 3.0 (Princeton University; Debian's package wordnet-base has its files): Fellbaum, "WordNet:
An Electronic Lexical Database" (1998). A noun is a person noun where its first, most frequent sense lies under
person.n.01. The format is described in service/components/sources/person_nouns.py.
"""

import argparse
import gzip
from collections.abc import Iterator
from pathlib import Path

from service.components.sources.person_nouns import LIST_PATH

# The synset of "person, individual, someone", by its place in data.noun of WordNet 3.0.
PERSON = "00007846"
HYPERNYM = "@"
CREDIT = "WordNet 3.0, Copyright 2006 by Princeton University (WordNet licence), cut by training/person_nouns.py"


def read_rows(path: Path) -> Iterator[list[str]]:
    """The fields of each row of a WordNet file; the lines of its licence begin with blanks."""
    with path.open(encoding="ascii") as lines:
        for line in lines:
            if not line.startswith("  "):
                yield line.partition(" | ")[0].split()


def read_synsets(folder: Path) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """Synset → its words as written; synset → the synsets above it."""
    words: dict[str, list[str]] = {}
    above: dict[str, list[str]] = {}
    for fields in read_rows(folder / "data.noun"):
        pointers = 4 + 2 * int(fields[3], 16)
        words[fields[0]] = fields[4:pointers:2]
        symbols = fields[pointers + 1 :: 4]
        targets = fields[pointers + 2 :: 4]
        above[fields[0]] = [target for symbol, target in zip(symbols, targets, strict=False) if symbol == HYPERNYM]
    return words, above


def find_below(above: dict[str, list[str]], root: str) -> set[str]:
    """The synsets under root, itself among them."""
    below: dict[str, list[str]] = {}
    for synset, hypernyms in above.items():
        for hypernym in hypernyms:
            below.setdefault(hypernym, []).append(synset)
    found: set[str] = set()
    waiting = [root]
    while waiting:
        synset = waiting.pop()
        if synset not in found:
            found.add(synset)
            waiting.extend(below.get(synset, ()))
    return found


def list_person_nouns(folder: Path) -> list[str]:
    """The single words, in order and in lower case, that first of all mean a person; no names."""
    words, above = read_synsets(folder)
    persons = find_below(above, PERSON)
    nouns: list[str] = []
    for lemma, _, _, pointers, *rest in read_rows(folder / "index.noun"):
        first = rest[int(pointers) + 2]
        if first in persons and "_" not in lemma and lemma in words[first]:
            nouns.append(lemma)
    return nouns


def write_list(folder: Path) -> None:
    """Write the nouns, without a time stamp, so that the same nouns make the same file."""
    LIST_PATH.write_bytes(gzip.compress("\n".join([CREDIT, "", *list_person_nouns(folder)]).encode(), mtime=0))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("wordnet", type=Path)
    write_list(parser.parse_args().wordnet)
