"""The made-up table: one that the service takes, the same each time."""

from pathlib import Path

from benchmarks.made_up_table import write_table
from benchmarks.organisations_table import ROWS
from benchmarks.results import read_results
from benchmarks.run import README_PATH, TITLES, spell_readme
from service import read_table


def test_a_table_is_valid_and_the_same_each_time(tmp_path: Path) -> None:
    for name in ("a.csv", "b.csv"):
        write_table(tmp_path / name, rows=4_000)

    table = read_table(tmp_path / "a.csv")
    assert table.version.rows == 4_000
    assert (tmp_path / "a.csv").read_bytes() == (tmp_path / "b.csv").read_bytes()


def test_the_committed_results_are_those_of_these_benchmarks() -> None:
    readme = README_PATH.read_text(encoding="utf-8")

    assert readme == spell_readme(read_results())
    shown = [line[3:] for line in readme.splitlines() if line.startswith("## ")]
    assert shown == [title for title in TITLES if title in shown]
    assert f"| rows | {ROWS:,} in " in readme
