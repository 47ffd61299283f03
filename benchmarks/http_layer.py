"""What HTTP adds to the library: one article by a call and by a request on an open connection, in turn."""

from contextlib import closing
from statistics import median
from time import perf_counter

from benchmarks.articles import list_articles
from benchmarks.results import Result
from benchmarks.server import TEXT, run_server
from service import Extractor
from service.schemas.extraction import render_extraction
from service.schemas.request import load_request

ROUNDS = 200
MOST_MILLISECONDS = 3.0


def measure() -> list[Result]:
    """The medians over ROUNDS of the first annotated article."""
    text = list_articles()[0]
    extractor, request = Extractor.load(), load_request({"text": text})
    calls, requests = [], []
    with run_server(LOG_LEVEL="warning") as server, closing(server.connect()) as connection:
        for _ in range(ROUNDS):
            started = perf_counter()
            answer = render_extraction(extractor.extract(text, request.options), request)
            called = perf_counter()
            connection.request("POST", "/v1/extract", text.encode(), TEXT)
            body = connection.getresponse().read()
            requests.append(perf_counter() - called)
            calls.append(called - started)
        if body.decode() != answer:
            raise RuntimeError("the server and the library answer differently")
    call, whole = 1000 * median(calls), 1000 * median(requests)
    return [
        Result(f"library call and its JSON, {len(text):,} characters, median of {ROUNDS}", f"{call:.1f} ms"),
        Result("the same over HTTP", f"{whole:.1f} ms"),
        Result(
            "difference",
            f"{whole - call:.1f} ms",
            f"at most {MOST_MILLISECONDS:g} ms",
            is_met=whole - call <= MOST_MILLISECONDS,
        ),
    ]
