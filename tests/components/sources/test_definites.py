"""Which organisation "the company" is, and when that is left open."""

from dataclasses import replace

import pytest

from service.components.sources.resolution import resolve_speaker
from service.extraction import OrganisationKind
from tests.components.sources.scenes import build_scene
from tests.marked_text import read_marked

# Text, the kinds of its organisations, who "The …" is.
DEFINITES: list[tuple[str, list[OrganisationKind], str | None]] = [
    ("[ORG Strait Link] cut jobs. The company said", ["company"], "Strait Link"),
    ("[ORG Strait Link] cut jobs. The union said", ["company"], None),
    ("[ORG Strait Link] met the [ORG Maritime Union]. The company said", ["company", "ngo"], "Strait Link"),
    ("The [ORG Maritime Union] met [ORG Strait Link]. The union said", ["ngo", "company"], "Maritime Union"),
    ("[ORG Strait Link] cut jobs. [ORG Blue Fleet] grew. The company said", ["company", "company"], None),
    ("[ORG Strait Link] cut jobs. The ferry company said", ["company"], "Strait Link"),
    ("[ORG Strait Link] cut jobs. The Danish company said", ["company"], "Strait Link"),
    ("[ORG Strait Link] cut jobs. The Marsh Company said", ["company"], None),
    ("[ORG Strait Link] cut jobs. The Bilbao-based company said", ["company"], "Strait Link"),
    ("[ORG Strait Link] cut jobs. The country’s largest company said", ["company"], "Strait Link"),
    ("[ORG Strait Link] cut jobs. The miner’s company said", ["company"], None),
    ("[ORG Strait Link] cut jobs. A company said", ["company"], None),
    # Nouns that stand beside a name, of which there is no list.
    (
        "[ORG Strait Link], a ferry lessor based in Ea, met [ORG Blue Fleet]. The lessor said",
        ["company", "company"],
        "Strait Link",
    ),
    ("[ORG Strait Link] met [ORG Blue Fleet]. The lessor said", ["company", "company"], None),
    # Nouns within a name.
    ("[ORG Blackwater Chamber] met [ORG Blue Fleet]. The chamber said", ["ngo", "company"], "Blackwater Chamber"),
    ("[ORG Judge Fund] met [ORG Blue Fleet]. The judge said", ["ngo", "company"], None),
    ("The growers’ body, [ORG Root], met [ORG Blue Fleet]. The body said", ["ngo", "ngo"], "Root"),
]


@pytest.mark.parametrize(("marked", "kinds", "name"), DEFINITES)
def test_definites(marked: str, kinds: list[OrganisationKind], name: str | None) -> None:
    text = read_marked(marked)
    end = text.text.rindex(" said")
    start = text.text.rindex(". ") + 2

    speaker = resolve_speaker(build_scene(text, kinds), (start, end), None)

    assert speaker.kind == ("unnamed" if name is None else "organisation")
    if name is not None:
        assert speaker.name is not None
        assert text.text[slice(*speaker.name)] == name
        assert speaker.certainty < 1


def test_the_agency_of_the_dateline_is_not_the_company() -> None:
    text = read_marked("[ORG Globe Wire] saw the letter. The company said so.")
    scene = build_scene(text, ["company"])
    mention = (text.text.index("The company"), text.text.index(" said"))

    ours, others = resolve_speaker(scene, mention, None), replace(scene.cast, outlets=frozenset((0,)))

    assert ours.kind == "organisation"
    assert resolve_speaker(replace(scene, cast=others), mention, None).kind == "unnamed"
