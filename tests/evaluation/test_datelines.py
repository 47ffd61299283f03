"""What counts as right on the two sets of datelines, from hand-made rows and a service that reads one form."""

import json
from pathlib import Path
from typing import Any

import pytest

from evaluation.dateline_articles import read_modern, read_reuters
from evaluation.figures import Figure
from evaluation.measures.datelines import TARGETS, measure_datelines
from service.extraction import Dateline, Extraction, ExtractionOptions, Location, Model

STORY = "The pier will stay shut."
FOUND = Dateline(
    "OSLO, Norway, Dec. 31 (AP)",
    0,
    26,
    (Location("OSLO, Norway", 0, 12, "Oslo", None, "Norway", "NO", 59.9, 10.7),),
    None,
    "Dec. 31",
    "AP",
)


def build_modern(raw: str | None, published: str | None = None) -> dict[str, Any]:
    """A row of modern.jsonl: an article from Oslo, or one without a dateline."""
    gold = raw and {
        "raw": raw,
        "start": 0,
        "end": len(raw),
        "locations": ["OSLO, Norway"],
        "date": "Dec. 31",
        "agency": "AP",
    }
    places = [{"name": "Oslo", "region": None, "iso2": "NO"}]
    return {
        "text": f"{raw or ''} {STORY}".strip(),
        "dateline_gold": gold,
        "locations_norm": places,
        "pub_date": published,
    }


def build_reuters(line: str, *, city: str, region: str | None, is_ok: bool = True) -> dict[str, Any]:
    """A row of reuters21578.jsonl."""
    parsed = {"city": city, "region": region, "month": 3, "day": 4, "date_iso": "1987-03-04"} if is_ok else None
    stamp = " 4-MAR-1987 05:36:38.23"
    return {
        "dateline": line,
        "dateline_ok": is_ok,
        "dateline_parsed": parsed,
        "title": "PIER SHUT",
        "date": stamp,
        "body": STORY,
    }


def write_rows(path: Path, rows: list[dict[str, Any]]) -> Path:
    """A file of JSON lines."""
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def extract_always(text: str, options: ExtractionOptions) -> Extraction:
    """The same dateline for every article."""
    return Extraction(FOUND, (), (), (), "en", options.features, Model("", "", ""), ())


def list_values(figures: list[Figure]) -> dict[str, float]:
    """Name → value."""
    return {figure.name: figure.value for figure in figures}


@pytest.mark.parametrize(
    ("published", "day"),
    [("2026-01-02T08:00:00", "2025-12-31"), ("2026", "Dec. 31"), (None, "Dec. 31"), ("2026-07-01", "Dec. 31")],
)
def test_a_day_of_gold_has_its_year_only_near_the_day_of_publication(
    tmp_path: Path, published: str | None, day: str
) -> None:
    (article,) = read_modern(
        write_rows(tmp_path / "modern.jsonl", [build_modern("OSLO, Norway, Dec. 31 (AP) -", published)])
    )

    assert article.gold is not None
    assert article.gold.text == "OSLO, Norway, Dec. 31 (AP)"
    assert article.gold.day == day
    assert article.gold.country_codes == ("NO",)


def test_a_country_is_scored_only_where_the_gazetteer_has_the_place(tmp_path: Path) -> None:
    row = build_modern("KVITHAVN, Norway, Dec. 31 (AP) -") | {"locations_norm": [{"name": "Kvithavn", "iso2": "NO"}]}
    (article,) = read_modern(write_rows(tmp_path / "modern.jsonl", [row]))

    assert article.gold is not None
    assert article.gold.country_codes == (None,)


def test_a_wire_s_line_is_gold_from_its_first_letter_to_the_day(tmp_path: Path) -> None:
    rows = [
        build_reuters("****OSLO, March 4 -", city="OSLO", region=None),
        build_reuters("DALLAS/FORT WORTH, Texas, March 4 -", city="DALLAS/FORT WORTH", region="Texas"),
        build_reuters("OSLO March - 4 -", city="", region=None, is_ok=False),
    ]
    first, second = read_reuters(write_rows(tmp_path / "reuters.jsonl", rows))

    assert first.gold is not None
    assert second.gold is not None
    assert first.text[first.gold.start :].startswith(first.gold.text)
    assert (first.gold.text, first.gold.locations, first.gold.day) == ("OSLO, March 4", ("OSLO",), "1987-03-04")
    assert second.gold.locations == ("DALLAS", "FORT WORTH, Texas")
    assert str(first.published) == "1987-03-04"


def test_a_missed_line_is_wrong_in_all_and_a_false_one_counts_once(tmp_path: Path) -> None:
    write_rows(
        tmp_path / "modern.jsonl",
        [
            build_modern("OSLO, Norway, Dec. 31 (AP) -"),
            build_modern("OSLO, Norway, Dec. 31 (AP), -", "2026-01-02"),
            build_modern(None),
        ],
    )
    write_rows(tmp_path / "reuters21578.jsonl", [build_reuters("OSLO, March 4 -", city="OSLO", region=None)])
    values = list_values(measure_datelines(extract_always, tmp_path))

    assert values["datelines, modern: text exact"] == 100
    assert values["datelines, modern: date right"] == 50
    assert values["datelines, modern: country right"] == 100
    assert values["datelines, modern: false datelines"] == 100
    assert values["datelines, Reuters 1987: places right"] == 0


def test_every_target_has_its_figure(tmp_path: Path) -> None:
    write_rows(tmp_path / "modern.jsonl", [])
    write_rows(tmp_path / "reuters21578.jsonl", [])

    assert list_values(measure_datelines(extract_always, tmp_path)).keys() >= TARGETS.keys()
