"""The two sets of datelines that others annotated, in the contract's terms.

`modern.jsonl` marks a dateline with the mark that ends it; the contract leaves that mark out. `reuters21578.jsonl` has
the wire's own line ("****SALVADOR, Feb 26 -") apart from headline and story. The article is put together again as the
wire sent it; the dateline's text runs from the first place to the day, without the printer's marks on either side.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any

from evaluation.scores.datelines import ScoredDateline
from service.components.dateline.agencies import name_agency
from service.components.dateline.gazetteer import Area, Gazetteer, load_gazetteer
from service.text.dates import SHORT_MONTHS
from training.corpora.annotated import read_rows

# Over a longer gap no year is certain (facts on datelines: 99.9 % of Reuters' stories appeared within a day).
MOST_DAYS_FROM_PUBLICATION = 45
find_separator = re.compile(
    r"""
    (?: [\s–—―_:|-]
      | (?<=[)/\d]) [.,]      # the full stop behind a signature or a day, not that of "Calif."
      | (?<=\d\ ) \ ?/        # "/ ACCESSWIRE / July 13, 2015 /"
    )+ $
    """,
    re.VERBOSE,
).search
find_month = re.compile(rf"(?i)\b(?:{'|'.join(SHORT_MONTHS)})").search
find_day = re.compile(r"(?<!\d)\d{1,2}(?!\d)").search
find_year = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)").search


@dataclass(frozen=True, slots=True)
class DatelineArticle:
    """An article with the dateline that it has, if any. published: None where only a year is known."""

    text: str
    published: date | None
    gold: ScoredDateline | None


def read_modern(path: Path, *, limit: int | None = None) -> list[DatelineArticle]:
    """The articles of modern.jsonl, at most limit of them."""
    gazetteer = load_gazetteer()
    return [read_modern_row(row, gazetteer) for row in islice(read_rows(path), limit)]


def read_modern_row(row: dict[str, Any], gazetteer: Gazetteer) -> DatelineArticle:
    """An article of modern.jsonl."""
    gold, published = row["dateline_gold"], read_day(row["pub_date"])
    if gold is None:
        return DatelineArticle(row["text"], published, None)
    dateline = ScoredDateline(
        text=strip_separator(gold["raw"]),
        start=gold["start"],
        locations=tuple(gold["locations"]),
        country_codes=tuple(find_known_country(place, gazetteer) for place in row["locations_norm"]),
        day=settle_day(gold["date"], published) if gold["date"] else None,
        agency=name_agency(gold["agency"]) if gold["agency"] else None,
    )
    return DatelineArticle(row["text"], published, dateline)


def find_known_country(place: dict[str, Any], gazetteer: Gazetteer) -> str | None:
    """The country of an annotated place; None where the gazetteer has no city or area of this name in it."""
    country, name = place["iso2"], place["name"]
    areas = gazetteer.find_areas(name)
    is_known = gazetteer.find_city(name, (Area(country),)) or any(area.country_code == country for area in areas)
    return country if is_known else None


def read_reuters(path: Path, *, limit: int | None = None) -> list[DatelineArticle]:
    """The articles of reuters21578.jsonl whose dateline the set vouches for, at most limit of them."""
    return list(islice(read_reuters_rows(path), limit))


def read_reuters_rows(path: Path) -> Iterator[DatelineArticle]:
    """The articles of reuters21578.jsonl one by one.

    Left out: lines that the set itself calls misread. Two thirds are cut out of a table, the others are misprints.
    """
    for row in read_rows(path):
        if not row["dateline_ok"]:
            continue
        parsed, headline = row["dateline_parsed"], f"{row['title'] or ''}\n\n"
        line = row["dateline"]
        first = len(line) - len(line.lstrip("* "))
        printed = strip_separator(line[first:])
        *cities, last = parsed["city"].split("/")
        places = (*cities, f"{last}, {parsed['region']}" if parsed["region"] else last)
        gold = ScoredDateline(
            text=printed,
            start=len(headline) + first,
            locations=places,
            country_codes=(None,) * len(places),
            day=parsed["date_iso"] or None,
            agency=None,
        )
        yield DatelineArticle(f"{headline}{line} {row['body']}", read_wire_day(row["date"]), gold)


def strip_separator(raw: str) -> str:
    """A printed dateline without the mark that ends it.

    >>> strip_separator("LIMA, Peru (AP) —"), strip_separator("HILO, Hawaii.-"), strip_separator("Quito, Nov 2 (EFE).-")
    ('LIMA, Peru (AP)', 'HILO, Hawaii.', 'Quito, Nov 2 (EFE)')
    >>> strip_separator("OMSK, May 3. /TASS/."), strip_separator("BUTTE, MT / ACCESSWIRE / July 1, 2019 /")
    ('OMSK, May 3. /TASS/', 'BUTTE, MT / ACCESSWIRE / July 1, 2019')
    """
    separator = find_separator(raw)
    return raw[: separator.start()] if separator else raw


def settle_day(printed: str, published: date | None) -> str:
    """A printed day in ISO; as printed where its year neither stands there nor lies near the day of publication.

    >>> settle_day("27 June 2024", None), settle_day("Dec. 31", date(2026, 1, 2)), settle_day("Aug. 17", None)
    ('2024-06-27', '2025-12-31', 'Aug. 17')
    """
    month, day, year = find_month(printed), find_day(printed), find_year(printed)
    if month is None or day is None:
        return printed
    ending = f"-{SHORT_MONTHS.index(month.group().lower()) + 1:02}-{int(day.group()):02}"
    if year is not None:
        return year.group() + ending
    if published is None:
        return printed
    days = [read_day(f"{published.year + shift}{ending}") for shift in (-1, 0, 1)]
    near = [each for each in days if each and abs((each - published).days) <= MOST_DAYS_FROM_PUBLICATION]
    return near[0].isoformat() if near else printed


def read_day(iso: str | None) -> date | None:
    """The day at the head of an ISO 8601 string, or None."""
    try:
        return date.fromisoformat((iso or "")[:10])
    except ValueError:
        return None


def read_wire_day(stamp: str) -> date | None:
    """The day of a wire's time stamp, or None.

    >>> read_wire_day(" 2-MAR-1987 05:36:38.23"), read_wire_day("26-FEB-1987 15:10:44.60")
    (datetime.date(1987, 3, 2), datetime.date(1987, 2, 26))
    """
    day, _, rest = stamp.strip().partition("-")
    month, _, year = rest[:8].partition("-")
    if month.lower() not in SHORT_MONTHS:
        return None
    return date(int(year), SHORT_MONTHS.index(month.lower()) + 1, int(day))
