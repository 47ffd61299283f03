"""Which organisations are which rows."""

from pathlib import Path

import pytest

from service.components.organisations.aliases import Mention, group_mentions
from service.components.organisations.identities import identify_groups
from service.components.organisations.table import OrganisationTable
from service.components.organisations.table_file import read_table

TABLE = """name,aliases
International Business Machines,IBM|Big Blue
Ford,
Google,
Google DeepMind,
Senate of Tides,
Tidal Security Council,
Security Council,
Delta Lines,Delta
"""


@pytest.fixture
def table(tmp_path: Path) -> OrganisationTable:
    (tmp_path / "table.csv").write_text(TABLE, encoding="utf-8")
    return read_table(tmp_path / "table.csv")


# The printed names in their order; the entries with their rows, counted from 0.
IDENTIFIED: list[tuple[list[str], list[tuple[list[str], int | None]]]] = [
    (["Big Blue", "Acme", "IBM"], [(["Big Blue", "IBM"], 0), (["Acme"], None)]),
    (["Ford", "Acme"], [(["Ford"], 1), (["Acme"], None)]),
    (["Ford Foundation", "Ford"], [(["Ford Foundation", "Ford"], None)]),
    (["Google", "Google DeepMind", "Google"], [(["Google", "Google"], 2), (["Google DeepMind"], 3)]),
    (["Senate of Tides", "Senate"], [(["Senate of Tides", "Senate"], 4)]),
    (["Tidal Security Council", "Security Council"], [(["Tidal Security Council", "Security Council"], 5)]),
    (["Delta Lines Group", "Delta Lines", "Delta"], [(["Delta Lines Group", "Delta Lines", "Delta"], 7)]),
]


@pytest.mark.parametrize(("names", "expected"), IDENTIFIED)
def test_rows(table: OrganisationTable, names: list[str], expected: list[tuple[list[str], int | None]]) -> None:
    mentions = [Mention(name, 100 * at, 100 * at + len(name), 0.9) for at, name in enumerate(names)]

    identified = identify_groups(group_mentions("", mentions), table)

    assert [([mention.text for mention in found.mentions], found.row) for found in identified] == expected


def test_without_a_table_groups_stay_as_they_are() -> None:
    groups = [[Mention("Acme", 0, 4, 0.9)], [Mention("Bolt", 9, 13, 0.9)]]

    assert [(found.mentions, found.row) for found in identify_groups(groups, None)] == [
        (group, None) for group in groups
    ]
