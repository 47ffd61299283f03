"""The five patterns, in every style of marks, with offsets into the text as it was given."""

import pytest

from evaluation.peers.guardian import find_quotes, level_marks

SAID = [
    pytest.param(
        "“It is late,” the mayor said. “We go.”",
        [("the mayor", ["It is late,", "We go."])],
        id="someone_said",
    ),
    pytest.param("“It is late,” said Ann Lee.", [("Ann Lee", ["It is late,"])], id="said_someone"),
    pytest.param("“Is it late?” Roe told reporters.", [("Roe", ["Is it late?"])], id="someone_told_someone"),
    pytest.param(
        "It rained. The mayor said on Friday: “It is late.”", [("The mayor", ["It is late."])], id="someone_said_colon"
    ),
    pytest.param(
        "The mayor said it was “far too late” for all, adding: “We go.”",
        [("The mayor", ["We go."])],
        id="adding_colon",
    ),
    pytest.param('"It is late," said Ann Lee.', [("Ann Lee", ["It is late,"])], id="straight marks"),
    pytest.param("''It is late,'' said Ann Lee.", [("Ann Lee", ["It is late,"])], id="two apostrophes"),
    pytest.param("He called it “far too late”.", [], id="no pattern"),
    pytest.param("“It is late, said Ann Lee.", [], id="mark without partner"),
]


@pytest.mark.parametrize(("text", "expected"), SAID)
def test_a_pattern_gives_speaker_and_parts(text, expected):
    found = [
        (
            " ".join(text[start:end] for start, end in quote.speakers),
            [text[start:end].strip("'") for start, end in quote.parts],
        )
        for quote in find_quotes(text)
    ]

    assert found == expected


def test_a_quotation_is_found_by_one_pattern_only():
    assert len(find_quotes("“It is late,” the mayor said, and told reporters so.")) == 1


@pytest.mark.parametrize("text", ["\"a\" ``b'' «c» “d", "it's 6'2\"", ""])
def test_levelled_marks_keep_every_offset(text):
    assert len(level_marks(text)) == len(text)
