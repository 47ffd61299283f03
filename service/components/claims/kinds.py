"""What kind of assertion a claim is."""

from service.components.claims.patterns import KIND_PATTERNS
from service.components.claims.signs import ROLES
from service.extraction import ClaimKind

# A sentence whose role is this likely to be a given one is of the kind that goes with it.
ROLE_KIND_LIMIT = 0.5


def find_kind(claim: str, roles: tuple[float, ...], quantities: int) -> ClaimKind:
    """The kind of a claim; roles: (n_roles,) probabilities of its sentence. quantities: how many the claim has.

    >>> quiet = tuple(0.0 for _ in ROLES)
    >>> claims = (("Sales rose.", 0), ("Sales rose 3%.", 1), ("The bridge opened on Monday.", 0))
    >>> [find_kind(text, quiet, quantities) for text, quantities in claims]
    ['trend', 'statistic', 'event']
    """
    if roles[ROLES.index("expectation")] >= ROLE_KIND_LIMIT:
        return "prediction"
    if quantities:
        return "statistic"
    for kind, pattern in KIND_PATTERNS:
        if pattern.search(claim):
            return kind
    return "event"
