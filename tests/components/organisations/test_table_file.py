"""The operator's table: what a file may hold, what is wrong with one, and whose a name is."""

import hashlib
import json
import logging
from pathlib import Path

import pytest

from service.components.organisations.table import OrganisationTable
from service.components.organisations.table_file import read_table
from service.components.organisations.table_rows import MOST_SHOWN
from service.errors import TableError

HEADER = "name,aliases,kind,wikidata,desk\n"


def read(folder: Path, content: str | bytes) -> OrganisationTable:
    """The table of a file with this content."""
    path = folder / "organisations.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_table(path)


def identify(table: OrganisationTable, printed: str) -> dict[str, str] | None:
    """The ids of the row that bears a printed name."""
    row = table.find_row(printed)
    return None if row is None else table.read_identifiers(row)


def test_csv_and_json_lines_give_the_same_table(tmp_path: Path) -> None:
    as_csv = read(tmp_path, HEADER + '"Acme, Sons",Acme|ACM,company,Q1,\r\n\r\nBolt Bank,,,,d-2\n')
    rows = [
        {"name": "Acme, Sons", "aliases": ["Acme", "ACM"], "kind": "company", "wikidata": "Q1", "desk": None},
        {"name": "Bolt Bank", "desk": "d-2"},
    ]
    as_json = read(tmp_path, "\n".join(json.dumps(row) for row in rows))

    for table in (as_csv, as_json):
        assert table.version.rows == 2
        for printed in ("Acme, Sons", "Acme", "ACM"):
            assert table.find_row(printed) == 0
        assert identify(table, "Acme") == {"wikidata": "Q1"}
        assert identify(table, "Bolt Bank") == {"desk": "d-2"}
        assert [table.find_kind(row) for row in (0, 1)] == ["company", None]


def test_ids_stand_in_the_order_of_the_columns(tmp_path: Path) -> None:
    table = read(tmp_path, "lei,name,desk\n,Acme,d-1\n2,Bolt,d-2\n")

    assert list((identify(table, "Bolt") or {}).items()) == [("lei", "2"), ("desk", "d-2")]
    assert identify(table, "Acme") == {"desk": "d-1"}


def test_ids_of_json_lines_stand_in_the_order_in_which_they_first_come(tmp_path: Path) -> None:
    table = read(tmp_path, '{"name": "Acme", "lei": "1"}\n{"name": "Bolt", "ticker": "B", "lei": "2"}\n')

    assert list((identify(table, "Bolt") or {}).items()) == [("lei", "2"), ("ticker", "B")]


def test_a_byte_order_mark_is_no_part_of_the_header(tmp_path: Path) -> None:
    assert read(tmp_path, b"\xef\xbb\xbfname\nAcme\n").find_row("Acme") == 0


def test_the_digest_is_that_of_the_file(tmp_path: Path) -> None:
    assert read(tmp_path, "name\nAcme\n").version.digest == hashlib.sha256(b"name\nAcme\n").hexdigest()


# Name in the table, a printing of it, whether it is one.
PRINTINGS = [
    ("Agent's Club", "Agent’s Club", True),
    ("Rhein\u2013Ruhr Bank", "Rhein-Ruhr\nBank", True),
    ("Bank of Tides", "Bank  of\u00a0Tides", True),
    ("Société Verte", "Socie\u0301te\u0301 Verte", False),
    ("Socie\u0301te\u0301 Verte", "Société Verte", True),
    ("The Straits Gazette", "Straits Gazette", True),
    ("Straits Gazette", "the Straits Gazette", True),
    ("The Gap", "Gap", False),
    ("Acme", "Acme Inc.", True),
    ("Acme Inc.", "Acme", False),
    ("Acme", "ACME", False),
    ("Acme", "Acmeville", False),
]


@pytest.mark.parametrize(("name", "printed", "same"), PRINTINGS)
def test_a_name_is_the_same_letters_in_the_same_case(tmp_path: Path, name: str, printed: str, same: bool) -> None:
    table = read(tmp_path, json.dumps({"name": name}))

    assert (table.find_row(printed) == 0) is same


