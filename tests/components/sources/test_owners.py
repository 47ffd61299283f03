"""Which organisation a role or a source is of, by its words."""

import pytest

from service.components.sources.owners import find_owner_fit
from service.components.sources.resolution import resolve_speaker
from service.extraction import OrganisationKind
from tests.components.sources.scenes import build_scene
from tests.marked_text import read_marked

# Text, a description in it, whether its only organisation is what the description's words mean.
MEANT: list[tuple[str, OrganisationKind, str, bool]] = [
    ("[ORG Strait Link] sank. Its director left.", "company", "Its director", True),
    ("[ORG Strait Link] sank. The union’s head left.", "company", "The union’s head", False),
    ("[ORG Strait Link] sank. The company’s head left.", "company", "The company’s head", True),
    ("The [ORG Miners' Union] met. Its union chief left.", "ngo", "union chief", True),
    ("The [ORG Miners' Guild] met. A union chief left.", "ngo", "union chief", False),
    ("The [ORG Ministry of Trade] met. The Trade Minister left.", "government", "Trade Minister", True),
    ("The [ORG Ministry of Trade] met. The Labor Minister left.", "government", "Labor Minister", False),
    ("The [ORG Marsh Senate] met. A Sen. left.", "government", "Sen.", True),
    ("The [ORG Marsh Assembly] met. A Sen. left.", "government", "Sen.", False),
    ("The [ORG Marsh High Court] sat. Judge Lee left.", "government", "Judge", True),
    ("The [ORG Marsh High Court] sat. Sergeant Lee left.", "government", "Sergeant", False),
    (
        "[ORG Strait Link] sank. The head of the state-owned company left.",
        "company",
        "The head of the state-owned company",
        True,
    ),
    ("[ORG Strait Link] sank. The head of the union left.", "company", "The head of the union", False),
    ("[ORG Strait Link] sank. The guard’s head left.", "company", "The guard’s head", False),
]
# What a source without a name is called behind "Strait Link", a company, and whether it belongs to it.
UNNAMED = [
    ("Its analysts", True),
    ("A spokesman for the company", True),
    ("The company’s lawyers", True),
    ("A lawyer for the union", False),
    ("Two fishermen", False),
]
# What is said to say something behind "Strait Link", a company, and whether it is the company that says it.
DOCUMENTS = [
    ("Its report", True),
    ("A filing by the company", True),
    ("A letter to the company’s board", False),
    ("Its report’s spokesman", False),
    ("A filing by the union", False),
]


@pytest.mark.parametrize(("marked", "kind", "description", "is_meant"), MEANT)
def test_what_the_words_of_a_description_mean(
    marked: str, kind: OrganisationKind, description: str, *, is_meant: bool
) -> None:
    scene = build_scene(read_marked(marked), [kind])
    start = scene.text.index(description)

    fit = find_owner_fit(scene, (start, start + len(description)))

    assert (fit is not None and fit(0) > 0.4) == is_meant


@pytest.mark.parametrize(("words", "belongs"), UNNAMED)
def test_sources_without_a_name(words: str, *, belongs: bool) -> None:
    scene = build_scene(read_marked(f"[ORG Strait Link] sank on Monday. {words} said so."), ["company"])
    start = scene.text.index(words)

    speaker = resolve_speaker(scene, (start, start + len(words)), None)

    assert speaker.kind == "unnamed"
    assert (speaker.affiliation.text if speaker.affiliation else None) == ("Strait Link" if belongs else None)


@pytest.mark.parametrize(("words", "speaks"), DOCUMENTS)
def test_documents_speak_for_whoever_issued_them(words: str, *, speaks: bool) -> None:
    scene = build_scene(read_marked(f"[ORG Strait Link] sank on Monday. {words} said so."), ["company"])
    start = scene.text.index(words)

    speaker = resolve_speaker(scene, (start, start + len(words)), None)

    assert speaker.kind == ("organisation" if speaks else "unnamed")
