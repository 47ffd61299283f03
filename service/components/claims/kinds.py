"""What kind of assertion a claim is."""

from service.components.claims.patterns import KIND_PATTERNS
from service.components.claims.quantities import find_quantities
from service.components.claims.signs import ROLES
from service.extraction import ClaimKind

# A sentence whose role is this likely to be a given one is of the kind that goes with it.
ROLE_KIND_LIMIT = 0.5


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
