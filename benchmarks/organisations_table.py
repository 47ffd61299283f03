"""What the operator's table of organisations costs: to load, to keep, and for each article."""

import tracemalloc
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from benchmarks.made_up_table import write_table
from benchmarks.results import Result
from benchmarks.turns import time_in_turns
from evaluation.gold_articles import GOLD_FOLDER, read_gold
from service import Extractor, read_table

ROWS = 100_000
LOADS = 5
ROUNDS = 9


def measure() -> list[Result]:
    """The results for ROWS rows, timed over our annotated articles."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "organisations.csv"
        write_table(path, rows=ROWS)
        loads = [time_load(path) for _ in range(LOADS)]
        tracemalloc.start()
        table = read_table(path)
        kept, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        size = path.stat().st_size
    texts = [article.text for article in read_gold(GOLD_FOLDER)]
    without, with_table = time_in_turn(Extractor.load(), Extractor.load(organisations=table), texts)
    return [
        Result("rows", f"{table.version.rows:,} in {size / 1e6:.1f} MB of CSV"),
        Result(f"time to load, median of {LOADS}", f"{median(loads):.1f} s", "under 5 s"),
        Result("memory kept, once for all workers", f"{kept / 1e6:.0f} MB"),
        Result("memory at most while loading", f"{peak / 1e6:.0f} MB"),
        Result(f"time of an article without a table, {len(texts)} articles", f"{1000 * without:.1f} ms"),
        Result("time of an article with the table", f"{1000 * with_table:.1f} ms"),
        Result("ratio", f"{with_table / without:.3f}", "at most 1.05"),
    ]


def time_load(path: Path) -> float:
    """The seconds that reading a table takes."""
    started = perf_counter()
    read_table(path)
    return perf_counter() - started


def time_in_turn(one: Extractor, other: Extractor, texts: list[str]) -> tuple[float, float]:
    """The seconds that a text takes with each of two extractors, the mean over texts of medians over ROUNDS.

    They read each text in turn, now the one first, now the other, so that a busy machine slows both.
    """
    of_one = of_other = 0.0
    for text in texts:
        taken = time_in_turns({"one": partial(one.extract, text), "other": partial(other.extract, text)}, ROUNDS)
        of_one += median(taken["one"]) / len(texts)
        of_other += median(taken["other"]) / len(texts)
    return of_one, of_other
