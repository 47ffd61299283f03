"""`python -m benchmarks.run [GROUP | TITLE]` measures a group or one benchmark, and writes README.md.

What was measured of the others last stays; the capacity page follows from all. The exit status is 1 where a
target is missed. A new benchmark: a module, and a row here.
"""

import sys
from collections.abc import Callable

from benchmarks import (
    bulk,
    capacity,
    contract,
    datelines,
    fuzz,
    hostile,
    http_layer,
    length,
    memory,
    organisations_table,
    other_pipelines,
    overload,
    slow_clients,
    soak,
    stages,
    start,
    stream,
    two_cores,
)
from benchmarks.results import Result, read_results, spell_results, write_results
from benchmarks.server import ROOT

# Group → title → what measures it.
BENCHMARKS: dict[str, dict[str, Callable[[], list[Result]]]] = {
    "bench": {
        "The operator's table of organisations": organisations_table.measure,
        "Datelines": datelines.measure,
        "Hostile input": hostile.measure,
        "The HTTP layer": http_layer.measure,
        "Overload": overload.measure,
        "Slow clients": slow_clients.measure,
        "A stream of articles": stream.measure,
    },
    "speed": {
        "Stages": stages.measure,
        "Length": length.measure,
        "Other pipelines": other_pipelines.measure,
        "Two cores": two_cores.measure,
        "Memory": memory.measure,
        "Start": start.measure,
    },
    "bulk": {"The corpus job": bulk.measure},
    "soak": {"Soak": soak.measure},
    "fuzz": {"The contract, by schemathesis": contract.measure, "Mutated articles": fuzz.measure},
}
TITLES = [title for group in BENCHMARKS.values() for title in group]
README_PATH = ROOT / "benchmarks" / "README.md"
HEAD = """# What the service costs, and what it withstands

Written by `make bench`, `make speed`, `make bulk-bench`, `make soak` and `make fuzz`; do not edit. Times depend on the
machine and on what else it does. Where two are compared, they were taken in turn, and it is their ratio that says
something.
"""


def main() -> None:
    """Measure, print and write."""
    group = sys.argv[1] if len(sys.argv) > 1 else "bench"
    every = {title: measure for measures in BENCHMARKS.values() for title, measure in measures.items()}
    measured = {title: every[title]() for title in BENCHMARKS.get(group, [group])}
    results = {**read_results(), **measured}
    write_results({title: results[title] for title in TITLES if title in results})
    README_PATH.write_text(spell_readme(results), encoding="utf-8")
    capacity.write_page(results)
    for title, rows in measured.items():
        print(f"## {title}\n\n{spell_results(rows)}\n")
    if any(result.is_met is False for rows in measured.values() for result in rows):
        sys.exit(1)


def spell_readme(results: dict[str, list[Result]]) -> str:
    """The README that shows the results, in the order of BENCHMARKS."""
    sections = [f"## {title}\n\n{spell_results(results[title])}\n" for title in TITLES if title in results]
    return "\n".join([HEAD, *sections])


if __name__ == "__main__":
    main()
