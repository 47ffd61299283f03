"""How sure a quotation is, from what is known of it."""

from pathlib import Path

import pytest

from service.components.encoder.bio import WordSpan
from service.components.sources.attribution import LinkedAttribution
from service.components.sources.confidence import (
    FEATURES,
    describe_confidence,
    estimate_confidence,
    read_confidence,
    write_confidence,
)
from service.components.sources.quotations import Content
from service.errors import ModelError

CONTENT = Content("direct", ((0, 40),))
SOURCED = LinkedAttribution(
    (WordSpan(0, 4, "CONTENT", 0.5), WordSpan(8, 12, "CONTENT", 0.9)),
    WordSpan(5, 6, "CUE", 0.8),
    WordSpan(6, 7, "SOURCE", 0.7),
    0.6,
    0.4,
)
BARE = LinkedAttribution((WordSpan(0, 4, "CONTENT", 0.5),), None, None, 0.6, 0.4)


def describe(linked: LinkedAttribution) -> dict[str, float]:
    return dict(zip(FEATURES, describe_confidence(linked, CONTENT), strict=True))


def test_the_surest_part_speaks_for_a_content() -> None:
    values = describe(SOURCED)

    assert (values["content"], values["cue"], values["source"]) == (0.9, 0.8, 0.7)
    assert (values["cue_certainty"], values["source_certainty"]) == (0.6, 0.4)
    assert (values["no_cue"], values["no_source"], values["parts"]) == (0, 0, 1)
    assert (values["direct"], values["mixed"]) == (1, 0)


def test_what_is_missing_is_said() -> None:
    values = describe(BARE)

    assert (values["cue"], values["source"]) == (0, 0)
    assert (values["no_cue"], values["no_source"], values["parts"]) == (1, 1, 0)


def test_confidence_is_a_probability_that_follows_its_weights() -> None:
    weights = dict.fromkeys(FEATURES, 0.0)

    assert estimate_confidence(SOURCED, CONTENT, weights) == 0.5
    assert estimate_confidence(SOURCED, CONTENT, weights | {"source": 2.0}) > 0.5
    assert estimate_confidence(BARE, CONTENT, weights | {"no_cue": -2.0}) < 0.5


def test_weights_come_back_as_they_were_written(tmp_path: Path) -> None:
    weights = {name: number / 4 for number, name in enumerate(FEATURES)}
    write_confidence(tmp_path / "confidence.json", weights)

    assert read_confidence(tmp_path / "confidence.json") == weights


def test_weights_for_other_features_are_refused(tmp_path: Path) -> None:
    (tmp_path / "confidence.json").write_text('{"constant": 1.0}', encoding="utf-8")

    with pytest.raises(ModelError, match=r"confidence\.json"):
        read_confidence(tmp_path / "confidence.json")
