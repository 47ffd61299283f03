"""Bodies that nobody would send: mutated articles, options and bytes, each sent twice to the application in process.

Wrong is an answer of 500, a span that is not its text in the unit asked for, and two answers that differ. A body is
known by its number, from which it can be made again.
"""

import gzip
import json
import os
import random
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from multiprocessing import get_context

from flask.testing import FlaskClient

from benchmarks.articles import mutate
from benchmarks.results import Result
from service import Extractor
from service.api.app import create_app
from service.extraction import FEATURES, MAX_CLAIMS_LIMIT
from service.settings import Settings
from service.text.offsets import OFFSET_UNITS

BODIES = 20_000
# Code points of a mutated article, so that the bodies take minutes, not hours.
LENGTH = 500
BATCH = 500
# Shares of bodies whose bytes are damaged, that are compressed, and that are plain text.
DAMAGED, COMPRESSED, PLAIN = 0.1, 0.2, 0.3
ENCODINGS = {"code_point": ("utf-32-le", 4), "utf16": ("utf-16-le", 2), "utf8": ("utf-8", 1)}


@dataclass(frozen=True, slots=True)
class Body:
    """What is sent. text: the article in it, None where its bytes were damaged."""

    content: bytes
    headers: dict[str, str]
    text: str | None
    unit: str


def make_body(number: int) -> Body:
    """The body of this number, always the same."""
    chance = random.Random(number)
    text = mutate(chance, length=LENGTH)
    unit = chance.choice(OFFSET_UNITS)
    options = {
        "offset_unit": unit,
        "features": chance.sample(FEATURES, chance.randint(1, len(FEATURES))),
        "max_claims": chance.randint(1, MAX_CLAIMS_LIMIT),
        "published": chance.choice((None, "2026-03-02", "1987-10-19")),
    }
    if chance.random() < PLAIN:
        content, headers, unit = text.encode(), {"Content-Type": "text/plain; charset=utf-8"}, "code_point"
    else:
        content = json.dumps({"text": text, **options}, ensure_ascii=chance.random() < 0.5).encode()
        headers = {"Content-Type": "application/json"}
    if chance.random() < COMPRESSED:
        content, headers = gzip.compress(content, mtime=0), {**headers, "Content-Encoding": "gzip"}
    if chance.random() < DAMAGED:
        return Body(damage_bytes(chance, content), headers, None, unit)
    return Body(content, headers, text, unit)


def damage_bytes(chance: random.Random, content: bytes) -> bytes:
    """The bytes with some changed, cut or added."""
    damaged = bytearray(content)
    for _ in range(chance.randint(1, 8)):
        at = chance.randint(0, len(damaged))
        damaged[at : at + chance.randint(0, 3)] = chance.randbytes(chance.randint(0, 3))
    return bytes(damaged)


def list_broken_spans(answer: object, text: str, unit: str) -> Iterator[str]:
    """The JSON of each span in an answer that is not the text from its start to its end."""
    encoding, size = ENCODINGS[unit]
    content = text.encode(encoding)
    waiting = [answer]
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            waiting += value.values()
            if {"text", "start", "end"} <= value.keys():
                part = content[value["start"] * size : value["end"] * size]
                if part != value["text"].encode(encoding):
                    yield json.dumps(value)
        elif isinstance(value, list):
            waiting += value


def try_body(client: FlaskClient, number: int) -> Counter[str]:
    """What the body of this number is counted as."""
    body = make_body(number)
    one, other = (client.post("/v1/extract", data=body.content, headers=body.headers) for _ in range(2))
    counts = Counter({f"status {one.status_code}": 1})
    counts["errors"] += one.status_code >= 500
    if one.status_code == 200:
        counts["answers that differ"] += one.data != other.data
        if body.text is not None:
            counts["broken spans"] += len(list(list_broken_spans(one.get_json(), body.text, body.unit)))
    if counts["errors"] or counts["answers that differ"] or counts["broken spans"]:
        counts[f"body {number}"] += 1
    return counts


def try_batch(numbers: range) -> Counter[str]:
    """The counts of some bodies; the application is loaded once in a process."""
    client = load_client()
    return sum((try_body(client, number) for number in numbers), Counter[str]())


@cache
def load_client() -> FlaskClient:
    """The client of this process's application."""
    return create_app(Settings(), Extractor.load()).test_client()


def measure() -> list[Result]:
    """The results over BODIES bodies, in a process for each CPU."""
    batches = [range(first, first + BATCH) for first in range(0, BODIES, BATCH)]
    with ProcessPoolExecutor(os.cpu_count(), mp_context=get_context("spawn")) as pool:
        counts = sum(pool.map(try_batch, batches), Counter[str]())
    statuses = ", ".join(f"{count:,} × {name[7:]}" for name, count in sorted(counts.items()) if name[:7] == "status ")
    wrong = [name for name in counts if name.startswith("body ") and counts[name]]
    rows = [Result("bodies, each sent twice", f"{BODIES:,}: {statuses}")]
    for name in ("errors", "broken spans", "answers that differ"):
        rows.append(Result(name, f"{counts[name]:,}", "0", is_met=counts[name] == 0))
    return [*rows, *([Result("the first that went wrong", ", ".join(wrong[:10]))] if wrong else [])]
