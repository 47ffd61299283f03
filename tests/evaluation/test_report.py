"""The table and the JSON of results, and int8 compared with fp32."""

import json

import pytest

from evaluation.figures import Figure, Target, figure_share
from evaluation.intervals import Interval
from evaluation.measures.weights import compare_weights, measure_size
from evaluation.report import describe_results, merge_results, spell_json, spell_table
from service.extraction import Model

MODEL = Model("news", "0.1.0", "abc")
FIGURES = [
    Figure("ORG F1", 68.9, Target(69.0, "at least"), counts=(("right", 1),), interval=Interval(60.001, 75.0)),
    Figure("exceptions", 0.0, Target(0.0, "at most"), "count", better="lower"),
    Figure("single loss", 3.0, None, "points", place="detail"),
    Figure("time", 1.2, Target(1.5, "at most"), "times", place="timing"),
]


def test_the_table_says_what_is_missed_and_leaves_details_out() -> None:
    rows = [line.split() for line in spell_table(FIGURES).splitlines()]
    assert rows[2] == ["ORG", "F1", "68.90", "%", "60.00", "to", "75.00", "at", "least", "69", "NO"]
    assert rows[3] == ["exceptions", "0", "at", "most", "0", "yes"]
    assert len(rows) == 5


def test_timings_stand_apart_in_the_json() -> None:
    results = json.loads(spell_json(describe_results(MODEL, FIGURES, [])))
    assert results["model"] == {"name": "news", "version": "0.1.0", "digest": "abc"}
    assert [row["name"] for row in results["figures"]] == ["ORG F1", "exceptions", "single loss"]
    assert results["figures"][0] == {
        "name": "ORG F1",
        "value": 68.9,
        "unit": "%",
        "low": 60.0,
        "high": 75.0,
        "target": 69.0,
        "kind": "at least",
        "met": False,
        "counts": {"right": 1},
    }
    assert results["figures"][1]["better"] == "lower"
    assert [row["name"] for row in results["timings"]] == ["time"]


def test_the_figure_that_stands_for_a_head_is_held_to_the_target() -> None:
    int8 = {"opinion": [Figure("opinion: macro-F1", 58.0), Figure("opinion: accuracy", 60.0)]}
    fp32 = {"opinion": [Figure("opinion: macro-F1", 59.5), Figure("opinion: accuracy", 59.0)]}
    head, *details = compare_weights(int8, fp32)
    assert (head.value, head.target is not None and head.target.is_met(head.value)) == (1.5, False)
    assert [(figure.value, figure.place) for figure in details] == [(1.5, "detail"), (-1.0, "detail")]


def test_what_int8_loses_is_compared_text_by_text() -> None:
    # Every text loses one of four, so no choice of texts makes it more or less.
    before = [figure_share("accuracy", [(at % 2 + 2, 4) for at in range(9)])]
    after = [figure_share("accuracy", [(at % 2 + 1, 4) for at in range(9)])]
    (head, _) = compare_weights({"roles": after}, {"roles": before})
    assert head.value == pytest.approx(25)
    assert head.interval is not None
    assert (head.interval.low, head.interval.high) == pytest.approx((25, 25))


def test_the_size_is_in_megabytes() -> None:
    size = measure_size(bytes(2_500_000))
    assert (size.value, size.unit, size.target is not None and size.target.is_met(size.value)) == (2.5, "MB", True)


def test_different_figures_are_not_compared() -> None:
    with pytest.raises(ValueError):
        compare_weights({"opinion": [Figure("one", 1.0)]}, {"opinion": [Figure("other", 1.0)]})


def test_a_part_takes_the_place_of_its_figures_alone() -> None:
    rest = {"model": "m", "calibration": [], "timings": []}
    before = {**rest, "figures": [{"name": "a", "value": 1}, {"name": "b", "value": 1}]}
    now = {**rest, "figures": [{"name": "b", "value": 2}, {"name": "c", "value": 2}]}

    merged = merge_results(before, now)

    assert [(row["name"], row["value"]) for row in merged["figures"]] == [("a", 1), ("b", 2), ("c", 2)]


def test_parts_of_two_models_are_not_put_together() -> None:
    results = {"figures": [], "calibration": [], "timings": []}
    with pytest.raises(ValueError, match="another model"):
        merge_results({"model": "m", **results}, {"model": "n", **results})
