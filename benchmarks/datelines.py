"""What a dateline costs: reading over growing hostile openings, and the gazetteer.

Timed is the component and its reader on a Doc that stands ready, without network and tokeniser. Each opening repeats
one unit that a careless grammar would go over again and again.
"""

import gc
import re
import tracemalloc
from collections.abc import Callable
from math import log
from pathlib import Path
from statistics import linear_regression
from time import perf_counter

from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from benchmarks.results import Result
from service.components.dateline.annotate import annotate_dateline
from service.components.dateline.gazetteer import TABLE_PATH, Gazetteer, load_gazetteer
from service.components.dateline.read import read_dateline

LENGTHS = (1_000, 4_000, 16_000, 64_000, 256_000)
ROUNDS = 5
MEGABYTE = 1_000_000
# What stands again and again, by the name that the table gives it.
UNITS = {
    "one endless word": "a",
    "one endless line of words": "pier ",
    "capital words": "LIMA ",
    "capital letters": "A",
    "commas": ", ",
    "slashes": "/",
    "cities and slashes": "LIMA/",
    "cities and commas": "New York, ",
    "open brackets": "(",
    "closed brackets": "(A) ",
    "signatures": "(AP) - ",
    "signed datelines": "LIMA (AP) -",
    "days": "Jan 1 ",
    "numbers": "1/2/2026 ",
    "slips of months": "Narch 2, ",
    "weekdays": "Tues ",
    "newlines": "\n",
    "short lines": "LIMA\n",
    "bylines": "By ",
    "bylines in capitals": "By Ana LIMA ",
    "share bars": "Share Tweet ",
    "notes to editors": "(Adds details) ",
    "section names": "World News: ",
    "turns of speakers": "LEE: ",
    "dashes": "— ",
    "full stops": "A.",
    "hyphens": "A-",
    "quotation marks": "“",
    "blanks": " ",
}
# A country that a network marked as a place, over and over.
MARKED_UNIT = "Norway "


def measure() -> list[Result]:
    """The rows of every opening, then those of the gazetteer."""
    gazetteer = load_gazetteer()
    return [
        *(measure_opening(name, unit, gazetteer, build_doc) for name, unit in UNITS.items()),
        measure_opening("places that a network marked", MARKED_UNIT, gazetteer, build_marked_doc),
        *measure_gazetteer(TABLE_PATH),
    ]


def measure_opening(name: str, unit: str, gazetteer: Gazetteer, build: Callable[[str], Doc]) -> Result:
    """The times of one kind of opening at the least and the greatest length, and how they grow.

    Growth is the exponent of the length that fits all times best: 1 is linear, 0 is no growth.
    """
    times = []
    for length in LENGTHS:
        doc = build((unit * (length // len(unit) + 1))[:length])
        times.append(min(time_reading(doc, gazetteer) for _ in range(ROUNDS)))
    growth = linear_regression([log(length) for length in LENGTHS], [log(time) for time in times]).slope
    least, most = (
        f"{1000 * time:.2f} ms for {length // 1000}k"
        for time, length in ((times[0], LENGTHS[0]), (times[-1], LENGTHS[-1]))
    )
    return Result(f"opening of {name}", f"{least}, {most}: growth {growth:.2f}", "growth at most 1")


def time_reading(doc: Doc, gazetteer: Gazetteer) -> float:
    """The seconds of marking and reading the dateline of doc."""
    started = perf_counter()
    read_dateline(annotate_dateline(doc, gazetteer), None)
    return perf_counter() - started


def build_doc(text: str) -> Doc:
    """A Doc whose tokens are words, marks and runs of blanks, as the pipeline's tokeniser cuts them."""
    words = re.findall(r"\w+|[^\w\s]|\s+", text)
    return Doc(Vocab(), words=words, spaces=[False] * len(words))


def build_marked_doc(text: str) -> Doc:
    """A Doc of which every word is marked as a place."""
    doc = build_doc(text)
    doc.set_ents([Span(doc, token.i, token.i + 1, label="LOC") for token in doc if not token.is_space])
    return doc


def measure_gazetteer(path: Path) -> list[Result]:
    """Its file, the time to load it, and the memory that it takes."""
    times = [time_load(path) for _ in range(ROUNDS)]
    gc.collect()
    tracemalloc.start()
    gazetteer = load_gazetteer.__wrapped__(path)
    kept, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return [
        Result("gazetteer: cities", f"{len(gazetteer.cities):,}"),
        Result("gazetteer: file", f"{path.stat().st_size / MEGABYTE:.1f} MB", "at most 10 MB"),
        Result(f"gazetteer: time to load, best of {ROUNDS}", f"{min(times):.2f} s", "under 0.3 s"),
        Result("gazetteer: memory kept", f"{kept / MEGABYTE:.0f} MB"),
        Result("gazetteer: memory at most while loading", f"{peak / MEGABYTE:.0f} MB"),
    ]


def time_load(path: Path) -> float:
    """The seconds that the gazetteer takes to load, once more."""
    started = perf_counter()
    load_gazetteer.__wrapped__(path)
    return perf_counter() - started
