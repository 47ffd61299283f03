"""Our own annotated articles, read into records with offsets."""

import json
import re
import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Literal, get_args

from evaluation.scores.names import normalise_name

Offsets = tuple[int, int]
Half = Literal["development", "blind"]
HALVES: tuple[Half, ...] = get_args(Half)
GOLD_FOLDER = Path(__file__).parent / "gold"
HALVES_NAME = "halves.toml"
OPENING_MARKS = frozenset("\"“‘'«「")


@dataclass(frozen=True, slots=True)
class GoldDateline:
    """The dateline as annotated: text, places with their countries, date and agency."""

    text: str
    start: int
    locations: tuple[str, ...]
    country_codes: tuple[str, ...]
    date: date | None
    agency: str | None


@dataclass(frozen=True, slots=True)
class GoldQuote:
    """One utterance: kind and the offsets of its parts."""

    kind: str
    parts: tuple[Offsets, ...]


@dataclass(frozen=True, slots=True)
class GoldSource:
    """Someone cited, with all that is attributed to them."""

    name: str
    kind: str
    description: str | None
    affiliation: str | None
    quotes: tuple[GoldQuote, ...]


@dataclass(frozen=True, slots=True)
class GoldOrganisation:
    """An organisation. forms: its name first, then its aliases. mentions: where any of them is printed."""

    name: str
    kind: str
    forms: tuple[str, ...]
    mentions: tuple[Offsets, ...]


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """An annotated article. key_claims: offsets, most important first. half: the blind one is never looked into."""

    id: str
    text: str
    published: date | None
    dateline: GoldDateline | None
    sources: tuple[GoldSource, ...]
    organisations: tuple[GoldOrganisation, ...]
    key_claims: tuple[Offsets, ...]
    half: Half = "development"


def read_gold(folder: Path, *, limit: int | None = None) -> list[GoldArticle]:
    """The articles of a folder in order of their file names; at most limit of them.

    KeyError where an article is in neither half.
    """
    halves = read_halves(folder)
    paths = sorted(folder.glob("*.json"))[:limit]
    return [parse_article(json.loads(path.read_text(encoding="utf-8")), halves[path.stem]) for path in paths]


def read_halves(folder: Path) -> dict[str, Half]:
    """Article id → its half."""
    lists = tomllib.loads((folder / HALVES_NAME).read_text(encoding="utf-8"))
    return {name: half for half in HALVES for name in lists[half]}


def parse_article(row: dict[str, Any], half: Half) -> GoldArticle:
    """The article of a JSON object; ValueError where a string is not in its text."""
    text = row["text"]
    dateline = parse_dateline(text, row["dateline"]) if row["dateline"] else None
    return GoldArticle(
        id=row["id"],
        text=text,
        published=date.fromisoformat(row["published"]) if row["published"] else None,
        dateline=dateline,
        sources=tuple(parse_source(text, source) for source in row["quoted_sources"]),
        organisations=parse_organisations(text, row["organisations"], dateline),
        key_claims=tuple(locate(text, claim) for claim in row["key_claims"]),
        half=half,
    )


def parse_dateline(text: str, row: dict[str, Any]) -> GoldDateline:
    """The dateline of a JSON object."""
    return GoldDateline(
        text=row["text"],
        start=locate(text, row["text"])[0],
        locations=tuple(row["locations"]),
        country_codes=tuple(row["country_codes"]),
        date=date.fromisoformat(row["date"]) if row["date"] else None,
        agency=row["agency"],
    )


def parse_source(text: str, row: dict[str, Any]) -> GoldSource:
    """The source of a JSON object."""
    quotes = tuple(GoldQuote(quote["kind"], locate_parts(text, quote)) for quote in row["quotes"])
    return GoldSource(row["name"], row["kind"], row["description"], row["affiliation"], quotes)


def parse_organisations(
    text: str, rows: list[dict[str, Any]], dateline: GoldDateline | None
) -> tuple[GoldOrganisation, ...]:
    """The organisations of JSON objects.

    The annotation counts mentions and does not place them: they are where a form is printed outside the dateline, the
    longest form first, so that "Bank of China" is not found inside the name of another bank.
    """
    forms = {form: row["name"] for row in rows for form in (row["name"], *row["aliases"])}
    if not forms:
        return ()
    spelt = "|".join(re.escape(form) for form in sorted(forms, key=measure_form))
    mentions: dict[str, list[Offsets]] = {}
    for match in re.finditer(rf"(?<!\w)(?:{spelt})(?!\w)", text):
        in_dateline = dateline is not None and dateline.start <= match.start() < dateline.start + len(dateline.text)
        if not in_dateline:
            mentions.setdefault(forms[match.group()], []).append(match.span())
    return tuple(
        GoldOrganisation(row["name"], row["kind"], (row["name"], *row["aliases"]), tuple(mentions.get(row["name"], ())))
        for row in rows
    )


def measure_form(form: str) -> tuple[int, str]:
    """A sort key: the longest form first, then by the alphabet."""
    return (-len(form), normalise_name(form))


def locate(text: str, part: str, start: int = 0) -> Offsets:
    """Where part first stands in text at or after start; ValueError where it does not."""
    at = text.index(part, start)
    return (at, at + len(part))


def locate_parts(text: str, quote: dict[str, Any]) -> tuple[Offsets, ...]:
    """Where the parts of a quotation stand, each after the one before; ValueError where one does not.

    A direct part follows a quotation mark, which tells it from the same words elsewhere.
    """
    found: list[Offsets] = []
    at = 0
    for part in quote["parts"]:
        span = locate(text, part, at)
        while quote["kind"] == "direct" and text[span[0] - 1 : span[0]] not in OPENING_MARKS:
            span = locate(text, part, span[0] + 1)
        found.append(span)
        at = span[1]
    return tuple(found)
