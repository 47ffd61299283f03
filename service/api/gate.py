"""How many articles a process takes at once: the one that it reads, and those that wait."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

from service.api.refusals import BusyError


class Gate:
    """A bounded number of articles inside; whoever comes then is refused at once. Safe among threads."""

    def __init__(self, places: int, retry_after: int) -> None:
        self.inside = 0
        self._places = places
        self._retry_after = retry_after
        self._lock = Lock()

    @contextmanager
    def pass_through(self) -> Iterator[None]:
        """Stay inside for the length of a block; BusyError where there is no place."""
        with self._lock:
            if self.inside >= self._places:
                raise BusyError(self._retry_after)
            self.inside += 1
        try:
            yield
        finally:
            with self._lock:
                self.inside -= 1
