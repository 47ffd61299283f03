"""Which sources are several, and which are one."""

import pytest

from service.components.sources.joint_sources import part_sources
from tests.components.sources.scenes import read_cast
from tests.marked_text import read_marked

SOURCES = [
    ("[PERSON Ann Lee] and Mayor [PERSON Bob Fox]", ["Ann Lee", "Mayor Bob Fox"]),
    ("[ORG Acme], [ORG Bolt Co] and the [ORG Riveters]", ["Acme", "Bolt Co", "the Riveters"]),
    ("The [ORG Tidal Board] and [ORG Acme]", ["The Tidal Board", "Acme"]),
    ("The [ORG Tidal Board] (TB) and the [ORG Riveters]", ["The Tidal Board", "the Riveters"]),
    ("the speaker, [PERSON Ann Lee]", None),
    ("[PERSON Ceann Lee], [PERSON Bob Fox]", None),
    ("[PERSON Ann Lee] and her aunt, a friend of [PERSON Bob Fox]", None),
    ("[PERSON Ann Lee] of the [ORG Tidal Board] and [PERSON Bob Fox]", None),
    ("[PERSON Ann Lee] and others", None),
]


@pytest.mark.parametrize(("marked", "parts"), SOURCES)
def test_sources_are_parted(marked: str, parts: list[str] | None) -> None:
    text = read_marked(marked)

    found = part_sources(text.text, (0, len(text.text)), read_cast(text))

    assert [text.text[slice(*part)] for part in found] == (parts or [text.text])
