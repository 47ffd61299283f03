"""Roles that are told when their bearer is cited again."""

import pytest

from service.components.sources.speakers import name_person
from service.components.sources.told_roles import add_told_roles
from tests.components.sources.scenes import build_scene
from tests.marked_text import read_marked


@pytest.mark.parametrize(
    ("marked", "again", "description"),
    [
        ("“It ends,” said [PERSON Ann Lee]. The economist said no.", "The economist", "The economist"),
        ("“It ends,” said [PERSON Ann Lee]. She said no.", "She", None),
        ("“It ends,” said [PERSON Ann Lee]. The 51-year-old said no.", "The 51-year-old", None),
        ("“It ends,” said [PERSON Ann Lee], a baker. The Briton said no.", "The Briton", "a baker"),
    ],
)
def test_a_role_that_cites_somebody_again(marked: str, again: str, description: str | None) -> None:
    text = read_marked(marked)
    start = text.text.index(again)
    scene = build_scene(text)

    told = add_told_roles(scene, [name_person(scene.cast, 0, (start, start + len(again)))])

    found = told.cast.people[0].description
    assert (text.text[slice(*found)] if found else None) == description
