"""The written cases of names that belong together, and their score."""

from pathlib import Path

import pytest

from evaluation.alias_cases import AliasCase, read_alias_cases
from evaluation.scores.aliases import is_case_right
from service.extraction import Organisation

ONE = AliasCase(True, ("World Bank", "WB"), "The World Bank (WB) met.")
TWO = AliasCase(False, ("World Bank", "WB"), "The World Bank met WB.")


def build(number: str, name: str, *aliases: str) -> Organisation:
    """A found organisation."""
    return Organisation(number, name, "other", aliases, (), 0.0, ())


TOGETHER = [build("o1", "the World Bank", "WB")]
APART = [build("o1", "World Bank"), build("o2", "WB")]
HALF = [build("o1", "World Bank")]


@pytest.mark.parametrize(
    ("case", "found", "is_right"),
    [
        (ONE, TOGETHER, True),
        (ONE, APART, False),
        (ONE, HALF, False),
        (TWO, TOGETHER, False),
        (TWO, APART, True),
        (TWO, HALF, False),
    ],
)
def test_a_case_is_right(case: AliasCase, found: list[Organisation], is_right: bool) -> None:
    assert is_case_right(case, found) is is_right


def test_there_are_150_cases_of_both_sorts() -> None:
    cases = read_alias_cases()
    assert len(cases) == len({case.text for case in cases}) == 150
    assert sum(case.is_one for case in cases) == 110


def test_a_name_that_is_not_in_its_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "cases.tsv"
    path.write_text("count\tname\tother name\ttext\none\tAcme\tAC\tAcme met.\n", encoding="utf-8")
    with pytest.raises(ValueError, match="'AC' does not stand in its text"):
        read_alias_cases(path)
