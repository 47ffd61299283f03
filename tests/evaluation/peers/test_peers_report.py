"""The tables on the page and in JSON."""

import json

import pytest

from evaluation.figures import Figure
from evaluation.intervals import Interval
from evaluation.peers.report import BEGIN, END, insert_tables, spell_json, spell_table
from evaluation.peers.rows import Row, Table, make_detail
from evaluation.peers.run import PAGE_PATH
from service.extraction import Model

TABLE = Table(
    "Claims",
    "2 articles",
    (
        Row("lead", "first sentences", (Figure("F1", 40.0, interval=Interval(30, 50)), make_detail(Figure("P", 1.0)))),
        Row("other", "", (), "not run: no node"),
        Row("ours", "service/model", (Figure("F1", 60.0),)),
    ),
)


def test_a_table_has_a_line_for_each_system_and_its_notes():
    assert spell_table(TABLE).splitlines() == [
        "### Claims",
        "",
        "2 articles",
        "",
        "| system | F1 |",
        "| --- | ---: |",
        "| lead | 40.0 (30.0–50.0) |",
        "| other | – |",
        "| ours | **60.0** |",
        "",
        "- lead: first sentences",
        "- other: not run: no node",
        "- ours: service/model",
    ]


def test_what_stands_between_the_markers_is_replaced():
    page = insert_tables(f"before\n{BEGIN}\nold\n{END}\nafter\n", [TABLE])

    assert insert_tables(page, [TABLE]) == page
    assert page.startswith(f"before\n{BEGIN}\n\n### Claims\n")
    assert page.endswith(f"service/model\n\n{END}\nafter\n")


def test_a_page_without_markers_is_an_error():
    with pytest.raises(ValueError):
        insert_tables("no markers", [])


def test_our_page_has_the_markers():
    assert insert_tables(PAGE_PATH.read_text(encoding="utf-8"), [])


def test_the_json_holds_details_and_reasons():
    results = json.loads(spell_json(Model("news", "1", "0"), [TABLE]))

    assert [
        (row["system"], [figure["name"] for figure in row["figures"]]) for row in results["tables"][0]["systems"]
    ] == [
        ("lead", ["F1", "P"]),
        ("other", []),
        ("ours", ["F1"]),
    ]
    assert results["tables"][0]["systems"][1]["note"] == "not run: no node"
