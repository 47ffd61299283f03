"""The service on two cores against one: two servers that stand ready and are loaded in turn."""

import os
import time
from concurrent.futures import ThreadPoolExecutor
from statistics import median

from benchmarks.articles import make_text
from benchmarks.results import Result
from benchmarks.server import Server, run_server

# So many that the last ones, which leave a worker without work, do not count.
WORDS, REQUESTS = 450, 160
ROUNDS = 3
LEAST_TIMES = 1.9
# Clients for each worker, so that none waits for work: which worker takes a connection is left to chance.
CLIENTS = 4
RATE = f"articles of {WORDS} words a second, one core"
TIMES = "two cores against one"


def measure() -> list[Result]:
    """Articles a second of each, and the ratio."""
    cpus = sorted(os.sched_getaffinity(0))
    if len(cpus) < 2:
        return [Result(TIMES, "not run: there is one core", f"at least {LEAST_TIMES:g} ×")]
    texts = [make_text(WORDS, seed=seed) for seed in range(REQUESTS)]
    with run_server(WORKERS="1", LOG_LEVEL="critical") as one, run_server(WORKERS="2", LOG_LEVEL="critical") as two:
        for worker in one.list_workers():
            os.sched_setaffinity(worker, {cpus[0]})
        rates: dict[Server, list[float]] = {one: [], two: []}
        for _ in range(ROUNDS):
            rates[one].append(load(one, texts, CLIENTS))
            rates[two].append(load(two, texts, 2 * CLIENTS))
    alone, both = median(rates[one]), median(rates[two])
    return [
        Result(RATE, f"{alone:.2f}"),
        Result("the same, two cores", f"{both:.2f}"),
        Result(
            TIMES,
            f"{both / alone:.2f} ×",
            f"at least {LEAST_TIMES:g} ×",
            is_met=both / alone >= LEAST_TIMES,
        ),
    ]


def load(server: Server, texts: list[str], clients: int) -> float:
    """The articles a second that so many clients get answered together."""
    started = time.perf_counter()
    with ThreadPoolExecutor(clients) as pool:
        statuses = {answer.status for answer in pool.map(server.send_article, texts)}
    if statuses != {200}:
        raise RuntimeError(f"articles got {statuses}")
    return len(texts) / (time.perf_counter() - started)
