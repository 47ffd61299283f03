"""Memory over many requests of changing real articles."""

import random
from concurrent.futures import ThreadPoolExecutor

from benchmarks.articles import vary
from benchmarks.results import Result
from benchmarks.server import Server, run_server
from service.api.metrics import measure_memory

REQUESTS, WARM_UP = 30_000, 3_000
STEP = 1_000
WORKERS = 2
CLIENTS = 4
MOST_GROWTH = 5.0


def measure() -> list[Result]:
    """How each worker's memory grows from the end of the warm-up to the end."""
    # No worker is replaced meanwhile, for what is looked for is what it does not give back.
    with run_server(WORKERS=str(WORKERS), MAX_REQUESTS="0", LOG_LEVEL="warning") as server:
        workers = server.list_workers()
        statuses: set[int] = set()
        memory: list[list[int]] = []
        for first in range(0, REQUESTS, STEP):
            numbers = range(first, first + STEP)
            statuses |= send_all(server, numbers)
            memory.append([measure_memory(worker) for worker in workers])
            print(f"{numbers[-1] + 1:,} requests: {[size >> 20 for size in memory[-1]]} MiB", flush=True)
        survivors = server.list_workers()
    early, last = memory[WARM_UP // STEP - 1], memory[-1]
    growth = [100 * (end / start - 1) for start, end in zip(early, last, strict=True)]
    return [
        Result("requests of changed articles", f"{REQUESTS:,}, by {CLIENTS} clients at once"),
        Result("statuses", ", ".join(map(str, sorted(statuses))), "200", is_met=statuses == {200}),
        Result("workers that were replaced", f"{len({*workers} - {*survivors})}", "0", is_met=workers == survivors),
        Result(f"memory of each worker after {WARM_UP:,}", ", ".join(f"{size / 1e6:.0f} MB" for size in early)),
        Result("memory of each worker at the end", ", ".join(f"{size / 1e6:.0f} MB" for size in last)),
        Result(
            "growth of each",
            ", ".join(f"{one:.1f} %" for one in growth),
            f"at most {MOST_GROWTH:g} %",
            is_met=max(growth) <= MOST_GROWTH,
        ),
    ]


def send_all(server: Server, numbers: range) -> set[int]:
    """The statuses of the numbered requests."""

    def send(number: int) -> int:
        return server.send_article(vary(random.Random(number))).status

    with ThreadPoolExecutor(CLIENTS) as clients:
        return set(clients.map(send, numbers))
