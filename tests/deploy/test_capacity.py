"""The figures of the capacity page: worked out from what was measured, and written anew with it."""

import pytest

from benchmarks import bulk, memory, two_cores
from benchmarks.capacity import BULK, MEMORY, PAGE, TWO_CORES, fill_page, find_figure, spell_capacity
from benchmarks.results import Result, read_results
from benchmarks.run import TITLES

MEASURED = {
    TWO_CORES: [Result(two_cores.RATE, "5.00"), Result(two_cores.TIMES, "2.00 ×", "at least 1.9 ×")],
    MEMORY: [Result(memory.FIRST, "300 MB"), Result(memory.EACH_FURTHER, "100 MB")],
    BULK: [Result(bulk.TWO_WORKERS, "10.00 articles a second; 40 s with the start of the engine")],
}


@pytest.mark.parametrize(
    "row",
    [
        "| core-hours for a million articles | 56 |",
        "| cores for 1,000 articles a minute | 5 |",
        "| memory of that many workers on one machine | 0.7 GB |",
        "| articles a minute of a machine with 64 cores | 13,440 |",
        "| days for 10,000,000 articles on 64 workers | 0.4 |",
        "| 0.03 | 1.67 |",
    ],
)
def test_figures_follow_from_what_was_measured(row):
    assert row in spell_capacity(MEASURED).splitlines()


def test_a_corpus_job_that_was_not_measured_is_left_out():
    without = {title: results for title, results in MEASURED.items() if title != BULK}

    assert "corpus job" not in spell_capacity(without)


def test_a_figure_that_was_not_measured_is_missed():
    with pytest.raises(KeyError, match="Memory: first worker"):
        find_figure({MEMORY: [Result(memory.FIRST, "not run")]}, MEMORY, memory.FIRST)


def test_the_page_holds_the_figures_that_were_measured_last():
    page = PAGE.read_text(encoding="utf-8")

    assert {TWO_CORES, MEMORY, BULK} <= set(TITLES)
    assert page == fill_page(page, read_results())
