"""Whom a pronoun stands for: the evidence of places in the text, and of given names."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from service.components.encoder.scores import Floats
from service.components.sources.antecedents import (
    FEATURES,
    AntecedentWeights,
    Candidates,
    Places,
    choose_antecedent,
    list_persons,
    read_antecedents,
    write_antecedents,
)
from service.components.sources.cast import Cast, Name, build_cast
from service.components.sources.speakers import Cited, name_person
from service.errors import ModelError
from service.text.spans import Coverage
from tests.marked_text import read_marked

TEXT = read_marked(
    "[PERSON Ann Park] met [PERSON Tom Lee].\n“[PERSON Eve Dean] left.” [PERSON Ann Park] sat. She said so."
)
START = TEXT.text.index("She")
PLACES = Places(
    [0, TEXT.text.index("“"), TEXT.text.rindex("Ann"), START],
    [0, TEXT.text.index("“")],
    Coverage.of([(TEXT.text.index("Eve"), TEXT.text.index("”"))]),
)


def read_cast() -> Cast:
    """The cast of TEXT."""
    return build_cast(TEXT.text, TEXT.find("PERSON"), [], [])


def like_later(names: Sequence[Name]) -> Floats:
    """A likeness that is the place in the text, so that nearly all of a person's is that of the name printed last."""
    return np.array([name.start for name in names], dtype=np.float32)


def test_candidates_come_with_their_features() -> None:
    cast = read_cast()
    previous = Cited(name_person(cast, 0, (0, 8)), START - 2)

    candidates = list_persons(cast, PLACES, (START, START + 3), like_later, is_female=True, previous=previous)

    assert candidates.numbers == [0, 2, 1]
    rows = [dict(zip(FEATURES, row, strict=True)) for row in candidates.features.tolist()]
    ann, eve, tom = rows
    assert ann["named_last"]
    assert ann["spoke_last"]
    assert ann["spoke_just_now"]
    assert ann["opens_sentence"]
    assert ann["log_mentions"] == pytest.approx(np.log(3))
    assert ann["likeness"] == pytest.approx(TEXT.text.rindex("Ann"))
    assert eve["in_quotation"]
    assert eve["same_paragraph"]
    assert not eve["spoke_last"]
    assert tom["paragraph_before"]
    assert not tom["opens_sentence"]
    assert candidates.fits[0] > 0.9 > 0.1 > candidates.fits[2]


def test_the_chance_of_nobody_counts() -> None:
    candidates = Candidates([7, 8], np.zeros((2, len(FEATURES))), np.array([1.0, 0.5]))
    weights = AntecedentWeights(np.zeros(len(FEATURES)), 0.0)

    assert choose_antecedent(candidates, weights) == (7, pytest.approx(1 / 2))
    assert choose_antecedent(Candidates([], np.zeros((0, len(FEATURES))), np.zeros(0)), weights) is None


def test_weights_of_other_features_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "antecedents.json"
    weights = AntecedentWeights(np.arange(len(FEATURES), dtype=float), -1.0)
    write_antecedents(path, weights)
    assert read_antecedents(path).names.tolist() == weights.names.tolist()
    path.write_text(path.read_text(encoding="utf-8").replace("log_sentences", "log_words"), encoding="utf-8")

    with pytest.raises(ModelError, match="other features"):
        read_antecedents(path)
