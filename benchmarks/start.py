"""From the start to the first answer, beside `python -c "import spacy"`."""

import subprocess
import sys
from statistics import median
from time import perf_counter

from benchmarks.results import Result
from benchmarks.server import run_server

ROUNDS = 7
MOST_TIMES = 3.0


def measure() -> list[Result]:
    """The medians of both, which take turns, and the ratio; what they read from disk was read before."""
    starts, imports = [], []
    for _ in range(ROUNDS + 1):
        starts.append(time_start())
        imports.append(time_import())
    start, imported = median(starts[1:]), median(imports[1:])
    times = start / imported
    return [
        Result(f"start to ready, median of {ROUNDS}", f"{start:.2f} s"),
        Result('`python -c "import spacy"`', f"{imported:.2f} s"),
        Result("ratio", f"{times:.2f} ×", f"at most {MOST_TIMES:g} ×", is_met=times <= MOST_TIMES),
    ]


def time_start() -> float:
    """Seconds from the start of a service to its being ready, to a tenth."""
    started = perf_counter()
    with run_server(WORKERS="1", LOG_LEVEL="critical"):
        return perf_counter() - started


def time_import() -> float:
    """Seconds of a process that imports spaCy."""
    started = perf_counter()
    subprocess.run([sys.executable, "-c", "import spacy"], check=True)
    return perf_counter() - started
