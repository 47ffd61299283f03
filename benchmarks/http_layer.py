"""What HTTP adds to the library: one article by a call and by a request on an open connection, in turn."""

from contextlib import closing
from statistics import median

from benchmarks.articles import list_articles
from benchmarks.results import Result
from benchmarks.server import TEXT, run_server
from benchmarks.turns import time_in_turns
from service import Extractor
from service.schemas.extraction import render_extraction
from service.schemas.request import load_request

ROUNDS = 200
MOST_MILLISECONDS = 3.0


def measure() -> list[Result]:
    """The medians over ROUNDS of the first annotated article."""
    text = list_articles()[0]
    extractor, request = Extractor.load(), load_request({"text": text})
    with run_server(LOG_LEVEL="warning") as server, closing(server.connect()) as connection:

        def call() -> str:
            return render_extraction(extractor.extract(text, request.options), request)

        def ask() -> str:
            connection.request("POST", "/v1/extract", text.encode(), TEXT)
            return connection.getresponse().read().decode()

        if ask() != call():
            raise RuntimeError("the server and the library answer differently")
        taken = time_in_turns({"call": call, "request": ask}, ROUNDS)
    call_time, whole = (1000 * median(taken[name]) for name in ("call", "request"))
    return [
        Result(f"library call and its JSON, {len(text):,} characters, median of {ROUNDS}", f"{call_time:.1f} ms"),
        Result("the same over HTTP", f"{whole:.1f} ms"),
        Result(
            "difference",
            f"{whole - call_time:.1f} ms",
            f"at most {MOST_MILLISECONDS:g} ms",
            is_met=whole - call_time <= MOST_MILLISECONDS,
        ),
    ]
