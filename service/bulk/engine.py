"""The parts of a job on Ray Data: an actor for each worker holds a reader, and does one part after the other."""

import logging
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import ray
import ray.data
from pyarrow import ArrowException

import service
from service.bulk.job import Job, do_part
from service.bulk.plan import Part, Plan
from service.bulk.reader import Reader, ReaderError
from service.settings import set_default_variable

# What a job holds in memory between its steps is a few numbers for each part; Ray would take a third of the machine.
STORE_BYTES = 128 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Done:
    """A part that is over. statuses: status → articles; failure: why there is no output, empty where there is."""

    part: Part
    statuses: Counter[int]
    failure: str = ""


class Worker:
    """Does parts, on whatever machine the engine puts it."""

    def __init__(self, job: Job, plan: Plan) -> None:
        self._job = job
        self._plan = plan
        self._reader = Reader.of(job.reading)

    def __call__(self, row: dict[str, Any]) -> dict[str, Any]:
        """The row of a part with what became of it. Storage that fails is told, and fails no other part."""
        part = Part(**{name: row[name] for name in ("number", "file", "start", "end")})
        try:
            statuses = do_part(self._job, self._plan, part, self._reader)
        except (OSError, ArrowException, ReaderError) as error:
            return {**row, "statuses": [], "counts": [], "failure": f"{type(error).__name__}: {error}"}
        return {**row, "statuses": list(statuses), "counts": list(statuses.values()), "failure": ""}


def start_engine(address: str | None, workers: int | None) -> int:
    """The CPUs of the engine: of the cluster at address, else of one of this machine alone that tells nobody anything.

    workers: how many CPUs the machine's own engine takes; None for all.
    """
    set_default_variable("RAY_USAGE_STATS_ENABLED", "0")
    # Ray warns of restarted workers whose arguments are gone; a job holds them until it ends.
    set_default_variable("RAY_BACKEND_LOG_LEVEL", "fatal")
    options: dict[str, Any] = {"logging_level": logging.ERROR, "log_to_driver": False}
    if address:
        # The machines of a cluster read with the very code and model of this one.
        package = str(Path(service.__file__).parent)
        ray.init(address, runtime_env={"py_modules": [package]}, **options)
    else:
        ray.init("local", num_cpus=workers, include_dashboard=False, object_store_memory=STORE_BYTES, **options)
    return max(1, int(ray.cluster_resources()["CPU"]))


def run_parts(job: Job, plan: Plan, parts: tuple[Part, ...], workers: int) -> Iterator[Done]:
    """Each part that ends, in any order. The engine hands a part out when a worker is free for it."""
    context = ray.data.DataContext.get_current()
    context.enable_progress_bars = False
    context.print_on_execution_start = False
    # A part that fails for a reason that nobody foresaw fails alone; it is missed at the end.
    context.max_errored_blocks = -1
    logging.getLogger("ray.data").setLevel(logging.ERROR)
    waiting = ray.data.from_items([asdict(part) for part in parts], override_num_blocks=len(parts))
    pool = ray.data.ActorPoolStrategy(size=min(workers, len(parts)), max_tasks_in_flight_per_actor=2)
    over = waiting.map(Worker, fn_constructor_args=(job, replace(plan, parts=())), compute=pool, num_cpus=1)
    for row in over.iter_rows():
        part = Part(*(row[name] for name in ("number", "file", "start", "end")))
        yield Done(part, Counter(dict(zip(row["statuses"], row["counts"], strict=True))), row["failure"])
