"""What the words of roles tell once they are counted."""

from evaluation.role_counts import RoleCounts
from service.extraction import ORGANISATION_KINDS, OrganisationKind


def tell_kind(kind: OrganisationKind) -> dict[OrganisationKind, float]:
    return {own: float(own == kind) for own in ORGANISATION_KINDS}


def test_roles_tell_of_what_kind_and_whether_there_is_one() -> None:
    counts = RoleCounts()
    for _ in range(6):
        counts.add("General secretary", tell_kind("other"))
        counts.add("The bank’s economist", tell_kind("finance"))
        counts.add("a retired fisherman", None)
    counts.add("a juggler", None)
    evidence = counts.weigh()

    assert evidence.find_kind_odds("secretary", tell_kind("other")) > 0
    assert evidence.find_kind_odds("secretary", tell_kind("finance")) < 0
    assert evidence.find_none_odds(["retired", "fisherman"]) > 0 > evidence.find_none_odds(["general", "secretary"])
    # Of one alone, and of those that were never seen, nothing is known.
    assert evidence.find_none_odds(["juggler"]) == evidence.find_kind_odds("juggler", tell_kind("finance")) == 0


def test_nothing_counted_tells_nothing() -> None:
    evidence = RoleCounts().weigh()

    assert (evidence.kinds, evidence.words) == ({}, {})
