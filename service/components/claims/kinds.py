"""What kind of assertion a claim is, and the quantities in it."""

import re

from service.components.claims.patterns import KIND_PATTERNS, QUANTITY, YEAR
from service.components.claims.signs import ROLES
from service.extraction import ClaimKind

# A sentence whose role is this likely to be a given one is of the kind that goes with it.
ROLE_KIND_LIMIT = 0.5
CLOCK_BEHIND = re.compile(
    r"""
      :\d                                                     # 9:30
    | \s?(?:[ap]\.?m\b|GMT|E[SD]T|P[SD]T|BST|CET|UTC|local\ time)
    """,
    re.VERBOSE | re.IGNORECASE,
)
MONTH = re.compile(r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?\s$")


def find_kind(claim: str, roles: tuple[float, ...]) -> ClaimKind:
    """The kind of a claim; roles: (n_roles,) probabilities of its sentence.

    >>> quiet = tuple(0.0 for _ in ROLES)
    >>> [find_kind(text, quiet) for text in ("Sales rose.", "Sales rose 3%.", "The bridge opened on Monday.")]
    ['trend', 'statistic', 'event']
    """
    if roles[ROLES.index("expectation")] >= ROLE_KIND_LIMIT:
        return "prediction"
    if find_quantities(claim):
        return "statistic"
    for kind, pattern in KIND_PATTERNS:
        if pattern.search(claim):
            return kind
    return "event"


def is_time(claim: str, start: int, end: int) -> bool:
    """Whether a number is an hour of the day.

    >>> is_time("at 9:00 pm", 3, 4), is_time("at 1020 GMT", 3, 7), is_time("won 9 seats", 4, 5)
    (True, True, False)
    """
    return CLOCK_BEHIND.match(claim, end) is not None or (start > 0 and claim[start - 1] == ":")


def find_quantities(claim: str) -> list[tuple[int, int]]:
    """The offsets of the quantities in a claim, units included; days of a month and years are none.

    >>> [("On May 4, 2021 it sold 1,200 tonnes at $3.5 million")[start:end] for start, end in
    ...  find_quantities("On May 4, 2021 it sold 1,200 tonnes at $3.5 million")]
    ['1,200 tonnes', '$3.5 million']
    """
    found: list[tuple[int, int]] = []
    for match in QUANTITY.finditer(claim):
        before = claim[max(0, match.start() - 11) : match.start()]
        if YEAR.match(match.group()) or MONTH.search(before) or is_time(claim, *match.span()):
            continue
        found.append(match.span())
    return found
