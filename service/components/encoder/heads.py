"""The heads of the encoder as data: what each one labels, and over which unit."""

from dataclasses import dataclass
from typing import Literal

from service.extraction import ORGANISATION_KINDS

ENTITY_TYPES = ("PERSON", "ORG", "LOC", "FAC", "NORP", "DATE", "MONEY", "PRODUCT", "MISC")
ATTRIBUTION_TYPES = ("SOURCE", "CUE", "CONTENT")


@dataclass(frozen=True, slots=True)
class Head:
    """One linear layer over the shared network.

    A `token` head is read at each token. A `sentence` head is read as the mean of its token scores over a
    sentence, which for a linear layer equals scoring the mean of the sentence's vectors. A `vector` head is read as the
    mean over the words of a mention, and its labels are dimensions.
    """

    level: Literal["token", "sentence", "vector"]
    labels: tuple[str, ...]


def spell_bio(types: tuple[str, ...]) -> tuple[str, ...]:
    """The labels of a begin-inside-outside scheme, O first.

    >>> spell_bio(("CUE",))
    ('O', 'B-CUE', 'I-CUE')
    """
    return ("O", *(f"{prefix}-{name}" for name in types for prefix in "BI"))


# A mention's vectors are this long. The first dimension of what chooses says how likely it means nobody named.
VECTOR_LENGTH = 32
DIMENSIONS = tuple(str(number) for number in range(VECTOR_LENGTH))

# The order of the heads and of their labels is the order of the columns in the network's output.
HEADS: dict[str, Head] = {
    "entities": Head("token", spell_bio(ENTITY_TYPES)),
    "attribution": Head("token", spell_bio(ATTRIBUTION_TYPES)),
    "sentences": Head("token", ("inside", "start")),
    # The discourse roles of Choubey et al. (2020); "boilerplate" is their NA.
    "roles": Head(
        "sentence",
        (
            "main",
            "main_consequence",
            "cause_specific",
            "cause_general",
            "evaluation",
            "expectation",
            "historical",
            "anecdotal",
            "boilerplate",
        ),
    ),
    # ClaimBuster's three classes: not a factual statement, a factual one that nobody would check, a check-worthy one.
    "claims": Head("sentence", ("non_factual", "unimportant", "check_worthy")),
    "opinion": Head("sentence", ("objective", "subjective")),
    "causality": Head("sentence", ("none", "causal")),
    # Read at the words of an organisation's names.
    "kinds": Head("token", ORGANISATION_KINDS),
    # Words that mean somebody, "the carrier" or "she", and the names that they may mean.
    "anaphors": Head("vector", DIMENSIONS),
    "antecedents": Head("vector", DIMENSIONS),
    # Persons, and the organisations that they may speak for.
    "members": Head("vector", DIMENSIONS),
    "owners": Head("vector", DIMENSIONS),
}

# The head of vectors of those who choose → that of the names among which they choose.
RELATIONS = {"anaphors": "antecedents", "members": "owners"}


def find_columns(name: str) -> slice:
    """The columns of the network's output that belong to the head of this name; KeyError where there is none."""
    start = 0
    for head_name, head in HEADS.items():
        if head_name == name:
            return slice(start, start + len(head.labels))
        start += len(head.labels)
    raise KeyError(name)


COLUMN_COUNT = sum(len(head.labels) for head in HEADS.values())
