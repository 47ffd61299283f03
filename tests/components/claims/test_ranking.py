"""Which assertions come first, and what they are."""

import pytest

from service.components.claims.candidates import is_boilerplate
from service.components.claims.kinds import find_quantities
from service.components.claims.ranking import ROLES, Candidate, rank_claims

TEXT = "The dam burst on Monday night. The river dam burst late on Monday. Fish swim in many rivers today."


def build_candidate(start: int, end: int, role: str, *, sentence: int = 0, factual: float = 0.9) -> Candidate:
    """A candidate that surely has one role."""
    return Candidate(start, end, sentence, tuple(float(name == role) for name in ROLES), factual, 0.0)


MAIN = build_candidate(0, 30, "main")
REPEATED = build_candidate(31, 66, "main", sentence=1)
BACKGROUND = build_candidate(67, 98, "historical", sentence=2)


def test_the_main_event_comes_first_and_its_repetition_not_at_all() -> None:
    ranked = rank_claims(TEXT, [BACKGROUND, REPEATED, MAIN], frozenset(), limit=5)

    assert [claim.candidate for claim in ranked] == [MAIN, BACKGROUND]
    assert 1 >= ranked[0].score > ranked[1].score > 0


def test_what_asserts_no_fact_falls_behind() -> None:
    wish = build_candidate(0, 30, "main", factual=0.1)

    assert [claim.candidate for claim in rank_claims(TEXT, [wish, BACKGROUND], frozenset(), limit=5)][-1] == wish


def test_no_more_than_asked_for() -> None:
    assert len(rank_claims(TEXT, [MAIN, BACKGROUND], frozenset(), limit=1)) == 1


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Reporting by Ann Park in Oslo; Editing by Tom Lee", True),
        ("This article is part of our series on water.", True),
        ("(Adds details, background)", True),
        ("Subscribe to our newsletter.", True),
        ("The finance ministry declined to comment.", True),
        ("A spokesman didn’t reply to emails.", True),
        ("Officials could not immediately be reached.", True),
        ("Prices did not return to their old level.", False),
        ("Iran did not respond to the attack.", False),
        ("Reporting requirements rose sharply in 2024.", False),
        ("The article of the treaty was dropped.", False),
        ("This dam was built in 1962.", False),
    ],
)
def test_boilerplate(line: str, expected: bool) -> None:
    assert is_boilerplate(line) is expected


@pytest.mark.parametrize(
    ("claim", "quantities"),
    [
        ("Sales rose 3.5 percent to $1.2 billion in 2024.", ["3.5 percent", "$1.2 billion"]),
        ("It opened on March 3 at 9:30 a.m.", []),
        ("The plant employs 1,150 people.", ["1,150 people"]),
        ("No numbers here.", []),
    ],
)
def test_quantities(claim: str, quantities: list[str]) -> None:
    assert [claim[start:end] for start, end in find_quantities(claim)] == quantities
