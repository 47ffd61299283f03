"""The operator's own table of organisations: whose name is whose, and what the table says of each row."""

from collections.abc import Iterable, Mapping, Sequence

from service.components.organisations.known_names import NameIndex
from service.extraction import ORGANISATION_KINDS, MountedTable, OrganisationKind
from service.text.names import LEGAL_SUFFIX

# The row of a name that aliases of several rows share: it is known, and nobody's.
NOBODY = -1
# The kind of a row that names none.
NO_KIND = len(ORGANISATION_KINDS)
# Between the values of one row. No value holds it: control characters are refused.
SEPARATOR = "\x1f"
# Marks of which a name of the table and its printing may have one for the other.
SAME_MARKS = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "\u2010": "-", "\u2011": "-", "\u2013": "-"})


class OrganisationTable:
    """The rows by their names. Texts in few containers, so that 100,000 rows take 30 to 45 MB.

    rows: folded name → row, or NOBODY. kinds: a byte a row, its place among ORGANISATION_KINDS, or NO_KIND.
    schemes: the id columns in their order. values: the row's ids in that order, "" for none, joined by SEPARATOR.
    """

    def __init__(
        self, version: MountedTable, rows: Mapping[str, int], *, kinds: bytes, schemes: Sequence[str], values: list[str]
    ) -> None:
        self.version = version
        self.names = NameIndex(rows, fold_spacing)
        self._rows = rows
        self._kinds = kinds
        self._schemes = schemes
        self._values = values

    def find_row(self, printed: str) -> int | None:
        """The row that bears a printed name; None where none does, or where several share it.

        A legal form that the table does not have may stand behind the name: "Acme" names "Acme Inc.".
        """
        row = self._rows.get(fold_name(printed))
        if row is None:
            row = self._rows.get(fold_name(LEGAL_SUFFIX.sub("", printed)))
        return None if row == NOBODY else row

    def find_kind(self, row: int) -> OrganisationKind | None:
        """The kind of a row, None where the table leaves it open."""
        kind = self._kinds[row]
        return None if kind == NO_KIND else ORGANISATION_KINDS[kind]

    def read_identifiers(self, row: int) -> dict[str, str]:
        """The ids of a row by their columns, in the order of those."""
        values = self._values[row].split(SEPARATOR)
        return {scheme: value for scheme, value in zip(self._schemes, values, strict=False) if value}


def fold_spacing(text: str) -> str:
    """A name with one form of blanks, apostrophes and hyphens, letters and case kept.

    >>> fold_spacing("Rhein\u2013Ruhr\\nAgent’s  Club"), fold_spacing("ACME")
    ("Rhein-Ruhr Agent's Club", 'ACME')
    """
    if text.isascii() and text.isprintable() and "  " not in text:
        return text
    return " ".join(text.translate(SAME_MARKS).split())


def fold_name(name: str) -> str:
    """The form by which names are compared: as fold_spacing, a leading "The" left out where more than a word remains.

    >>> fold_name("The Straits Times"), fold_name("The Gap")
    ('Straits Times', 'The Gap')
    """
    folded = fold_spacing(name)
    rest = folded.removeprefix("The ").removeprefix("the ")
    return rest if " " in rest else folded


def join_values(schemes: Iterable[str], identifiers: Mapping[str, str]) -> str:
    """The values of a row as the table keeps them."""
    return SEPARATOR.join(identifiers.get(scheme, "") for scheme in schemes).rstrip(SEPARATOR)
