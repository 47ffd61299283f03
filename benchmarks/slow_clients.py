"""Clients that send a byte a second, beside ordinary ones."""

import threading
from contextlib import suppress
from statistics import quantiles
from time import perf_counter

from benchmarks.articles import list_articles
from benchmarks.results import Result
from benchmarks.server import Server, run_server

SLOW = 50
REQUESTS = 300
WORKERS = 2
MOST_TIMES = 1.5


def measure() -> list[Result]:
    """The 99th percentile of ordinary requests, alone and beside slow clients."""
    with run_server(WORKERS=str(WORKERS), LOG_LEVEL="critical") as server:
        alone = find_p99(server)
        is_over = threading.Event()
        clients = [threading.Thread(target=dawdle, args=(server, is_over)) for _ in range(SLOW)]
        for client in clients:
            client.start()
        beside = find_p99(server)
        is_over.set()
        for client in clients:
            client.join()
    return [
        Result(f"99th percentile of {REQUESTS} requests, alone", f"{1000 * alone:.0f} ms"),
        Result(f"the same beside {SLOW} slow clients", f"{1000 * beside:.0f} ms"),
        Result("ratio", f"{beside / alone:.2f} ×", f"at most {MOST_TIMES:g} ×", is_met=beside / alone <= MOST_TIMES),
    ]


def find_p99(server: Server) -> float:
    """Seconds, over the first annotated article."""
    text, taken = list_articles()[0], []
    for _ in range(REQUESTS):
        started = perf_counter()
        answer = server.send_article(text)
        taken.append(perf_counter() - started)
        if answer.status != 200:
            raise RuntimeError(f"an ordinary request got {answer.status}")
    return quantiles(taken, n=100)[98]


def dawdle(server: Server, is_over: threading.Event) -> None:
    """Send a body at a byte a second until it is over."""
    connection = server.connect()
    # The server may give such a client up.
    with suppress(OSError):
        connection.putrequest("POST", "/v1/extract")
        connection.putheader("Content-Type", "text/plain")
        connection.putheader("Content-Length", "100000")
        connection.endheaders()
        while not is_over.wait(1):
            connection.send(b"A")
    connection.close()
