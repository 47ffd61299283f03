"""What workers take of the memory, each page counted once however many share it (PSS)."""

import re
from pathlib import Path

from benchmarks.articles import make_text
from benchmarks.results import Result
from benchmarks.server import run_server

WORDS, REQUESTS = 450, 60
FURTHER = 2
MOST_FIRST, MOST_FURTHER = 350.0, 120.0
FIRST, EACH_FURTHER = "first worker", "each further worker"
find_pss = re.compile(r"^Pss:\s+(\d+) kB", re.MULTILINE).search


def measure() -> list[Result]:
    """Megabytes of a service with one worker, and of each worker more, after some articles."""
    alone, more = measure_service(1), measure_service(1 + FURTHER)
    further = (more - alone) / FURTHER
    return [
        Result(FIRST, f"{alone:.0f} MB", f"at most {MOST_FIRST:g} MB", is_met=alone <= MOST_FIRST),
        Result(EACH_FURTHER, f"{further:.0f} MB", f"at most {MOST_FURTHER:g} MB", is_met=further <= MOST_FURTHER),
    ]


def measure_service(workers: int) -> float:
    """The megabytes of a service of so many workers, its master included, each of which has read articles."""
    with run_server(WORKERS=str(workers), LOG_LEVEL="critical") as server:
        for seed in range(REQUESTS * workers):
            server.send_article(make_text(WORDS, seed=seed))
        return sum(measure_pss(process) for process in (server.process.pid, *server.list_workers()))


def measure_pss(process: int) -> float:
    """The megabytes of a process, a page that several share divided among them."""
    found = find_pss(Path(f"/proc/{process}/smaps_rollup").read_text())
    if found is None:
        raise RuntimeError(f"the kernel does not tell the memory of process {process}")
    return int(found[1]) * 1024 / 1e6