WRONG = [
    ("", "line 1: no column 'name': the file is empty"),
    ("name;kind\n", "line 1: no column 'name' among 'name;kind'; commas part the columns"),
    ("name\n", "line 1: no rows"),
    ("name,desk,desk\nAcme,1,2\n", "line 1: the column 'desk' stands there 2 times"),
    ("name,\nAcme,1\n", "line 1: column 2 has no name"),
    ("name,kind\nAcme\n", "line 2: 1 cells; the header has 2"),
    ('name\n"Acme\nBolt\n', "line 2: no CSV: unexpected end of data"),
    ("name,kind\nAcme,shop\n", "line 2, kind: 'shop' is none of company, government"),
    ("name,kind\n ,media\n", "line 2, name: empty"),
    ("name\nX\n", "line 2, name: 'X' is too short"),
    ("name\n1984\n", "line 2, name: '1984' holds no letter"),
    ("name,aliases\nAcme,A|Ac\n", "line 2, aliases: 'A' is too short"),
    ("name\nAc\x07me\n", r"line 2, name: 'Ac\x07me' holds a control character"),
    ("name,desk\nAcme,1\x1f2\n", r"line 2, desk: '1\x1f2' holds a control character"),
    (f"name\n{'a' * 201}\n", "line 2, name: 201 characters; at most 200"),
    (f"name,desk\nAcme,{'a' * 501}\n", "line 2, desk: 501 characters; at most 500"),
    ('name\n"Acme\n"\nX\n', "line 4, name: 'X' is too short"),
    ("name\nAcme\n\nBolt\nAcme\n", "line 5, name: 'Acme' is the name in line 2 too"),
    ("name\nAcme Tides\nAcme  Tides\n", "line 3, name: 'Acme Tides' is the name in line 2 too"),
    ('{"name": "Acme"}\n{"name": }\n', "line 2: no JSON: Expecting value"),
    ('{"name": "Acme"}\n["Bolt"]\n', "line 2: no JSON object"),
    ('{"name": "Acme"}\n' + "[" * 100_000, "line 2: no JSON: nested too deeply"),
    ('{"nam": "Acme"}\n', "line 1, name: missing"),
    ('{"name": "Acme", "aliases": "Bolt"}\n', "line 1, aliases: 'Bolt' is no list of strings"),
    ('{"name": "Acme", "lei": 17}\n', "line 1, lei: 17 is no string"),
    ('{"name": "Ac\\ud800me"}\n', r"line 1, name: 'Ac\ud800me' holds a control character"),
    ('{"name": "Acme", "a\\u0007": "1"}\n', r"line 1: 'a\x07' can be the name of no column"),
]


@pytest.mark.parametrize(("content", "complaint"), WRONG)
def test_what_is_wrong_is_named_by_line_and_field(tmp_path: Path, content: str, complaint: str) -> None:
    with pytest.raises(TableError) as caught:
        read(tmp_path, content)

    assert complaint in str(caught.value).splitlines()[1]


def test_bytes_that_are_not_utf_8_are_named_by_line(tmp_path: Path) -> None:
    with pytest.raises(TableError, match="line 3: byte 0xE9 is no UTF-8"):
        read(tmp_path, b"name\nAcme\nSoci\xe9t\xe9\n")


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(TableError, match=r"none\.csv: No such file"):
        read_table(tmp_path / "none.csv")


def test_many_errors_are_counted_and_the_first_shown(tmp_path: Path) -> None:
    with pytest.raises(TableError) as caught:
        read(tmp_path, "name\nAcme\n" + "X\n" * 1_000)

    _, *lines = str(caught.value).splitlines()
    assert len(lines) == MOST_SHOWN + 1
    assert lines[0].startswith("line 3, name: 'X'")
    # From the second on it is a name twice, too.
    assert lines[-1] == f"and {1_000 + 999 - MOST_SHOWN:,} more"


def test_too_many_id_columns_are_refused(tmp_path: Path) -> None:
    row = {"name": "Acme", **{f"id{number}": "1" for number in range(101)}}
    with pytest.raises(TableError, match="'id100' is one id column too many; at most 100"):
        read(tmp_path, json.dumps(row))


def test_an_alias_of_several_rows_identifies_none(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        table = read(tmp_path, "name,aliases\nPeace Party,PP\nPirate Party,PP|Pirates\n")

    assert [table.find_row(printed) for printed in ("PP", "Pirates", "Pirate Party")] == [None, 1, 1]
    assert "several rows, and so identify none of them: 1, such as 'PP'" in caplog.text


def test_a_name_is_its_own_row_s_though_it_is_an_alias_of_another(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING):
        table = read(tmp_path, "name,aliases\nDelta Lines,Delta\nDelta,\n")

    assert table.find_row("Delta") == 1
    assert "the name of another row, and identify only that: 1, such as 'Delta'" in caplog.text


def test_an_alias_that_repeats_its_own_row_is_nothing_wrong(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    table = read(tmp_path, "name,aliases\nAcme,Acme| Acme |ACM|ACM\n")

    assert (table.find_row("Acme"), table.find_row("ACM"), caplog.text) == (0, 0, "")


def test_the_longest_name_is_found_and_none_inside_another(tmp_path: Path) -> None:
    table = read(tmp_path, "name,aliases\nFord,\nFord Foundation,\nYahoo!,\nAcme Tides,AT|Tides\nBolt Tides,Tides\n")
    text = "The Ford\nFoundation and Ford’s Yahoo! asked Fords, Acme Tides."

    found = [text[start:end] for start, end in table.names.find_all(text)]

    assert found == ["Ford\nFoundation", "Ford", "Yahoo!", "Acme Tides"]
