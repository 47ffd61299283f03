"""Ten times the rate that the service can sustain, for a minute."""

import json
import random
import threading
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from statistics import median, quantiles

from benchmarks.articles import vary
from benchmarks.results import Result
from benchmarks.server import Server, run_server
from service.settings import Settings

SECONDS = 60
TIMES = 10
WORKERS = 2
# Articles that measure the rate, and those that show that all is as before.
CALIBRATION, AFTERWARDS = 60, 20
RECOVERY_SECONDS = 5.0


@dataclass
class Tally:
    """What clients got. failures: connections that were refused, reset or broken off."""

    statuses: Counter[int] = field(default_factory=Counter)
    without_retry: int = 0
    failures: int = 0
    seconds: list[float] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def ask(self, server: Server, number: int) -> None:
        """Send an article and take down what comes back."""
        started = time.perf_counter()
        try:
            answer = server.send_article(vary(random.Random(number)))
        except OSError:
            with self.lock:
                self.failures += 1
            return
        with self.lock:
            self.statuses[answer.status] += 1
            if answer.status == 200:
                self.seconds.append(time.perf_counter() - started)
            elif "Retry-After" not in answer.headers or json.loads(answer.body)["code"] != "busy":
                self.without_retry += 1


def measure() -> list[Result]:
    """What clients get at TIMES the sustainable rate, and how soon all is as before."""
    with run_server(WORKERS=str(WORKERS), LOG_LEVEL="critical") as server:
        rate, usual = sustain(server)
        tally = flood(server, rate * TIMES)
        time.sleep(RECOVERY_SECONDS)
        after = Tally()
        for number in range(AFTERWARDS):
            after.ask(server, number)
    deadline = Settings().deadline
    p99 = quantiles(tally.seconds, n=100)[98]
    statuses = ", ".join(f"{count:,} × {status}" for status, count in sorted(tally.statuses.items()))
    is_known = set(tally.statuses) <= {200, 503} and not tally.without_retry
    return [
        Result("sustainable rate", f"{rate:.0f} articles a second with {WORKERS} workers"),
        Result(
            f"answers at {TIMES} times that for {SECONDS} s", statuses, "200, or 503 with Retry-After", is_met=is_known
        ),
        Result("connections lost", f"{tally.failures}", "0", is_met=tally.failures == 0),
        Result("99th percentile of the 200s", f"{p99:.1f} s", f"under {deadline} s", is_met=p99 < deadline),
        Result(
            f"median {RECOVERY_SECONDS:g} s later, over that before",
            f"{median(after.seconds) / usual:.2f} ×",
            "all answered",
            is_met=after.statuses == {200: AFTERWARDS},
        ),
    ]


def sustain(server: Server) -> tuple[float, float]:
    """The articles a second that as many clients as workers get answered, and the median seconds of one."""
    tally, started = Tally(), time.perf_counter()

    def ask(first: int) -> None:
        for number in range(first, CALIBRATION, WORKERS):
            tally.ask(server, number)

    with ThreadPoolExecutor(WORKERS) as clients:
        list(clients.map(ask, range(WORKERS)))
    return CALIBRATION / (time.perf_counter() - started), median(tally.seconds)


def flood(server: Server, rate: float) -> Tally:
    """What clients get that come at this rate, whether those before were answered or not."""
    tally, started = Tally(), time.perf_counter()
    clients = []
    for number in range(int(rate * SECONDS)):
        time.sleep(max(0.0, started + number / rate - time.perf_counter()))
        client = threading.Thread(target=tally.ask, args=(server, number))
        client.start()
        clients.append(client)
    for client in clients:
        client.join()
    return tally
