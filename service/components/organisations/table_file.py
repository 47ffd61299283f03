"""The operator's file of organisations: checked whole, and refused with the lines that are wrong, or taken whole."""

import hashlib
import logging
import re
import unicodedata
from array import array
from pathlib import Path

from service.components.organisations.known_names import LONGEST_NAME
from service.components.organisations.table import NO_KIND, NOBODY, OrganisationTable, fold_name, join_values
from service.components.organisations.table_rows import ALIASES, KIND, NAME, Complaints, TableRow, quote, read_rows
from service.errors import TableError
from service.extraction import ORGANISATION_KINDS, MountedTable

LONGEST_IDENTIFIER = 500
# In JSON lines every misspelt member would be one.
MOST_ID_COLUMNS = 100
# Control characters, lone surrogates, and what ends a line in Unicode: no answer may carry them on.
find_control = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]").search
has_letter = re.compile(r"[^\W\d_]").search
has_two_letters = re.compile(r"[^\W_].*[^\W_]").search
KIND_NUMBERS = {kind: number for number, kind in enumerate(ORGANISATION_KINDS)} | {"": NO_KIND}

log = logging.getLogger("service.organisations")


def read_table(path: Path) -> OrganisationTable:
    """The table in a file of CSV or JSON lines; TableError where the file or anything in it is wrong."""
    try:
        content = path.read_bytes()
        text = content.decode("utf-8-sig")
    except OSError as error:
        raise TableError(f"{path}: {error.strerror}") from error
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise TableError(f"{path}: line {line}: byte 0x{error.object[error.start]:02X} is no UTF-8") from error
    builder = TableBuilder()
    for row in read_rows(text, builder.complaints):
        builder.add_row(row)
    if not builder.complaints.count and not builder.lines:
        builder.complaints.add(1, "no rows")
    if builder.complaints.count:
        raise TableError(f"{path} is no table of organisations:\n{builder.complaints.spell()}")
    table = builder.build(hashlib.sha256(content).hexdigest())
    log.info("%s: %s organisations", path, f"{len(builder.lines):,}")
    builder.warn_of_shared(path)
    return table


class TableBuilder:
    """What has been read of a table. names, aliases: folded → row. lines: where each row begins.

    The name of one row alone may be an alias of others, and then stands for its own row. An alias of several rows is
    NOBODY's: where one of them is meant, its name mostly stands in the article too, and the two become one entry.
    """

    def __init__(self) -> None:
        self.complaints = Complaints()
        self.names: dict[str, int] = {}
        self.aliases: dict[str, int] = {}
        self.lines = array("L")
        self._kinds = bytearray()
        self._schemes: dict[str, None] = {}
        self._values: list[str] = []

    def add_row(self, row: TableRow) -> None:
        """Take a row in, or complain of it."""
        number = len(self.lines)
        self.lines.append(row.line)
        self._add_name(row, number)
        for alias in row.aliases:
            folded = self._check_name(row, alias, ALIASES)
            if self.aliases.setdefault(folded, number) != number:
                self.aliases[folded] = NOBODY
        if row.kind not in KIND_NUMBERS:
            self.complaints.add(row.line, f"{quote(row.kind)} is none of {', '.join(ORGANISATION_KINDS)}", field=KIND)
        self._kinds.append(KIND_NUMBERS.get(row.kind, NO_KIND))
        for scheme, value in row.identifiers.items():
            self._check_identifier(row, scheme, value)
        self._values.append(join_values(self._schemes, row.identifiers))

    def build(self, digest: str) -> OrganisationTable:
        """The table of all rows."""
        # A row's own name says more than an alias of another.
        rows = {**self.aliases, **self.names}
        version = MountedTable(len(self.lines), digest)
        return OrganisationTable(
            version, rows, kinds=bytes(self._kinds), schemes=tuple(self._schemes), values=self._values
        )

    def warn_of_shared(self, path: Path) -> None:
        """Log how many aliases do not stand for the rows that list them."""
        shared = [alias for alias, row in self.aliases.items() if row == NOBODY and alias not in self.names]
        named = [alias for alias, row in self.aliases.items() if self.names.get(alias, row) != row]
        if shared:
            told = "%s: aliases that stand in several rows, and so identify none of them: %s, such as %s"
            log.warning(told, path, f"{len(shared):,}", quote(shared[0]))
        if named:
            told = "%s: aliases that are the name of another row, and identify only that: %s, such as %s"
            log.warning(told, path, f"{len(named):,}", quote(named[0]))

    def _add_name(self, row: TableRow, number: int) -> None:
        folded = self._check_name(row, row.name, NAME)
        first = self.names.setdefault(folded, number)
        if folded and first != number:
            self.complaints.add(
                row.line,
                f"{quote(folded)} is the name in line {self.lines[first]} too; "
                "give each a fuller name, and this one as an alias",
                field=NAME,
            )

    def _check_name(self, row: TableRow, name: str, field: str) -> str:
        """The name folded; complained of where it can be none."""
        composed = name if name.isascii() else unicodedata.normalize("NFC", name)
        folded = fold_name(composed.strip())
        fault = find_fault(name.strip(), folded)
        if fault is not None:
            self.complaints.add(row.line, fault, field=field)
        return folded

    def _check_identifier(self, row: TableRow, scheme: str, value: str) -> None:
        """Complain of what no answer could carry."""
        if scheme not in self._schemes:
            self._schemes[scheme] = None
            if not scheme or find_control(scheme) or len(scheme) > LONGEST_NAME:
                self.complaints.add(row.line, f"{quote(scheme)} can be the name of no column")
            if len(self._schemes) == MOST_ID_COLUMNS + 1:
                self.complaints.add(row.line, f"{quote(scheme)} is one id column too many; at most {MOST_ID_COLUMNS}")
        if find_control(value):
            self.complaints.add(row.line, f"{quote(value)} holds a control character", field=scheme)
        if len(value) > LONGEST_IDENTIFIER:
            self.complaints.add(row.line, f"{len(value)} characters; at most {LONGEST_IDENTIFIER}", field=scheme)


def find_fault(name: str, folded: str) -> str | None:
    """Why a printed name cannot be looked for, or None where it can; folded: the form that would be compared.

    >>> [find_fault(name, name) for name in ("Acme", "", "X", "1984")]
    [None, 'empty', "'X' is too short: one letter or digit", "'1984' holds no letter"]
    """
    if not folded:
        return "empty"
    if find_control(name):
        return f"{quote(name)} holds a control character"
    if len(folded) > LONGEST_NAME:
        return f"{len(folded)} characters; at most {LONGEST_NAME}"
    if not has_letter(folded):
        return f"{quote(name)} holds no letter"
    # A name of one letter stands for too much.
    if not has_two_letters(folded):
        return f"{quote(name)} is too short: one letter or digit"
    return None
