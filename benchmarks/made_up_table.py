"""A made-up table of organisations that begins and collides as real ones do: names are built from places and trades.

The well-known names that the model was taught with come first, so that articles print some of the table's names.
"""

import csv
import gzip
import random
from collections.abc import Iterator
from pathlib import Path

from service.extraction import OrganisationKind
from service.pipeline.extractor import MODEL_PATH
from training.corpora.organisation_kinds import read_labels

SEED = 1
COLUMNS = ("name", "aliases", "kind", "wikidata", "lei", "ticker")
PATTERNS: tuple[tuple[OrganisationKind, str], ...] = (
    ("company", "{place} {trade} Ltd"),
    ("company", "{place} {trade} Holdings plc"),
    ("company", "{person} & {other} {trade}"),
    ("company", "{person} {trade} Inc."),
    ("education", "University of {place}"),
    ("education", "{place} College of {field}"),
    ("finance", "Bank of {place}"),
    ("finance", "{place} Savings Bank"),
    ("government", "{place} City Council"),
    ("government", "Department of {field} of {place}"),
    ("health", "{place} General Hospital"),
    ("international", "International {field} Organization of {place}"),
    ("media", "The {place} {paper}"),
    ("military", "{place} Rifles"),
    ("ngo", "{person} Foundation for {field}"),
    ("political", "{place} People’s Party"),
    ("sports", "{place} United"),
    ("other", "{place} Chamber of {trade}"),
)
FIELDS = "Agriculture Arts Commerce Defence Education Energy Fisheries Health Housing Justice Labour Transport".split()
PAPERS = "Chronicle Courier Gazette Herald Mail Post Standard Telegraph Times Tribune".split()
TRADES = "Airlines Cement Chemicals Engineering Foods Logistics Minerals Motors Pharma Shipping Software Steel".split()
# Share of rows that have a value of each id column.
ID_SHARES = {"wikidata": 0.8, "lei": 0.5, "ticker": 0.1}
LEGAL_FORMS = (" Holdings plc", " Ltd", " Inc.")


def write_table(path: Path, *, rows: int) -> None:
    """Write a table of so many rows; the same rows each time."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        chooser = random.Random(SEED)
        for number, (kind, name) in enumerate(list_names(chooser, rows=rows)):
            writer.writerow((name, "|".join(list_aliases(name)), kind, *make_identifiers(chooser, number).values()))


def list_names(chooser: random.Random, *, rows: int) -> Iterator[tuple[OrganisationKind, str]]:
    """So many kinds and names, no name twice."""
    given = dict(list(read_labels().items())[:rows])
    seen = set(given)
    yield from ((kind, name) for name, kind in given.items())
    places, persons = read_column("gazetteer.tsv.gz", columns=6), read_column("given_names.tsv.gz", columns=2)
    while len(seen) < rows:
        kind, pattern = chooser.choice(PATTERNS)
        name = pattern.format(
            place=chooser.choice(places),
            person=chooser.choice(persons).title(),
            other=chooser.choice(persons).title(),
            trade=chooser.choice(TRADES),
            field=chooser.choice(FIELDS),
            paper=chooser.choice(PAPERS),
        )
        if name not in seen:
            seen.add(name)
            yield kind, name


def read_column(file: str, *, columns: int) -> list[str]:
    """The first cell of each row of a list that ships with the model; columns: how many its rows have."""
    content = gzip.decompress((MODEL_PATH / file).read_bytes()).decode("utf-8")
    rows = [line.split("\t") for line in content.splitlines()]
    return [row[0] for row in rows if len(row) == columns and row[0]]


def list_aliases(name: str) -> list[str]:
    """The acronym and the name without its legal form, as registers list them."""
    short = name
    for form in LEGAL_FORMS:
        short = short.removesuffix(form)
    acronym = "".join(word[0] for word in name.split() if word[0].isupper())
    return [alias for alias in (acronym, short) if len(alias) > 2 and alias != name]


def make_identifiers(chooser: random.Random, number: int) -> dict[str, str]:
    """A value for each id column, or none."""
    values = {
        "wikidata": f"Q{9_000_000 + number}",
        "lei": f"529900{number:012d}{chooser.randrange(100):02d}",
        "ticker": "".join(chooser.choices("ABCDEFGHIJKLMNOPQRSTUVWXYZ", k=4)),
    }
    return {column: value if chooser.random() < ID_SHARES[column] else "" for column, value in values.items()}
