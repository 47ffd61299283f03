"""Thousands of articles in one request, line by line: memory on both sides, the first answer, the rate."""

import json
import random
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field

from benchmarks.articles import vary
from benchmarks.results import Result
from benchmarks.server import Server, run_server
from service import Extractor
from service.api.lines import NDJSON
from service.api.metrics import measure_memory
from service.schemas.extraction import render_extraction
from service.schemas.request import load_request

ARTICLES = 10_000
# Code points that are kept of each, so that all are read within minutes.
LENGTH = 600
WARM_UP = ARTICLES // 10
# Articles that the library reads, in as many turns as the stream is cut into, so that both see the same machine.
LIBRARY, TURNS = ARTICLES // 10, 10
MOST_GROWTH, LEAST_RATE = 5.0, 0.95


@dataclass
class Course:
    """What a client saw of a stream. memory: bytes of server and client; reading, calling: seconds of both ways."""

    sent: int = 0
    first_answer_after: int = 0
    is_in_order: bool = True
    statuses: set[int] = field(default_factory=set)
    memory: list[tuple[int, int]] = field(default_factory=list)
    reading: float = 0.0
    calling: float = 0.0
    called: int = 0


def measure() -> list[Result]:
    """What one client and one worker see of ARTICLES, beside as many library calls as show the machine's pace."""
    extractor, course = Extractor.load(), Course()
    with run_server(LOG_LEVEL="warning") as server:
        read_stream(server, course, extractor)
    (server_early, client_early), (server_last, client_last) = course.memory[0], course.memory[-1]
    growth = [100 * (server_last / server_early - 1), 100 * (client_last / client_early - 1)]
    streamed, called = ARTICLES / course.reading, course.called / course.calling
    return [
        Result(f"articles of at most {LENGTH} characters in one request", f"{ARTICLES:,}"),
        Result(
            "answers",
            f"{', '.join(map(str, sorted(course.statuses)))}, {'in' if course.is_in_order else 'out of'} order",
            "200, in order",
            is_met=course.statuses == {200} and course.is_in_order,
        ),
        Result(
            "articles sent when the first answer came",
            f"{course.first_answer_after:,}",
            "not all",
            is_met=0 < course.first_answer_after < ARTICLES,
        ),
        Result(
            f"memory of server and client after {WARM_UP:,}",
            f"{server_early / 1e6:.0f} MB, {client_early / 1e6:.0f} MB",
        ),
        Result(
            "growth from there to the end",
            ", ".join(f"{one:.1f} %" for one in growth),
            f"at most {MOST_GROWTH:g} %",
            is_met=max(growth) <= MOST_GROWTH,
        ),
        Result("articles a second, streamed", f"{streamed:.1f}"),
        Result(f"the same by the library, {course.called:,} articles in {TURNS} turns", f"{called:.1f}"),
        Result(
            "ratio",
            f"{streamed / called:.3f}",
            f"at least {LEAST_RATE:g}",
            is_met=streamed / called >= LEAST_RATE,
        ),
    ]


def read_stream(server: Server, course: Course, extractor: Extractor) -> None:
    """Send all, and read the answers meanwhile; between stretches of it, let the library read alone."""
    worker = server.list_workers()[0]
    may_send = threading.Semaphore(0)
    connection = server.connect()
    connection.putrequest("POST", "/v1/extract/batch")
    connection.putheader("Content-Type", NDJSON)
    connection.putheader("Transfer-Encoding", "chunked")
    connection.endheaders()

    def send() -> None:
        for line in list_lines():
            may_send.acquire()
            connection.send(b"%x\r\n%s\r\n" % (len(line), line))
            course.sent += 1
        connection.send(b"0\r\n\r\n")

    sender = threading.Thread(target=send)
    sender.start()
    stretch = ARTICLES // TURNS
    number, response = 0, None
    for turn in range(TURNS):
        started = time.perf_counter()
        may_send.release(stretch)
        response = response or connection.getresponse()
        for _ in range(stretch):
            item = json.loads(response.readline())
            course.first_answer_after = course.first_answer_after or course.sent
            course.statuses.add(item["status"])
            course.is_in_order &= item["id"] == str(number)
            number += 1
        course.reading += time.perf_counter() - started
        call_library(extractor, course, range(turn * LIBRARY // TURNS, (turn + 1) * LIBRARY // TURNS))
        course.memory.append((measure_memory(worker), measure_memory()))
        print(f"{number:,} articles: {[size >> 20 for size in course.memory[-1]]} MiB", flush=True)
    sender.join()
    connection.close()


def call_library(extractor: Extractor, course: Course, numbers: range) -> None:
    """Read the numbered articles without a server."""
    started = time.perf_counter()
    for number in numbers:
        request = load_request(build_article(number))
        render_extraction(extractor.extract(request.text, request.options), request)
    course.calling += time.perf_counter() - started
    course.called += len(numbers)


def list_lines() -> Iterator[bytes]:
    """The articles as JSON lines."""
    for number in range(ARTICLES):
        yield json.dumps(build_article(number)).encode() + b"\n"


def build_article(number: int) -> dict[str, str]:
    """One of the articles."""
    return {"id": str(number), "text": vary(random.Random(number))[:LENGTH]}
