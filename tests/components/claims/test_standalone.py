"""Claims in words that can be read alone."""

from datetime import date

import pytest

from service.components.claims.standalone import spell_standalone
from service.extraction import Quote, QuotedSource, SourceKind, TextSpan

WEDNESDAY = date(2026, 3, 4)

DATED = [
    ("Acme closed two plants on Monday.", "Acme closed two plants on 2 March 2026."),
    ("Acme closed two plants Wednesday.", "Acme closed two plants on 4 March 2026."),
    ("Acme closed two plants on Thursday.", "Acme closed two plants on 26 February 2026."),
    ("Acme closed two plants yesterday.", "Acme closed two plants on 3 March 2026."),
    ("Acme will close two plants tomorrow.", "Acme will close two plants on 5 March 2026."),
    ("Acme closed two plants last year.", "Acme closed two plants in 2025."),
    ("Acme closed two plants Monday morning.", "Acme closed two plants on the morning of 2 March 2026."),
    ("As of Monday, Acme had two plants.", "As of 2 March 2026, Acme had two plants."),
    ("Since last year Acme had two plants.", "Since 2025 Acme had two plants."),
    ("Last year Acme closed two plants.", "In 2025 Acme closed two plants."),
    ("Tomorrow Acme will close two plants.", "On 5 March 2026 Acme will close two plants."),
    ("Acme will close two plants next month.", "Acme will close two plants in April 2026."),
    ("Acme closed two\nplants in 2024.", "Acme closed two plants in 2024."),
    # What lies ahead may be any such day, and a week is no date.
    ("Acme will close two plants on Monday.", None),
    ("Acme sold half of its goods on Black Friday.", None),
    ("Acme bought the Sunday Times.", None),
    ("Acme has two plants today.", None),
    ("Acme closed two plants last week.", None),
    ("Acme closed two plants last Monday.", None),
    ("Acme closed two plants last March.", None),
    ("Acme closed two plants three years ago.", None),
    ("That closed two plants in 2024.", None),
    ("Last year’s losses closed two plants.", None),
    ("The company closed two plants in 2024.", None),
    ("Acme closed its plants in 2024.", None),
    ("Acme closed these plants in 2024.", None),
]


@pytest.mark.parametrize(("claim", "standalone"), DATED)
def test_dates_and_words_that_point_back(claim: str, standalone: str | None) -> None:
    assert spell_standalone(claim, 0, None, WEDNESDAY) == standalone


def test_a_relative_date_needs_the_day_of_publication() -> None:
    assert spell_standalone("Acme closed two plants on Monday.", 0, None, None) is None
    assert spell_standalone("Acme closed two plants.", 0, None, None) == "Acme closed two plants."


def test_december_lies_before_january() -> None:
    claim = "Acme closed two plants last month."
    assert spell_standalone(claim, 0, None, date(2027, 1, 9)) == "Acme closed two plants in December 2026."


def name_owner(
    claim: str, speaker: str, name: str | None, *, kind: SourceKind = "person", confidence: float = 0.9
) -> tuple[QuotedSource, Quote]:
    """The owner of a claim that stands at 100, and in which the speaker is named."""
    at = 100 + claim.index(speaker)
    span = TextSpan(speaker, at, at + len(speaker))
    quote = Quote("q1", "indirect", confidence, "", (), None, span)
    return QuotedSource("s1", name, kind, None, None, None, (), (quote,)), quote


def test_the_speaker_has_a_full_name() -> None:
    claim = "she said prices fell by half in 2024"
    expected = "Ana Lee said prices fell by half in 2024"
    assert spell_standalone(claim, 100, name_owner(claim, "she", "Ana Lee"), None) == expected


@pytest.mark.parametrize(
    ("name", "kind", "confidence"),
    [("Ana Lee", "person", 0.5), (None, "unnamed", 0.9), ("an analyst", "unnamed", 0.9)],
)
def test_a_speaker_who_is_not_sure_stays_open(name: str | None, kind: SourceKind, confidence: float) -> None:
    claim = "she said prices fell by half in 2024"
    owner = name_owner(claim, "she", name, kind=kind, confidence=confidence)
    assert spell_standalone(claim, 100, owner, None) is None


def test_another_pronoun_stays_open() -> None:
    claim = "she said he halved prices in 2024"
    assert spell_standalone(claim, 100, name_owner(claim, "she", "Ana Lee"), None) is None
