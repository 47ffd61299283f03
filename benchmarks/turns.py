"""Times of several things that take turns, so that a busy machine slows all of them alike."""

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from time import perf_counter


def time_in_turns(calls: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, list[float]]:
    """Name → the seconds of each round. Each is called once before, and every round begins with another."""
    taken: dict[str, list[float]] = {name: [] for name in calls}
    names = list(calls)
    for name in names:
        calls[name]()
    for number in range(rounds):
        turn = number % len(names)
        for name in names[turn:] + names[:turn]:
            started = perf_counter()
            calls[name]()
            taken[name].append(perf_counter() - started)
    return taken


@contextmanager
def one_core() -> Iterator[None]:
    """Keep this process, and all that it starts, on one CPU for the length of a block."""
    allowed = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {max(allowed)})
    try:
        yield
    finally:
        os.sched_setaffinity(0, allowed)
