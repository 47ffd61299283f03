"""Which person "the minister" or "the official" is, and when that is left open."""

import pytest

from service.components.sources.resolution import resolve_speaker
from tests.components.sources.scenes import build_scene
from tests.marked_text import read_marked

# Text, who "The …" is.
MENTIONS = [
    ("Ambassador [PERSON Ana Lopez] came. The ambassador said", "Ana Lopez"),
    ("Ambassador [PERSON Ana Lopez] came. The envoy said", "Ana Lopez"),
    ("Ambassador [PERSON Ana Lopez] came. The American diplomat said", "Ana Lopez"),
    ("Ambassador [PERSON Ana Lopez] met Judge [PERSON Ida Berg]. The striker said", None),
    ("Ambassador [PERSON Ana Lopez] came. The envoys said", None),
    ("Ambassador [PERSON Ana Lopez] came. An envoy said", None),
    ("[PERSON Ana Lopez] came. The 51-year-old said", "Ana Lopez"),
    ("Sen. [PERSON Ana Lopez] came. The senator said", "Ana Lopez"),
    ("Prof [PERSON Ana Lopez] came. The professor said", "Ana Lopez"),
    ("Mr [PERSON Hugo Lopez] came. The woman said", None),
    ("[PERSON Ana Lopez] came. Her neighbour said", None),
    ("Mayor [PERSON Ana Lopez] came. Her spokesperson said", None),
    ("Minister [PERSON Ana Lopez] met Minister [PERSON Hugo Berg]. The minister said", None),
]


@pytest.mark.parametrize(("marked", "name"), MENTIONS)
def test_role_mentions(marked: str, name: str | None) -> None:
    text = read_marked(marked)
    start, end = text.text.rindex(". ") + 2, text.text.rindex(" said")

    speaker = resolve_speaker(build_scene(text), (start, end), None)

    assert speaker.kind == ("unnamed" if name is None else "person")
    if name is not None:
        assert speaker.name is not None
        assert text.text[slice(*speaker.name)] == name
