"""Articles read one after the other, or by several processes at once, each with a model of its own."""

import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from functools import cache
from multiprocessing import get_context

from service.cli.inputs import Job
from service.cli.reading import ArticleReader, Outcome, read_job
from service.cli.spelling import Wanted
from service.pipeline.extractor import Extractor, load_mounted
from service.settings import Settings

# Articles for each process that are under way: the next one is there when one is done, and memory stays flat.
AHEAD = 4


def load_extractor(settings: Settings) -> Extractor:
    """The extractor that the settings describe; ModelError or TableError where there is none."""
    return load_mounted(settings.model_path, settings.organisations_file)


# Once in each process.
@cache
def keep_extractor(settings: Settings) -> Extractor:
    """The extractor of this process."""
    return load_extractor(settings)


def read_alone(extractor: ArticleReader, jobs: Iterable[Job], wanted: Wanted) -> Iterator[Outcome]:
    """What becomes of each article, in order."""
    for job in jobs:
        yield read_job(extractor, job, wanted)


def read_together(settings: Settings, jobs: Iterable[Job], wanted: Wanted, *, processes: int) -> Iterator[Outcome]:
    """The same, by several processes at once."""
    # Spawned: the ONNX runtime does not survive a fork.
    pool = ProcessPoolExecutor(processes, get_context("spawn"), initializer=ignore_interrupt)
    waiting: deque[Future[Outcome]] = deque()
    try:
        for job in jobs:
            waiting.append(pool.submit(read_elsewhere, settings, job, wanted))
            if len(waiting) >= processes * AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        pool.shutdown(cancel_futures=True)


def read_elsewhere(settings: Settings, job: Job, wanted: Wanted) -> Outcome:
    """What becomes of an article in a process of the pool."""
    return read_job(keep_extractor(settings), job, wanted)


def ignore_interrupt() -> None:
    """Leave it to the first process what an interrupt means."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
