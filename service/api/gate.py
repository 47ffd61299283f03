"""How many articles a process takes at once: the one that it reads, and those that wait."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

from service.api.refusals import BusyError


class Gate:
    """A bounded number of articles inside; whoever comes then is refused at once. Safe among threads.

    The articles of batches come one at a time, however many batches there are: they are never refused, and cannot take
    the places of the others. inside: how many articles there are, those of batches counted.
    """

    def __init__(self, places: int, retry_after: int) -> None:
        self.inside = 0
        self._taken = 0
        self._places = places
        self._retry_after = retry_after
        self._lock = Lock()
        self._turn = Lock()

    @contextmanager
    def pass_through(self) -> Iterator[None]:
        """Stay inside for the length of a block; BusyError where there is no place."""
        with self._lock:
            if self._taken >= self._places:
                raise BusyError(self._retry_after)
            self._taken += 1
            self.inside += 1
        try:
            yield
        finally:
            with self._lock:
                self._taken -= 1
                self.inside -= 1

    @contextmanager
    def take_turn(self) -> Iterator[None]:
        """Stay inside for the length of a block, as the one article of all batches; waits for those of the others."""
        with self._turn:
            with self._lock:
                self.inside += 1
            try:
                yield
            finally:
                with self._lock:
                    self.inside -= 1
