"""Which organisation a person speaks for."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

import numpy as np
import pytest

from service.components.encoder.scores import Floats
from service.components.sources.affiliation_choice import (
    AffiliationWeights,
    choose_affiliation,
    find_affiliation,
    read_affiliations,
)
from service.components.sources.affiliation_features import NONE_FEATURES, PAIR_FEATURES, Role, list_affiliations
from service.components.sources.affiliations import find_printed_affiliation
from service.components.sources.annotate import AFFILIATIONS_NAME
from service.components.sources.cast import Name
from service.components.sources.role_evidence import RoleEvidence
from service.components.sources.vectors import Likeness, MentionVectors, Relation
from service.errors import ModelError
from service.extraction import ORGANISATION_KINDS, OrganisationKind
from service.pipeline.extractor import MODEL_PATH
from service.text.spans import Offsets
from tests.components.sources.scenes import build_scene
from tests.marked_text import read_marked

WEIGHTS_PATH = MODEL_PATH / "news_sources" / AFFILIATIONS_NAME

# Text, the organisation printed with the role or the name of its only person.
PRINTED = [
    ("[PERSON Ann Park], a lawyer at [ORG UBS], left.", "UBS"),
    ("[PERSON Ann Park] of the [ORG Pilots Association] left.", "Pilots Association"),
    ("[PERSON Ann Park] ([ORG People First]) left.", "People First"),
    ("[PERSON Ann Park] left the [ORG Pilots Association].", None),
    ("[PERSON Ann Park], the [ORG Idaho Republican], left.", None),
    ("[PERSON Ann Park], a Democrat who chairs the state [ORG Senate], left.", "Senate"),
    ("[PERSON Ann Park], who now works for the [ORG Pilots Association], left.", "Pilots Association"),
    ("[PERSON Ann Park], who praised the [ORG Pilots Association], left.", None),
]
# Text, the kinds of its organisations, the affiliation of its person.
CHOSEN: list[tuple[str, list[OrganisationKind], str | None]] = [
    ("[ORG Strait Link] sank. Its director, [PERSON Ann Park], left.", ["company"], "Strait Link"),
    (
        "[ORG Strait Link] sued [ORG Marsh University]. The company’s head, [PERSON Ann Park], left.",
        ["company", "education"],
        "Strait Link",
    ),
    # Who is named only later is not referred to, unless the noun stands in the name.
    (
        "[ORG Strait Link] sank. The company’s head, [PERSON Ann Park], sued [ORG Blue Fleet].",
        ["company", "company"],
        "Strait Link",
    ),
    ("It sank. The company’s head, [PERSON Ann Park], sued [ORG Blue Fleet].", ["company"], None),
    ("It sank. The union’s head, [PERSON Ann Park], left. The [ORG Ferry Union] met.", ["other"], "Ferry Union"),
    ("[ORG Strait Link] sank. [PERSON Ann Park], a fisherman from Ea, left.", ["company"], None),
    ("[PERSON Ann Park], a former captain of [ORG Villa], left.", ["sports"], None),
    ("[PERSON Ann Park], a fisherman, left.", [], None),
    (
        "The [ORG Marsh High Court] sat. It rained. It snowed. Judge [PERSON Ann Park] left.",
        ["government"],
        "Marsh High Court",
    ),
    # A bare title, one of many, a head of state, and nobody of whom a role is known.
    ("[ORG Strait Link] sank. Managing director [PERSON Ann Park] left.", ["company"], "Strait Link"),
    ("[ORG Strait Link] sank. A director, [PERSON Ann Park], left.", ["company"], None),
    ("[ORG Marsh Senate] met. The Senate’s guest, President [PERSON Ann Park], left.", ["government"], None),
    ("[ORG Strait Link] sank. [PERSON Ann Park] left.", ["company"], None),
]


@pytest.mark.parametrize(("marked", "name"), PRINTED)
def test_affiliations_that_are_printed(marked: str, name: str | None) -> None:
    scene = build_scene(read_marked(marked))

    found = find_printed_affiliation(scene, scene.cast.people[0])

    assert (found.text if found else None) == name


@pytest.mark.parametrize(("marked", "kinds", "name"), CHOSEN)
def test_affiliations(marked: str, kinds: list[OrganisationKind], name: str | None) -> None:
    scene = build_scene(read_marked(marked), kinds)

    found = find_affiliation(scene, scene.cast.people[0], (), read_affiliations(WEIGHTS_PATH))

    assert (found.text if found else None) == name


class SeenVectors(MentionVectors):
    """Vectors by which every name goes with any words at the same log-odds."""

    odds = 0.0

    def compare(self, relation: Relation, words: Offsets) -> Likeness:
        return partial(repeat_odds, self.odds)


class SureVectors(SeenVectors):
    odds = 6.0


def repeat_odds(odds: float, names: Sequence[Name]) -> Floats:
    """(n_names,) the same log-odds."""
    return np.full(len(names), odds, dtype=np.float32)


@pytest.mark.parametrize("role", [", a fisherman", ""])
def test_whose_role_may_be_anybodys_is_given_what_the_network_sees(role: str) -> None:
    scene = build_scene(read_marked(f"[ORG Strait Link] met. [PERSON Ann Park]{role}, left."), ["company"])
    weights = read_affiliations(WEIGHTS_PATH)
    found = {
        kind: find_affiliation(replace(scene, vectors=kind()), scene.cast.people[0], (), weights)
        for kind in (SeenVectors, SureVectors)
    }
    assert found[SeenVectors] is None
    assert found[SureVectors] == scene.cast.organisations[0]


def test_so_is_a_source_without_a_name() -> None:
    scene = build_scene(read_marked("[ORG Strait Link] met. An engineer left."), ["company"])
    engineer = scene.text.index("An engineer")
    role = Role.of_unnamed((engineer, engineer + len("An engineer")))
    weights = read_affiliations(WEIGHTS_PATH)
    assert choose_affiliation(replace(scene, vectors=SeenVectors()), role, (), weights) is None
    assert choose_affiliation(replace(scene, vectors=SureVectors()), role, (), weights) == scene.cast.organisations[0]


def test_features_tell_what_stands_where() -> None:
    scene = build_scene(
        read_marked(
            "[ORG Strait Link] sank, the firm said. [ORG Acme] grew. "
            "The union’s head, [PERSON Ann Park], told [ORG Ea Clinic] that the big hospital erred."
        ),
        ["company", "company", "health"],
    )
    role = Role.of(scene.cast.people[0])
    firm = scene.text.index("the firm")
    evidence = RoleEvidence({"head": {kind: 2.0 if kind == "company" else 0.5 for kind in ORGANISATION_KINDS}}, {})

    choices = list_affiliations(scene, role, [Name("", firm, firm + 8, 0)], evidence)
    columns = dict(zip(PAIR_FEATURES, choices.pairs.T.tolist(), strict=True))

    assert choices.chosen.tolist() == [0, 1, 2]
    assert columns["only_later"] == [0, 0, 1]
    assert columns["opens_sentence_before"] == [0, 1, 0]
    assert columns["opened_last"] == [0, 1, 0]
    assert columns["follows_in_sentence"] == [0, 0, 1]
    assert columns["cited"] == [1, 0, 0]
    assert columns["cited_just_before"] == [0, 0, 0]
    assert columns["first_of_article"] == [1, 0, 0]
    assert columns["log_sentences_before"][0] > columns["log_sentences_before"][1] > 0
    # "The hospital" fits the clinic, "head" rather companies; none of them is the union.
    assert columns["noun_in_sentence"][2] > 0.4 > columns["noun_in_sentence"][0]
    assert columns["kind_odds"][0] == columns["kind_odds"][1] > 0 > columns["kind_odds"][2]
    assert max(columns["meant"]) < 0.1
    none = dict(zip(NONE_FEATURES, choices.none[0].tolist(), strict=True))
    assert none["bare_title"] == none["no_role"] == none["unnamed"] == 0


def test_sources_without_a_role_or_a_name_are_told_apart() -> None:
    scene = build_scene(read_marked("[ORG Acme] grew. [PERSON Ann Park] and an analyst left."))
    analyst = scene.text.index("an analyst")
    roles = (Role.of(scene.cast.people[0]), Role.of_unnamed((analyst, analyst + 10)))

    choices = [list_affiliations(scene, role, (), RoleEvidence({}, {})) for role in roles]

    person, unnamed = (dict(zip(NONE_FEATURES, one.none[0].tolist(), strict=True)) for one in choices)
    assert (person["no_role"], person["unnamed"]) == (1, 0)
    assert (unnamed["no_role"], unnamed["unnamed"]) == (0, 1)


def test_organisations_far_away_are_not_compared() -> None:
    filling = "It rained. " * 400
    scene = build_scene(
        read_marked(
            f"[ORG Alpha] sank. [ORG Beta] grew. {filling}Its head, [PERSON Ann Park], left. {filling}[ORG Rho] rose."
        )
    )
    role = Role.of(scene.cast.people[0])

    assert list_affiliations(scene, role, (), RoleEvidence({}, {})).chosen.tolist() == [0]


def test_weights_of_other_features_are_refused(tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("weights") / AFFILIATIONS_NAME
    path.write_text('{"pair": {"age": 1.0}, "none": {}}', encoding="utf-8")

    with pytest.raises(ModelError, match="other features"):
        read_affiliations(path)
    assert isinstance(read_affiliations(WEIGHTS_PATH), AffiliationWeights)
