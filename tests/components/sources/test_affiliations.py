"""Which organisation a description ties a person to."""

import pytest

from service.components.sources.affiliations import find_affiliation, find_described
from service.extraction import OrganisationKind
from tests.components.sources.scenes import build_scene
from tests.marked_text import read_marked

# Text, the kinds of its organisations, the description, the affiliation.
AFFILIATIONS: list[tuple[str, list[OrganisationKind], str, str | None]] = [
    ("[PERSON Ann Park], a lawyer at [ORG UBS], left.", ["finance"], "a lawyer at UBS", "UBS"),
    ("[ORG Strait Link] sank. Its director, Ann Park, left.", ["company"], "Its director", "Strait Link"),
    ("[ORG Strait Link] sank. The union’s head, Ann Park, left.", ["company"], "The union’s head", None),
    ("[ORG Strait Link] sank. The company’s head, Ann Park, left.", ["company"], "The company’s head", "Strait Link"),
    ("[ORG Strait Link] sank. A director, Ann Park, left.", ["company"], "A director", None),
    ("The [ORG Miners' Union] met. Its rival, union chief Ann Park, left.", ["ngo"], "union chief", "Miners' Union"),
    ("The [ORG Miners' Guild] met. Its rival, union chief Ann Park, left.", ["ngo"], "union chief", None),
    (
        "The [ORG Ministry of Trade] met. Trade Minister Ann Park left.",
        ["government"],
        "Trade Minister",
        "Ministry of Trade",
    ),
    ("The [ORG Ministry of Trade] met. Labor Minister Ann Park left.", ["government"], "Labor Minister", None),
    ("The [ORG Marsh Senate] met. Sen. Ann Park left.", ["government"], "Sen.", "Marsh Senate"),
    ("The [ORG Marsh Assembly] met. Sen. Ann Park left.", ["government"], "Sen.", None),
    ("[ORG Strait Link] sank. Chairwoman Ann Park left.", ["company"], "Chairwoman", None),
    ("Ann Park, the [ORG Idaho Republican], left.", ["political"], "the Idaho Republican", None),
]


# Text, the affiliation of its only person.
AFFILIATED = [
    ("[PERSON Ann Park] of the [ORG Pilots Association] left.", "Pilots Association"),
    ("[PERSON Ann Park] ([ORG People First]) left.", "People First"),
    ("[PERSON Ann Park] left the [ORG Pilots Association].", None),
    ("[PERSON Ann Park], a former captain of [ORG Villa], left.", None),
]


@pytest.mark.parametrize(("marked", "name"), AFFILIATED)
def test_affiliations_of_persons(marked: str, name: str | None) -> None:
    scene = build_scene(read_marked(marked))

    found = find_affiliation(scene, scene.cast.people[0])

    assert (found.text if found else None) == name


@pytest.mark.parametrize(("marked", "kinds", "description", "name"), AFFILIATIONS)
def test_affiliations(marked: str, kinds: list[OrganisationKind], description: str, name: str | None) -> None:
    text = read_marked(marked)
    start = text.text.index(description)

    found = find_described(build_scene(text, kinds), (start, start + len(description)))

    assert (found.text if found else None) == name
