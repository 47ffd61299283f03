"""Which organisation a description ties a person to."""

import pytest

from service.components.sources.affiliations import find_affiliation
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
]


@pytest.mark.parametrize(("marked", "kinds", "description", "name"), AFFILIATIONS)
def test_affiliations(marked: str, kinds: list[OrganisationKind], description: str, name: str | None) -> None:
    text = read_marked(marked)
    start = text.text.index(description)

    found = find_affiliation(build_scene(text, kinds), (start, start + len(description)))

    assert (found.text if found else None) == name
