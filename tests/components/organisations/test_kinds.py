"""What kind of organisation a name belongs to, and when it is left open."""

import json
from pathlib import Path

import numpy as np
import pytest

from service.components.organisations.annotate import KINDS_NAME
from service.components.organisations.kinds import (
    KindWeights,
    ListedNames,
    choose_kind,
    find_chances,
    read_kinds,
    write_kinds,
)
from service.errors import ModelError
from service.extraction import ORGANISATION_KINDS, OrganisationKind
from service.pipeline.extractor import MODEL_PATH

NOTHING = np.zeros(len(ORGANISATION_KINDS), dtype=np.float32)
NAMES: list[tuple[list[str], OrganisationKind]] = [
    (["Harbour Valley Bank"], "finance"),
    (["Ministry of Tides", "MoT"], "government"),
    (["University of Lower Marsh"], "education"),
    (["Plasterers' Union"], "other"),
    (["Marsh County Hospital"], "health"),
    (["Reuters"], "media"),
    (["Xyzzy"], "other"),
]


@pytest.mark.parametrize(("forms", "kind"), NAMES)
def test_words_and_list_tell_the_kind_where_the_network_is_silent(forms: list[str], kind: OrganisationKind) -> None:
    chances = find_chances(forms, NOTHING, read_kinds(MODEL_PATH / "news_organisations" / KINDS_NAME))

    assert choose_kind(chances) == kind
    assert sum(chances.values()) == pytest.approx(1)


def test_network_outweighs_a_listed_name_that_it_is_sure_of() -> None:
    scores = NOTHING.copy()
    scores[ORGANISATION_KINDS.index("sports")] = 9
    weights = KindWeights({}, ListedNames({"mercury": "company"}))

    assert choose_kind(find_chances(["Mercury"], NOTHING, weights)) == "company"
    assert choose_kind(find_chances(["Mercury"], scores, weights)) == "sports"


def test_weights_come_back_as_written(tmp_path: Path) -> None:
    row = np.arange(len(ORGANISATION_KINDS), dtype=np.float32)

    write_kinds(tmp_path / KINDS_NAME, KindWeights({"bank$": row}, ListedNames({"acme": "company"})))
    weights = read_kinds(tmp_path / KINDS_NAME)

    assert weights.listed.kinds == {"acme": "company"}
    assert weights.words["bank$"].tolist() == row.tolist()


def test_weights_of_other_kinds_are_refused(tmp_path: Path) -> None:
    (tmp_path / KINDS_NAME).write_text(json.dumps({"kinds": ["shop"], "words": {}, "listed": {}}), encoding="utf-8")

    with pytest.raises(ModelError):
        read_kinds(tmp_path / KINDS_NAME)
