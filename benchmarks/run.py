"""`python -m benchmarks.run` runs every benchmark and writes README.md anew. A new one: a module, and a row here."""

from collections.abc import Callable
from pathlib import Path

from benchmarks import datelines, organisations_table
from benchmarks.results import Result, spell_results

# Title → what measures it.
BENCHMARKS: dict[str, Callable[[], list[Result]]] = {
    "The operator's table of organisations": organisations_table.measure,
    "Datelines": datelines.measure,
}
README_PATH = Path(__file__).parent / "README.md"
HEAD = """# What the service costs

Written by `make bench`; do not edit. Times depend on the machine and on what else it does. Where two are compared, they
were taken in turn in one process, and it is their ratio that says something.
"""


def main() -> None:
    """Measure, print and write."""
    sections = [f"## {title}\n\n{spell_results(measure())}\n" for title, measure in BENCHMARKS.items()]
    readme = "\n".join([HEAD, *sections])
    print(readme)
    README_PATH.write_text(readme, encoding="utf-8")


if __name__ == "__main__":
    main()
