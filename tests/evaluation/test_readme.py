"""The tables of the evaluation's README are those of results.json."""

import json
from typing import Any

import pytest

from evaluation.readme import CLOSING, HEADLINES, OPENING, README_PATH, insert_tables, spell_tables
from evaluation.report import RESULTS_PATH

RESULTS: dict[str, Any] = {
    "model": {"name": "news", "version": "0.1.0", "digest": "0123456789abcdef"},
    "figures": [
        {
            "name": "entities, worldwide: ORG F1",
            "value": 70.77,
            "unit": "%",
            "low": 66.1,
            "high": 74.9,
            "target": 77.0,
            "kind": "at least",
            "met": False,
        },
        {
            "name": "dev articles: exceptions",
            "value": 0.0,
            "unit": "count",
            "target": 0.0,
            "kind": "at most",
            "met": True,
        },
        {"name": "entities, btc: ORG F1", "value": 38.0, "unit": "%"},
    ],
    "calibration": [
        {
            "name": "quote confidence, PolNeAR",
            "findings": 1900,
            "right": 0.7083,
            "brier": 0.1442,
            "low": 0.131,
            "high": 0.158,
            "constant_brier": 0.2066,
            "error": 0.0412,
            "bins": [],
        }
    ],
    "timings": [],
}


def test_the_committed_tables_are_those_of_the_committed_results() -> None:
    readme = README_PATH.read_text(encoding="utf-8")
    results = json.loads(RESULTS_PATH.read_text(encoding="utf-8"))
    assert insert_tables(readme, results) == readme, "run `python -m evaluation.readme`"


def test_headlines_and_calibration_are_rows() -> None:
    lines = spell_tables(RESULTS).splitlines()
    assert lines[1] == "Model news 0.1.0, digest `0123456789ab`."
    assert "| encoder | entities, worldwide: ORG F1 | 70.77 % | 66.10 to 74.90 | at least 77 | **no** |" in lines
    assert "| service | dev articles: exceptions | 0 |  | at most 0 | yes |" in lines
    assert "| quote confidence, PolNeAR | 1900 | 0.708 | 0.144 | 0.131 to 0.158 | 0.207 | 0.041 |" in lines


def test_what_was_not_measured_is_said_and_no_other_figure_is_shown() -> None:
    tables = spell_tables(RESULTS)
    assert "| encoder | weights: size | not measured |  |  |  |" in tables
    assert "btc" not in tables
    assert sum(line.startswith("| ") for line in tables.splitlines()) == sum(map(len, HEADLINES.values())) + 5


def test_a_run_without_calibration_says_so() -> None:
    assert "The calibration was not measured." in spell_tables({**RESULTS, "calibration": []})


def test_only_what_stands_between_the_comments_is_replaced() -> None:
    readme = f"Before.\n{OPENING}old\n{CLOSING}After.\n"
    written = insert_tables(readme, RESULTS)
    assert written == f"Before.\n{OPENING}{spell_tables(RESULTS)}{CLOSING}After.\n"
    assert insert_tables(written, RESULTS) == written


@pytest.mark.parametrize("readme", ["", OPENING, CLOSING])
def test_a_readme_without_its_comments_is_an_error(readme: str) -> None:
    with pytest.raises(ValueError):
        insert_tables(readme, RESULTS)
