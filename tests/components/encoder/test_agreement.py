"""What mentions of one name make of each other."""

import numpy as np
import pytest

from service.components.encoder.agreement import agree_on_types
from service.components.encoder.bio import WordSpan
from service.components.encoder.heads import HEADS

LABELS = HEADS["entities"].labels


def read_mentions(*chances: tuple[float, float]) -> tuple[list[WordSpan], np.ndarray]:
    """Mentions of one word each, of the likelier type, by the chances of a person and of an organisation."""
    scores = np.full((len(chances), len(LABELS)), -20.0, dtype=np.float32)
    spans = []
    for word, (person, organisation) in enumerate(chances):
        scores[word, LABELS.index("B-PERSON")] = np.log(person)
        scores[word, LABELS.index("B-ORG")] = np.log(organisation)
        spans.append(WordSpan(word, word + 1, "PERSON" if person > organisation else "ORG", max(person, organisation)))
    return spans, scores


@pytest.mark.parametrize(
    ("chances", "types"),
    [
        # One weak reading among strong ones gives way.
        ([(0.6, 0.4), (0.01, 0.99), (0.01, 0.99)], ["ORG", "ORG", "ORG"]),
        # Two strong readings stay apart: Washington the man, and Washington the place.
        ([(0.999, 0.001), (0.01, 0.99)], ["PERSON", "ORG"]),
        ([(0.6, 0.4), (0.7, 0.3)], ["PERSON", "PERSON"]),
        ([(0.6, 0.4)], ["PERSON"]),
    ],
)
def test_types(chances: list[tuple[float, float]], types: list[str]) -> None:
    spans, scores = read_mentions(*chances)

    agreed = agree_on_types(spans, ["odhikar"] * len(spans), scores)

    assert [span.type for span in agreed] == types
    assert [(span.first, span.last) for span in agreed] == [(span.first, span.last) for span in spans]


def test_other_names_have_no_say() -> None:
    spans, scores = read_mentions((0.6, 0.4), (0.01, 0.99))

    assert agree_on_types(spans, ["odhikar", "provea"], scores) == spans


def test_short_names_have_no_say() -> None:
    spans, scores = read_mentions((0.6, 0.4), (0.01, 0.99))

    assert agree_on_types(spans, ["li", "li"], scores) == spans
