"""When "the official" is the official of before, and when it is another."""

import pytest

from service.components.sources.speakers import Speaker
from service.components.sources.unnamed import Introduced
from service.text.spans import Offsets

FIRST = "A senior House official of the committee said so."


def find_again(text: str, mention: Offsets, before: list[Speaker]) -> Speaker | None:
    """Whom a mention means of those cited before, in order."""
    introduced = Introduced(text)
    for speaker in before:
        introduced.add(speaker)
    return introduced.find_again(mention)


@pytest.mark.parametrize(
    ("mention", "is_again"),
    [
        ("The official", True),
        ("the senior official", True),
        ("the same official", True),
        ("the tax official", False),
        ("An official", False),
        ("the officials", False),
        ("Its official", False),
        ("the committee", False),
    ],
)
def test_the_noun_of_a_source_without_a_name_means_it_again(mention: str, is_again: bool) -> None:
    text = f"{FIRST} {mention}"
    first = (0, FIRST.index(" said"))
    before = [Speaker("unnamed:a senior house official@0", "unnamed", first, first)]

    found = find_again(text, (len(FIRST) + 1, len(text)), before)

    assert found == (before[0] if is_again else None)


def test_who_was_not_introduced_as_somebody_new_is_not_told_of_again() -> None:
    text = "The Republican president rose. The president"
    before = [Speaker("unnamed:republican president", "unnamed", (0, 24), (0, 24))]

    assert find_again(text, (31, len(text)), before) is None


def test_the_last_of_several_is_meant() -> None:
    text = "A tall witness came. A short witness came. The witness"
    places = [(0, 14), (21, 36)]
    before = [Speaker(f"unnamed:{start}", "unnamed", (start, end), (start, end)) for start, end in places]

    assert find_again(text, (43, len(text)), before) == before[1]
