"""Which organisations of an article are which rows of the operator's table."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from service.components.organisations.aliases import Mention
from service.components.organisations.table import OrganisationTable
from service.text.spans import find_start


@dataclass(frozen=True, slots=True)
class Identified:
    """The mentions of one organisation, in order. row: its row of the table, None where it has none."""

    mentions: list[Mention]
    row: int | None

    @property
    def start(self) -> int:
        """Where its first mention begins."""
        return self.mentions[0].start


def identify_groups(groups: Iterable[list[Mention]], table: OrganisationTable | None) -> list[Identified]:
    """The organisations by first mention, the mentions of each row together.

    groups: mentions that are one organisation by their names. It is the row of the longest form that the table knows.
    Only a form with which that one begins, and that has a row of its own, is parted from it: "Google" from "Google
    DeepMind". With the names of training/corpora/organisation_kinds.tsv as the table 335 of 376 mentions are in the
    right entry on the development half of gold so, and 332 where every form goes to its own row.
    """
    unknown: list[Identified] = []
    members: dict[int, list[Mention]] = {}
    for mentions in groups:
        forms = dict.fromkeys(mention.text for mention in mentions)
        rows = {} if table is None else find_rows(forms, table)
        home = find_home(forms, rows)
        if home is None:
            unknown.append(Identified(mentions, None))
            continue
        for mention in mentions:
            form = mention.text if mention.text in rows and home.startswith(f"{mention.text} ") else home
            members.setdefault(rows[form], []).append(mention)
    known = [Identified(sorted(mentions, key=find_start), row) for row, mentions in members.items()]
    return sorted([*unknown, *known], key=find_start)


def find_rows(forms: Iterable[str], table: OrganisationTable) -> dict[str, int]:
    """Printed form → row, of the forms that the table knows."""
    found = {form: table.find_row(form) for form in forms}
    return {form: row for form, row in found.items() if row is not None}


def find_home(forms: Iterable[str], rows: Mapping[str, int]) -> str | None:
    """The longest form that has a row; None where none has, or where that says nothing.

    A single word says nothing where the article has it for a longer name that the table does not know: "Ford" behind
    "Ford Foundation".

    >>> find_home(["Ford Foundation", "Ford"], {"Ford": 7}), find_home(["IBM of Armonk", "I.B.M."], {"I.B.M.": 7})
    (None, 'I.B.M.')
    """
    if not rows:
        return None
    fullest, known = max(forms, key=len), max(rows, key=len)
    return None if fullest not in rows and known in fullest.split() else known
