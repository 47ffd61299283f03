"""What decoded content means between and beside quotation marks."""

import pytest

from service.components.sources.quotations import find_floating, shape_content
from service.text.quote_marks import pair_quote_marks
from tests.marked_text import read_marked

SHAPED = [
    ("[C “[Q We go on,]”] said Lee.", "direct"),
    ("He said [Q the plan “will fail by the spring” of next year].", "mixed"),
    ("He said [Q the so-called “deal” was off].", "indirect"),
    ("He said that [Q prices rose] .", "indirect"),
    ("He called it [Q “nonsense”] again.", "mixed"),
    ("He [CUE called] [Q the vote “nonsense”] again.", "mixed"),
    ("He [CUE said] [Q the “vote” was off].", "mixed"),
    ("He [CUE said] [Q “Vanity Fair” had got it wrong].", "indirect"),
]


@pytest.mark.parametrize(("marked", "kind"), SHAPED)
def test_kind_and_words(marked: str, kind: str) -> None:
    inner = marked.replace("[C ", "").replace("”] said", "” said")
    expected = read_marked(inner)
    (start, end) = expected.find("Q")[0]
    decoded = (start - 1, end + 1) if kind == "direct" else (start, end)

    pairs = [pair for pair in pair_quote_marks(expected.text) if pair.depth == 0]
    cue = expected.find("CUE")

    content = shape_content(expected.text, [decoded], pairs, cue[0] if cue else None)

    assert content is not None
    assert (content.kind, list(content.parts)) == (kind, expected.find("Q"))


def test_leading_that_and_closing_stop_are_left_out() -> None:
    text = "He said that prices rose."

    content = shape_content(text, [(8, 25)], [], None)

    assert content is not None
    assert [text[start:end] for start, end in content.parts] == ["prices rose"]


def test_only_marks_are_no_content() -> None:
    assert shape_content("“…”", [(0, 3)], list(pair_quote_marks("“…”")), None) is None


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("“We will go on until this is done.”", 1),
        ("The film “The Long Way Home at Last” opened.", 0),
        ("He is a so-called “influencer” now.", 0),
        ("“we will go on until it is done.”", 0),
    ],
)
def test_floating_marks_read_as_utterances(text: str, count: int) -> None:
    assert len(find_floating(text, list(pair_quote_marks(text)), [])) == count
