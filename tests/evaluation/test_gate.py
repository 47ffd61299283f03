"""The gate's complaints, one for each way in which quality can be lost."""

from dataclasses import replace
from pathlib import Path

import pytest

from evaluation.baseline import Baseline, HeldFigure, find_noise, hold_figures, read_baseline, spell_baseline
from evaluation.gate import compare_figures, compare_gold, compare_models, digest_files

QUOTES = HeldFigure("gold sources: quote F1", 87.5, "%", 1.26, "higher")
FALSE_ALARMS = HeldFigure("gold datelines: false alarms", 10.0, "%", 2.0, "lower")
ORG = HeldFigure("entities, worldwide: ORG F1", 77.0, "%", 0.98, "higher")
EXCEPTIONS = HeldFigure("dev articles: exceptions", 0.0, "count", 0.0, "lower")
BEFORE = Baseline("aaaa", {"a01.json": "11", "a02.json": "22"}, (QUOTES, FALSE_ALARMS), (ORG, EXCEPTIONS))


def change(figure: HeldFigure, value: float) -> Baseline:
    """BEFORE with another value of one of its figures."""
    return replace(
        BEFORE,
        gold=tuple(replace(each, value=value) if each == figure else each for each in BEFORE.gold),
        corpora=tuple(replace(each, value=value) if each == figure else each for each in BEFORE.corpora),
    )


def compare(before: Baseline, now: Baseline) -> list[str]:
    """The complaints about gold and about the corpora."""
    return [*compare_gold(before, now), *compare_figures(before.corpora, now.corpora)]


def test_what_is_as_good_as_before_passes() -> None:
    assert compare(BEFORE, BEFORE) == []


@pytest.mark.parametrize(
    ("figure", "value"),
    [(QUOTES, 99.0), (QUOTES, 86.24), (FALSE_ALARMS, 12.0), (FALSE_ALARMS, 0.0), (ORG, 76.02)],
)
def test_a_gain_and_a_fall_within_the_noise_pass(figure: HeldFigure, value: float) -> None:
    assert compare(BEFORE, change(figure, value)) == []


@pytest.mark.parametrize(
    ("figure", "value", "complaint"),
    [
        (
            QUOTES,
            86.23,
            "gold sources: quote F1: 87.5 % before, 86.23 % now, worse by 1.27; 1.26 is allowed",
        ),
        (
            FALSE_ALARMS,
            12.5,
            "gold datelines: false alarms: 10 % before, 12.5 % now, worse by 2.5; 2 is allowed",
        ),
        (
            ORG,
            70.0,
            "entities, worldwide: ORG F1: 77 % before, 70 % now, worse by 7; 0.98 is allowed",
        ),
        (EXCEPTIONS, 1.0, "dev articles: exceptions: 0 before, 1 now, worse by 1; 0 is allowed"),
    ],
)
def test_a_figure_that_falls_is_named(figure: HeldFigure, value: float, complaint: str) -> None:
    assert compare(BEFORE, change(figure, value)) == [complaint]


def test_a_figure_that_is_no_longer_measured_is_named() -> None:
    assert compare(BEFORE, replace(BEFORE, corpora=(ORG,))) == ["dev articles: exceptions: no longer measured"]


def test_a_new_figure_must_be_accepted() -> None:
    assert compare(replace(BEFORE, gold=(QUOTES,)), BEFORE) == [
        "gold datelines: false alarms: not in the baseline: run `python -m evaluation.gate --accept`"
    ]


@pytest.mark.parametrize(
    ("digests", "name"),
    [
        ({"a01.json": "11", "a02.json": "23"}, "a02.json"),
        ({"a01.json": "11"}, "a02.json"),
        ({"a01.json": "11", "a02.json": "22", "a03.json": "33"}, "a03.json"),
    ],
    ids=["changed", "removed", "added"],
)
def test_gold_does_not_change_without_the_baseline(digests: dict[str, str], name: str) -> None:
    assert compare_gold(BEFORE, replace(BEFORE, digests=digests)) == [
        f"gold/{name} changed, and the baseline did not: run `python -m evaluation.gate --accept`"
    ]


def test_a_new_model_needs_a_new_baseline() -> None:
    assert compare_gold(BEFORE, replace(BEFORE, model="bbbb")) == [
        "baseline.json belongs to model aaaa, but bbbb ships: run `python -m evaluation.gate --accept`"
    ]


def test_results_of_another_model_are_refused() -> None:
    assert compare_models("results.json", "bbbb", "aaaa", "`make evaluate`") == [
        "results.json belongs to model bbbb, but aaaa ships: run `make evaluate`"
    ]


def test_the_gold_part_reads_no_results() -> None:
    assert compare_gold(BEFORE, replace(BEFORE, corpora=())) == []


@pytest.mark.parametrize("baseline", [BEFORE, replace(BEFORE, corpora=())], ids=["whole", "gold alone"])
def test_a_baseline_is_read_as_it_was_written(tmp_path: Path, baseline: Baseline) -> None:
    path = tmp_path / "baseline.json"
    path.write_text(spell_baseline(baseline), encoding="utf-8")
    assert read_baseline(path) == baseline


def test_digests_tell_files_apart(tmp_path: Path) -> None:
    for name, text in (("a.json", "{}"), ("b.json", "[]"), ("c.json", "{}"), ("halves.toml", ""), ("notes.md", "")):
        (tmp_path / name).write_text(text, encoding="utf-8")
    digests = digest_files(tmp_path)
    assert list(digests) == ["a.json", "b.json", "c.json", "halves.toml"]
    assert digests["a.json"] == digests["c.json"] != digests["b.json"]


def test_percentages_and_counts_are_held() -> None:
    rows = [
        {"name": "F1", "value": 80.0, "unit": "%", "counts": {"right": 80, "found": 100, "expected": 100}},
        {"name": "exceptions", "value": 0.0, "unit": "count", "better": "lower", "counts": {"among": 9}},
        {"name": "int8 loss", "value": 0.1, "unit": "points"},
    ]
    assert hold_figures(rows) == (
        HeldFigure("F1", 80.0, "%", 3.16, "higher"),
        HeldFigure("exceptions", 0.0, "count", 0.0, "lower"),
    )


@pytest.mark.parametrize(
    ("counts", "noise"),
    [({"expected": 1000}, 1.0), ({"part": 1, "whole": 10}, 10.0), ({"articles": 40}, 5.0), ({}, 0.0)],
)
def test_the_noise_shrinks_with_the_items(counts: dict[str, int], noise: float) -> None:
    assert find_noise("%", counts) == noise
