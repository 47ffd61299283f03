"""What kind of organisation a name belongs to: a weighing of three kinds of evidence.

What the network makes of the name where it stands (its head "kinds"), which words the printed names have, and whether
one of them is in a list of well-known names. The log-odds of all three are added up; the weights of words and the list
are made by training/kinds.py.
"""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np

from service.components.encoder.scores import Floats, softmax
from service.components.organisations.known_names import NameIndex
from service.components.span_keys import KindChances
from service.errors import ModelError
from service.extraction import ORGANISATION_KINDS, OrganisationKind
from service.text.names import fold_organisation

# What a listed name adds to the log-odds of its kind: others may bear the same name. Of 231 kinds on the development
# half of gold and 1,054 in our own articles that are kept apart 194 and 907 are right without the list, 204 and 921
# with 2, 207 and 921 with 3, 210 and 925 with 4.
KNOWN = 4.0
# Below this probability of the likeliest kind it is "other", the contract's word for what is unsure. 207 and 920 of the
# same are right without a bound and with 0.2, 207 and 921 with 0.3, 206 and 921 with 0.4, all with 3 for the list.
LEAST_CHANCE = 0.3
DIGITS = 2
find_words = re.compile(r"[^\W_]+(?:[.'&-][^\W_]+)*").findall


class ListedNames:
    """Well-known names, folded, each with its kind."""

    def __init__(self, kinds: Mapping[str, OrganisationKind]) -> None:
        self.kinds = kinds
        self._printed = NameIndex(kinds, fold_case)

    def find_name(self, forms: Iterable[str]) -> str | None:
        """The folded name that the longest of the printed forms to be listed has; None where none is."""
        folded = (fold_organisation(form) for form in sorted(forms, key=len, reverse=True))
        return next((name for name in folded if name in self.kinds), None)

    def find_end(self, text: str, start: int) -> int | None:
        """Where the longest of the names ends that is printed at start; None where none is.

        >>> text = "The Bank of Japan’s vow"
        >>> ListedNames({"bank of japan": "finance", "bank": "finance"}).find_end(text, 4)
        17
        """
        return self._printed.find_end(text, start)


def fold_case(name: str) -> str:
    """A printed name as listed names are written, but for its full stops."""
    return name.replace("’", "'").casefold()


@dataclass(frozen=True, slots=True)
class KindWeights:
    """words: feature → (n_kinds,) log-odds. listed: names whose kind is known."""

    words: Mapping[str, Floats]
    listed: ListedNames


def list_features(name: str) -> set[str]:
    """The features of a name: its words, each pair of neighbours, and which word is first and which last.

    >>> sorted(list_features("Bank of Japan"))
    ['^bank', 'bank', 'bank of', 'japan', 'japan$', 'of', 'of japan']
    """
    words = [word.removesuffix("'s") for word in find_words(name.casefold().replace("’", "'"))]
    words = [word for word in words if word not in ("a", "the")]
    if not words:
        return set()
    return {*words, f"^{words[0]}", f"{words[-1]}$", *(" ".join(pair) for pair in pairwise(words))}


def find_chances(forms: Iterable[str], scores: Floats, weights: KindWeights) -> KindChances:
    """The probability of each kind. forms: the printed names. scores: (n_kinds,) log-odds from the network."""
    printed = [*forms]
    features = {feature for form in printed for feature in list_features(form)}
    total = scores.copy()
    for feature in features & weights.words.keys():
        total += weights.words[feature]
    listed = weights.listed.find_name(printed)
    if listed is not None:
        total[ORGANISATION_KINDS.index(weights.listed.kinds[listed])] += KNOWN
    return dict(zip(ORGANISATION_KINDS, softmax(total).tolist(), strict=True))


def choose_kind(chances: KindChances) -> OrganisationKind:
    """The likeliest kind, "other" where none is likely.

    >>> choose_kind({"company": 0.6, "media": 0.4}), choose_kind({"company": 0.2, "media": 0.2})
    ('company', 'other')
    """
    best = max(chances, key=chances.__getitem__)
    return best if chances[best] >= LEAST_CHANCE else "other"


def read_kinds(path: Path) -> KindWeights:
    """The weights; ModelError where the file names other kinds than this version of the service."""
    content = json.loads(path.read_text(encoding="utf-8"))
    if tuple(content["kinds"]) != ORGANISATION_KINDS:
        raise ModelError(f"{path.name} holds other kinds than this version of the service")
    words = {feature: np.array(row, dtype=np.float32) for feature, row in content["words"].items()}
    listed = {name: kind for kind, names in content["listed"].items() for name in names}
    return KindWeights(words, ListedNames(listed))


def write_kinds(path: Path, weights: KindWeights) -> None:
    """Write the weights as JSON, a line for each word and for the listed names of each kind."""
    rows = {feature: np.round(row, DIGITS).tolist() for feature, row in sorted(weights.words.items())}
    listed = {
        kind: sorted(name for name, own in weights.listed.kinds.items() if own == kind) for kind in ORGANISATION_KINDS
    }
    lines = [
        f'"kinds": {json.dumps(ORGANISATION_KINDS)}',
        '"words": {\n' + ",\n".join(f"{json.dumps(word)}: {json.dumps(row)}" for word, row in rows.items()) + "}",
        '"listed": {\n'
        + ",\n".join(f"{json.dumps(kind)}: {json.dumps(names)}" for kind, names in listed.items())
        + "}",
    ]
    path.write_text("{" + ",\n".join(lines) + "}\n", encoding="utf-8")
