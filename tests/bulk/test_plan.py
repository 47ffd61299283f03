"""A job's parts: kept with the output, and never done twice."""

import pytest

from service.bulk.plan import Part, Plan, PlanError, number_parts, read_plan, require_same, write_plan

PLAN = Plan("jsonl", {"model": "a", "others": "keep"}, number_parts([("n/a.jsonl", 0, 9), ("n/b.jsonl.gz", 0, None)]))


def test_a_plan_is_read_as_it_was_written():
    assert read_plan(write_plan(PLAN)) == PLAN


def test_outputs_are_named_in_the_order_of_the_input():
    names = [PLAN.name_output(part) for part in number_parts([("a", 0, 1)] * 12)]

    assert names == sorted(names)
    assert names[11] == "part-0000011.jsonl"


@pytest.mark.parametrize(
    ("present", "missing"),
    [
        ((), [0, 1]),
        (("part-0000000.jsonl", "_plan.json"), [1]),
        (("part-0000000.parquet",), [0, 1]),
        (("part-0000000.jsonl", "part-0000001.jsonl"), []),
    ],
)
def test_a_part_whose_output_is_there_is_not_done_again(present, missing):
    assert [part.number for part in PLAN.list_missing(frozenset(present))] == missing


@pytest.mark.parametrize(
    ("made_by", "form", "named"),
    [({"model": "b", "others": "keep"}, "jsonl", "other model;"), (PLAN.made_by, "parquet", "other format;")],
)
def test_a_job_goes_on_only_under_the_terms_it_began_with(made_by, form, named):
    require_same(PLAN, PLAN.made_by, "jsonl")
    with pytest.raises(PlanError, match=named):
        require_same(PLAN, made_by, form)


def test_parts_are_numbered_in_order():
    assert number_parts([("a", 0, 5), ("a", 5, 7)]) == (Part(0, "a", 0, 5), Part(1, "a", 5, 7))
