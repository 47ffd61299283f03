"""Rules of pairing quotation marks."""

import pytest

from service.text.quote_marks import curl_marks, pair_quote_marks
from tests.marked_text import read_marked

PAIRED = [
    ("“[Q No,]” said Lee. “[Q It ends.]”", "curly"),
    ('"[Q No,]" said Lee. "[Q It ends.]"', "straight"),
    ("''[Q No,]'' said Lee.", "two apostrophes"),
    ("«[Q Non,]» dit-il.", "guillemets"),
    ("„[Q Nein]“, sagte er.", "low and high"),
    ('"[Q No,]” said Lee. “[Q It ends.]”', "straight, then curly"),
    ("‘[Q No, it isn’t,]’ said Lee.", "single, with an apostrophe inside"),
    ("He said '[Q it isn't the day]' again.", "straight single, with an apostrophe inside"),
    ("“[Q He told me ‘[Q go]’ twice,]” she said.", "nested"),
    ("“[Q We go on.]\n“[Q And on.]”", "an open paragraph"),
    ('She said "stop. "[Q Go,]" he said.', "a stray before a pair"),
    ("No marks at all, said the players' union in the '90s.", "apostrophes only"),
    ("He is 6' 2\" tall.", "feet and inches"),
    ("”“", "a closer before an opener"),
    ("“[Q No.]”\n\n“\n\nHe left.", "a mark alone in its paragraph"),
]


@pytest.mark.parametrize(("marked", "rule"), PAIRED, ids=[rule for _, rule in PAIRED])
def test_pairs_of_marks(marked: str, rule: str) -> None:
    flat = marked.replace("‘[Q go]’ twice,]", "‘go’ twice,]") if rule == "nested" else marked
    expected = read_marked(flat)

    found = [(pair.start, pair.end) for pair in pair_quote_marks(expected.text) if pair.depth == 0]

    assert [offsets for offsets in found if offsets[0] < offsets[1]] == expected.find("Q")


def test_a_nested_pair_lies_one_deeper() -> None:
    assert [pair.depth for pair in pair_quote_marks("“He told me ‘go’ twice,” she said.")] == [0, 1]


@pytest.mark.xfail(reason="a plural possessive looks like a closing mark of single quotes")
def test_a_plural_possessive_inside_single_marks() -> None:
    assert [pair.end for pair in pair_quote_marks("He said 'it is the players' day' again.")] == [31]


@pytest.mark.parametrize("mark", ["“", '"', "''", "‘", "”", "»"])
def test_thousands_of_marks_end_in_time(mark: str) -> None:
    assert len(pair_quote_marks(f"a {mark}b " * 20_000)) <= 20_000


CURLED = [
    ('"Go," he said—"now."', "“Go,” he said—“now.”"),
    ("He said (\"yes\"). ``Go'' ", "He said (“yes”). “ Go”  "),
    ('He is 6" tall', "He is 6” tall"),
    ("the players' vote, they don't 'tis", "the players' vote, they don't 'tis"),
    ("„So“", "“So“"),
    ('"', "”"),
    ("", ""),
]


@pytest.mark.parametrize(("text", "curled"), CURLED)
def test_curly_marks_for_all(text: str, curled: str) -> None:
    assert curl_marks(text) == curled
    assert len(curled) == len(text)
