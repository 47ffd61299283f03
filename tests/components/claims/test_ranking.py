"""Which assertions come first, and what they are."""

from pathlib import Path

import pytest

from service.components.claims.boilerplate import BOILERPLATE_LIMIT, is_boilerplate
from service.components.claims.ranking import Candidate, rank_claims, score_candidates
from service.components.claims.signs import CENTRAL_SIGNS, KEY_SIGNS, ROLES, Assertion, collect_words, list_signs
from service.components.claims.weights import ClaimWeights, read_weights, weigh, write_weights
from service.errors import ModelError

TEXT = "The dam burst on Monday night. The river dam burst late on Monday. Fish swim in many rivers today."
NO_HEADLINE: frozenset[str] = frozenset()
# The chances of roles and facts alone decide.
WEIGHTS = ClaimWeights(
    centrality={name: float(name == "event") for name in CENTRAL_SIGNS},
    key={name: float(name in ("event", "fact")) for name in KEY_SIGNS},
)


def build_candidate(start: int, end: int, role: str, *, factual: float = 0.9) -> Candidate:
    """A candidate that surely has one role."""
    roles = tuple(float(name == role) for name in ROLES)
    return Candidate(start, end, Assertion(collect_words(TEXT[start:end]), roles, factual, check_worthy=0.4))


MAIN = build_candidate(0, 30, "main")
REPEATED = build_candidate(31, 66, "main")
BACKGROUND = build_candidate(67, 98, "historical")


def test_the_main_event_comes_first_and_its_repetition_not_at_all() -> None:
    ranked = rank_claims(score_candidates([MAIN, REPEATED, BACKGROUND], NO_HEADLINE, WEIGHTS), limit=5)

    assert [claim.candidate for claim in ranked] == [MAIN, BACKGROUND]
    assert 1 >= ranked[0].score > ranked[1].score > 0
    assert 1 >= ranked[0].centrality > ranked[1].centrality > 0
    assert [claim.check_worthiness for claim in ranked] == [0.4, 0.4]


def test_what_asserts_no_fact_falls_behind() -> None:
    wish = build_candidate(0, 30, "historical", factual=0.1)
    ranked = rank_claims(score_candidates([wish, BACKGROUND], NO_HEADLINE, WEIGHTS), limit=5)

    assert [claim.candidate for claim in ranked] == [BACKGROUND, wish]
    assert ranked[0].claim > ranked[1].claim


def test_the_writers_opinion_is_half_a_claim_at_most() -> None:
    opinion = Candidate(MAIN.start, MAIN.end, MAIN.assertion, subjective=1.0)
    plain, writers = score_candidates([MAIN, opinion], NO_HEADLINE, WEIGHTS)

    assert writers.claim == pytest.approx(plain.claim / 2)


def test_no_more_than_asked_for() -> None:
    assert len(rank_claims(score_candidates([MAIN, BACKGROUND], NO_HEADLINE, WEIGHTS), limit=1)) == 1


def test_signs() -> None:
    counted = Assertion(collect_words("Two dams burst in May"), MAIN.assertion.roles, 0.5, quantities=7, reported=0.25)
    first, second = list_signs([MAIN.assertion, counted], collect_words("Dams burst"))

    assert tuple(first) == tuple(second) == KEY_SIGNS
    assert (first["opening"], second["opening"]) == (1.0, 0.0)
    assert second["order"] > first["order"] == 0.0
    assert (first["headline"], second["headline"]) == (0.5, 1.0)
    # "burst" is one of the four words of the first assertion, and in one of both assertions.
    assert first["shared"] == pytest.approx(1 / (2 * len(MAIN.assertion.words)))
    assert (second["fact"], second["quantities"], second["has_quantity"]) == (0.0, 3.0, 1.0)
    assert (second["reported"], second["direct"]) == (0.25, 0.0)


def test_no_sign_no_evidence() -> None:
    assert weigh(dict.fromkeys(CENTRAL_SIGNS, 0.0), WEIGHTS.centrality) == 0.5


def test_weights_come_back_as_written(tmp_path: Path) -> None:
    write_weights(tmp_path / "weights.json", WEIGHTS)
    assert read_weights(tmp_path / "weights.json") == WEIGHTS


def test_weights_for_other_signs_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "weights.json"
    path.write_text('{"centrality": {"constant": 1.0}, "key": {}}', encoding="utf-8")
    with pytest.raises(ModelError, match="other signs"):
        read_weights(path)


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
        ("Fox News' Ann Park and Tom Lee contributed to this report.", True),
        ("Image copyright Getty Images Image caption The dam burst on Monday", True),
        ("Related Coverage Dam bursts in Norway", True),
        ("Related: Dam bursts in Norway", True),
        ("By signing up, you agree to our privacy policy.", True),
        ("Read the full letter here.", True),
        ("To make a donation, click here.", True),
        ("Get up early and subscribe to our daily newsletter.", True),
        ("About Acme Metals Inc.", True),
        ("The story first appeared in a monthly.", True),
        ("Prices did not return to their old level.", False),
        ("The report was released on Monday.", False),
        ("About half of the crowd stood to applaud.", False),
        ("Related stories of abuse were told in court.", False),
        ("Smoking contributed to his death.", False),
        ("She denied it in a long interview (click here if you missed it).", False),
        ("Four million people signed up for coverage.", False),
        ("Iran did not respond to the attack.", False),
        ("Reporting requirements rose sharply in 2024.", False),
        ("The article of the treaty was dropped.", False),
        ("This dam was built in 1962.", False),
    ],
)
def test_boilerplate(line: str, expected: bool) -> None:
    assert is_boilerplate(line, 0.0) is expected


def test_the_network_alone_can_tell_boilerplate() -> None:
    assert is_boilerplate("Slideshow (3 Images)", BOILERPLATE_LIMIT)
    assert not is_boilerplate("Slideshow (3 Images)", BOILERPLATE_LIMIT - 0.01)
