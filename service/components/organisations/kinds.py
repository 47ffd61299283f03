"""What kind of organisation a name belongs to."""

from collections.abc import Iterable

from service.components.organisations.patterns import KIND_PATTERNS
from service.extraction import OrganisationKind


def find_kind(forms: Iterable[str]) -> OrganisationKind:
    """The kind that a word of an organisation's printed forms gives away, "other" where none does.

    >>> find_kind(["Harbour Bank", "Harbour"]), find_kind(["Nvidia"])
    ('finance', 'other')
    """
    known = tuple(forms)
    for kind, pattern in KIND_PATTERNS:
        if any(pattern.search(form) for form in known):
            return kind
    return "other"
