"""Hostile texts beside ordinary ones, by time for each character; bombs, by time and memory."""

import gzip
import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from time import perf_counter

from benchmarks.articles import list_articles
from benchmarks.results import Result
from benchmarks.server import Server, run_server
from service import Extractor
from service.api.metrics import measure_memory

CHARACTERS = 40_000
MOST_TIMES = 3.0
MOST_MILLISECONDS = 100.0
MOST_MEGABYTES = 16.0
ROUNDS = 5
TICKS = os.sysconf("SC_CLK_TCK")
# What stands again and again, up to CHARACTERS in all.
UNITS = {
    "curly quotation marks": "“",
    "straight quotation marks": '"',
    "marks and letters": "“a” ",
    "apostrophes": "'",
    "opening brackets": "(",
    "closed brackets": "(a) ",
    "full stops": ".",
    "full stops and capitals": "A. ",
    "capitals": "A",
    "capital words": "Aa ",
    "digits": "1",
    "numbers": "1,000 ",
    "one word": "a",
    "names": "Ann Lee ",
    "said": "he said ",
    "said lines": "“Yes,” Ann Lee said.\n",
    "newlines": "\n",
    "words": "word ",
    "emoji": "😀",
    "combining marks": "e\u0301\u0301",
    "right to left": "\u0645\u0631\u062d\u0628\u0627 ",
}
PREFIX = "The ministry said on Monday that it would pay for the bridge. "
BOMBS: dict[str, tuple[bytes, dict[str, str]]] = {
    "gzip bomb, 1 GB in 1 MB": (
        gzip.compress(bytes(2**30), 6)[:1_000_000],
        {"Content-Type": "text/plain", "Content-Encoding": "gzip"},
    ),
    "JSON bomb, half a million brackets": (b"[" * 500_000, {"Content-Type": "application/json"}),
    "JSON bomb, half a million objects": (b'{"a":' * 200_000, {"Content-Type": "application/json"}),
    "header bomb, 64 headers of 8 kB": (b"A.", {f"X-{number}": "a" * 8_000 for number in range(64)}),
}


def measure() -> list[Result]:
    """The slowest hostile text against ordinary text of the same length, and each bomb."""
    return [*measure_texts(), *measure_bombs()]


def measure_texts() -> list[Result]:
    """The time of each text for each character, as a multiple of ordinary text's."""
    extractor = Extractor.load()
    ordinary = "\n".join(list_articles())[:CHARACTERS]
    rows = []
    for name, unit in UNITS.items():
        text = (PREFIX + unit * CHARACTERS)[:CHARACTERS]
        plain, hostile = time_in_turn(partial(extractor.extract, ordinary), partial(extractor.extract, text))
        times = hostile / plain
        rows.append(Result(name, f"{times:.2f} ×", f"at most {MOST_TIMES:g} ×", is_met=times <= MOST_TIMES))
    return rows


def time_in_turn(one: Callable[[], object], other: Callable[[], object]) -> tuple[float, float]:
    """The least seconds of each of two, which take turns."""
    taken: dict[Callable[[], object], list[float]] = {one: [], other: []}
    for _ in range(2):
        for call in taken:
            started = perf_counter()
            call()
            taken[call].append(perf_counter() - started)
    return min(taken[one]), min(taken[other])


def measure_bombs() -> list[Result]:
    """How long each bomb keeps a worker, and what is left of it in memory."""
    with run_server(LOG_LEVEL="critical") as server:
        (worker,) = server.list_workers()
        return [try_bomb(server, worker, name, content, headers) for name, (content, headers) in BOMBS.items()]


def try_bomb(server: Server, worker: int, name: str, content: bytes, headers: dict[str, str]) -> Result:
    """The best of ROUNDS, in processor time of the worker."""
    statuses, spent = set(), []
    before = measure_memory(worker)
    for _ in range(ROUNDS):
        started = measure_processor_time(worker)
        statuses.add(server.send("POST", "/v1/extract", content, headers).status)
        spent.append(1000 * (measure_processor_time(worker) - started))
    grown = (measure_memory(worker) - before) / 1e6
    is_met = min(spent) < MOST_MILLISECONDS and grown < MOST_MEGABYTES and all(400 <= one < 500 for one in statuses)
    value = f"{', '.join(map(str, sorted(statuses)))} after {min(spent):.0f} ms, {grown:.1f} MB more"
    return Result(name, value, f"refused, {MOST_MILLISECONDS:g} ms, {MOST_MEGABYTES:g} MB", is_met=is_met)


def measure_processor_time(process: int) -> float:
    """The seconds that a process has computed, of all its threads, to a hundredth."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS
