"""The figures of deploy/README.md, from what was measured last: `python -m benchmarks.capacity` writes them."""

import re
from math import ceil

from benchmarks import bulk, memory, two_cores
from benchmarks.results import Result, read_results
from benchmarks.server import ROOT

PAGE = ROOT / "deploy" / "README.md"
OPENING = "<!-- written by `python -m benchmarks.capacity` from benchmarks/results.json -->\n"
CLOSING = "<!-- end of what is written -->\n"
# Titles in benchmarks/run.py.
TWO_CORES, MEMORY, BULK = "Two cores", "Memory", "The corpus job"
# How full cores may be on average, so that an article seldom waits; what an archive and a peak are in this page.
FULL = 0.7
ARCHIVE, PEAK_A_MINUTE = 10_000_000, 1_000
LARGE_MACHINE = 64
PRICES = (0.01, 0.03, 0.05)
find_number = re.compile(r"[\d,]+(?:\.\d+)?").search


def find_figure(results: dict[str, list[Result]], title: str, name: str) -> float:
    """The number with which a measured value begins; KeyError where it was not measured."""
    for result in results[title]:
        number = find_number(result.value) if result.name == name else None
        if number:
            return float(number[0].replace(",", ""))
    raise KeyError(f"{title}: {name}")


def spell_capacity(results: dict[str, list[Result]]) -> str:
    """The tables of the page."""
    rate = find_figure(results, TWO_CORES, two_cores.RATE)
    times = find_figure(results, TWO_CORES, two_cores.TIMES)
    first, further = (find_figure(results, MEMORY, name) for name in (memory.FIRST, memory.EACH_FURTHER))
    hours = 1_000_000 / rate / 3_600
    # What two cores give is halved: that is what a core is worth beside others.
    shared = rate * times / 2
    cores = ceil(PEAK_A_MINUTE / 60 / shared / FULL)
    large = 60 * shared * FULL * LARGE_MACHINE
    rows = [
        (f"articles of {two_cores.WORDS} words a second, one core", f"{rate:.2f}"),
        ("the same on two cores, over one", f"{times:.2f} ×"),
        ("memory of a service with one worker", f"{first:.0f} MB"),
        ("memory of each worker more", f"{further:.0f} MB"),
        ("core-hours for a million articles", f"{hours:,.0f}"),
        (f"cores for {PEAK_A_MINUTE:,} articles a minute", f"{cores}"),
        ("memory of that many workers on one machine", f"{(first + (cores - 1) * further) / 1000:.1f} GB"),
        (f"articles a minute of a machine with {LARGE_MACHINE} cores", f"{large:,.0f}"),
        *list_job_rows(results),
    ]
    costs = [(f"{price:.2f}", f"{price * hours:,.2f}") for price in PRICES]
    return "\n".join(
        [
            *spell_table(("measured, and what follows", "figure"), rows),
            "",
            *spell_table(("price of a core for an hour", "a million articles"), costs),
            "",
        ]
    )


def list_job_rows(results: dict[str, list[Result]]) -> list[tuple[str, str]]:
    """What the corpus job reads; nothing where it was not measured, which takes more than the others need."""
    if BULK not in results:
        return []
    job = find_figure(results, BULK, bulk.TWO_WORKERS)
    days = ARCHIVE / (job / 2 * LARGE_MACHINE) / 86_400
    return [
        ("the corpus job on two workers, articles a second", f"{job:.2f}"),
        (f"days for {ARCHIVE:,} articles on {LARGE_MACHINE} workers", f"{days:.1f}"),
    ]


def spell_table(head: tuple[str, str], rows: list[tuple[str, str]]) -> list[str]:
    """The lines of a Markdown table of two columns."""
    return [f"| {one} | {other} |" for one, other in (head, ("---", "---"), *rows)]


def fill_page(page: str, results: dict[str, list[Result]]) -> str:
    """The page with its figures written anew."""
    before, _, rest = page.partition(OPENING)
    return before + OPENING + "\n" + spell_capacity(results) + "\n" + CLOSING + rest.partition(CLOSING)[2]


def write_page(results: dict[str, list[Result]]) -> None:
    """Write the figures of the page anew, where what they follow from was measured."""
    if {TWO_CORES, MEMORY} <= results.keys():
        PAGE.write_text(fill_page(PAGE.read_text(encoding="utf-8"), results), encoding="utf-8")


if __name__ == "__main__":
    write_page(read_results())
