"""The rows of the operator's file, CSV or JSON lines, each with its line, and complaints of what is no row."""

import csv
import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

# The columns that are no ids.
NAME, ALIASES, KIND = "name", "aliases", "kind"
OWN_COLUMNS = (NAME, ALIASES, KIND)
# Between the aliases of one row of a CSV file.
ALIAS_MARK = "|"
# So many complaints are shown, the others only counted.
MOST_SHOWN = 20
# A longer value is cut where a complaint quotes it.
LONGEST_QUOTED = 60


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row as it stands in the file. line: where it begins, from 1. identifiers: id column → value, "" for none."""

    line: int
    name: str
    aliases: tuple[str, ...]
    kind: str
    identifiers: Mapping[str, str]


class Complaints:
    """What is wrong with a file, the first MOST_SHOWN in words."""

    def __init__(self) -> None:
        self.count = 0
        self._shown: list[str] = []

    def add(self, line: int, detail: str, *, field: str = "") -> None:
        """One thing more is wrong."""
        self.count += 1
        if self.count <= MOST_SHOWN:
            self._shown.append(f"line {line}{', ' if field else ''}{field}: {detail}")

    def spell(self) -> str:
        """All of them, a line each."""
        hidden = self.count - len(self._shown)
        return "\n".join([*self._shown, f"and {hidden:,} more"] if hidden else self._shown)


def quote(value: object) -> str:
    """A value of the file for a complaint, cut where it is long."""
    spelled = repr(value)
    return spelled if len(spelled) <= LONGEST_QUOTED else f"{spelled[:LONGEST_QUOTED]}…"


def read_rows(text: str, complaints: Complaints) -> Iterator[TableRow]:
    """The rows of a file's text; what cannot be read as a row is complained of and left out.

    A file whose first letter is "{" holds JSON lines.
    """
    return read_json_lines(text, complaints) if text.lstrip()[:1] == "{" else read_csv(text, complaints)


def read_csv(text: str, complaints: Complaints) -> Iterator[TableRow]:
    """The rows of a CSV file with a header; empty lines are none."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    header: list[str] | None = None
    end = 0
    try:
        for cells in reader:
            # A quoted cell may run over several lines.
            line, end = end + 1, reader.line_num
            if not any(cells):
                continue
            if header is None:
                header = [cell.strip() for cell in cells]
                if not is_header(header, line, complaints):
                    return
            elif len(cells) != len(header):
                complaints.add(line, f"{len(cells)} cells; the header has {len(header)}")
            else:
                yield build_row(line, dict(zip(header, cells, strict=True)))
    except csv.Error as error:
        complaints.add(end + 1, f"no CSV: {error}")
        return
    if header is None:
        complaints.add(1, f"no column {NAME!r}: the file is empty")


def is_header(header: list[str], line: int, complaints: Complaints) -> bool:
    """Whether cells can be the header; what is wrong with them is complained of."""
    before = complaints.count
    if NAME not in header:
        complaints.add(line, f"no column {NAME!r} among {', '.join(map_quotes(header))}; commas part the columns")
    for column in sorted({column for column in header if header.count(column) > 1}):
        complaints.add(line, f"the column {quote(column)} stands there {header.count(column)} times")
    if "" in header:
        complaints.add(line, f"column {header.index('') + 1} has no name")
    return complaints.count == before


def map_quotes(values: list[str]) -> list[str]:
    """Each of the values for a complaint."""
    return [quote(value) for value in values]


def build_row(line: int, cells: Mapping[str, str]) -> TableRow:
    """The row of a CSV file's cells by column."""
    aliases = cells.get(ALIASES, "").split(ALIAS_MARK)
    return TableRow(
        line,
        cells[NAME],
        tuple(alias for alias in aliases if alias.strip()),
        cells.get(KIND, "").strip(),
        {scheme: cell.strip() for scheme, cell in cells.items() if scheme not in OWN_COLUMNS},
    )


def read_json_lines(text: str, complaints: Complaints) -> Iterator[TableRow]:
    """The rows of a file that has an object on each line; empty lines are none."""
    # Not splitlines: U+2028 may stand in a JSON string.
    for line, content in enumerate(text.split("\n"), start=1):
        if not content.strip():
            continue
        try:
            members = json.loads(content)
        except (ValueError, RecursionError) as error:
            reason = error.msg if isinstance(error, json.JSONDecodeError) else "nested too deeply"
            complaints.add(line, f"no JSON: {reason}")
            continue
        if not isinstance(members, dict):
            complaints.add(line, "no JSON object")
            continue
        row = read_members(line, members, complaints)
        if row is not None:
            yield row


def read_members(line: int, members: dict[str, Any], complaints: Complaints) -> TableRow | None:
    """The row of a JSON object, null counting as absent; None where a member has another type than it must."""
    given = {field: value for field, value in members.items() if value is not None}
    aliases = given.pop(ALIASES, [])
    before = complaints.count
    if not isinstance(aliases, list) or not all(isinstance(alias, str) for alias in aliases):
        complaints.add(line, f"{quote(aliases)} is no list of strings", field=ALIASES)
    for field, value in given.items():
        if not isinstance(value, str):
            complaints.add(line, f"{quote(value)} is no string", field=quote_field(field))
    if NAME not in given:
        complaints.add(line, "missing", field=NAME)
    if complaints.count > before:
        return None
    identifiers = {field: value.strip() for field, value in given.items() if field not in OWN_COLUMNS}
    return TableRow(line, given[NAME], tuple(aliases), given.get(KIND, "").strip(), identifiers)


def quote_field(field: str) -> str:
    """A field's name as it stands, or quoted where it holds more than letters."""
    return field if field.isidentifier() else quote(field)
