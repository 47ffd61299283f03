"""How long each stage of an article's reading takes, and its end at the deadline."""

import time

from service.errors import DeadlineError

# The stage in which an article waits for the ones before it.
WAITING = "wait"


class Watch:
    """Times the stages of one article. began: on the clock of time.perf_counter.

    seconds: stage → how long it took, in order; what comes twice is added up.
    """

    def __init__(self, seconds: float | None = None) -> None:
        """seconds: until the deadline, from now on; None for none."""
        self.seconds: dict[str, float] = {}
        self._allowed = seconds
        self.began = self._entered = time.perf_counter()
        self._stage = ""

    def left(self) -> float | None:
        """Seconds until the deadline, at least 0; None without one."""
        if self._allowed is None:
            return None
        return max(0.0, self.began + self._allowed - time.perf_counter())

    def enter(self, stage: str) -> None:
        """End the stage before and begin this one; DeadlineError where the time is up."""
        self.stop()
        if self.left() == 0:
            raise self.pass_deadline(stage)
        self._stage = stage

    def stop(self) -> None:
        """End the stage that runs, if one does."""
        now = time.perf_counter()
        if self._stage:
            self.seconds[self._stage] = self.seconds.get(self._stage, 0.0) + now - self._entered
        self._stage, self._entered = "", now

    def pass_deadline(self, stage: str) -> DeadlineError:
        """What tells that the time was up in a stage."""
        return DeadlineError(self._allowed or 0, stage)
