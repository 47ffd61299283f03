"""What mentions of one name make of each other."""

import numpy as np
import pytest

from service.components.encoder.agreement import agree_on_types
from service.components.encoder.bio import WordSpan
from service.components.encoder.heads import HEADS

LABELS = HEADS["entities"].labels


def read_mentions(*chances: tuple[float, float], other: str = "PERSON") -> tuple[list[WordSpan], np.ndarray]:
    """Mentions of one word each, of the likelier type, by the chances of the other type and of an organisation."""
    scores = np.full((len(chances), len(LABELS)), -20.0, dtype=np.float32)
    spans = []
    for word, (chance, organisation) in enumerate(chances):
        scores[word, LABELS.index(f"B-{other}")] = np.log(chance)
        scores[word, LABELS.index("B-ORG")] = np.log(organisation)
        spans.append(WordSpan(word, word + 1, other if chance > organisation else "ORG", max(chance, organisation)))
    return spans, scores


@pytest.mark.parametrize(
    ("chances", "types"),
    [
        # One weak reading among strong ones gives way.
        ([(0.6, 0.4), (0.01, 0.99), (0.01, 0.99)], ["ORG", "ORG", "ORG"]),
        # Of two that contradict each other the surer decides.
        ([(0.95, 0.05), (0.2, 0.8)], ["PERSON", "PERSON"]),
        ([(0.6, 0.4), (0.7, 0.3)], ["PERSON", "PERSON"]),
        ([(0.6, 0.4)], ["PERSON"]),
    ],
)
def test_types(chances: list[tuple[float, float]], types: list[str]) -> None:
    spans, scores = read_mentions(*chances)

    agreed = agree_on_types(spans, ["odhikar"] * len(spans), scores)

    assert [span.type for span in agreed] == types
    assert [(span.first, span.last) for span in agreed] == [(span.first, span.last) for span in spans]


def test_a_place_may_stand_for_its_team() -> None:
    spans, scores = read_mentions((0.9, 0.1), (0.2, 0.8), other="LOC")

    assert [span.type for span in agree_on_types(spans, ["china", "china"], scores)] == ["LOC", "ORG"]


def test_other_names_have_no_say() -> None:
    spans, scores = read_mentions((0.6, 0.4), (0.01, 0.99))

    assert agree_on_types(spans, ["odhikar", "provea"], scores) == spans


def test_short_names_have_no_say() -> None:
    spans, scores = read_mentions((0.6, 0.4), (0.01, 0.99))

    assert agree_on_types(spans, ["li", "li"], scores) == spans


@pytest.mark.parametrize(("other", "types"), [("MISC", ["ORG", "ORG"]), ("NORP", ["NORP", "ORG"])])
def test_a_people_is_no_short_name_of_what_begins_with_it(other: str, types: list[str]) -> None:
    spans, scores = read_mentions((0.6, 0.4), (0.01, 0.99), other=other)

    agreed = agree_on_types(spans, ["nigerian", "nigerian exchange"], scores)

    assert [span.type for span in agreed] == types
