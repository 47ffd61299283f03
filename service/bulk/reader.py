"""A reader of articles that outlives any of them: the model is in a child process, which is replaced when it dies."""

import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from threading import Timer

from service.bulk.child import READY
from service.bulk.outcomes import Outcome, Reading, end_badly
from service.errors import ServiceError

ROOT = Path(__file__).parents[2]
# An article gets a second child: the first may have been ended by chance, such as for the memory of the machine.
TRIES = 2
# Seconds beyond the deadline after which a child is taken to hang in one stage, where no deadline is looked at.
GRACE = 30


class ReaderError(ServiceError):
    """The child does not start. Its standard error says why."""


class Reader:
    """Reads one article at a time, with a model that is loaded once."""

    def __init__(self, command: Sequence[str], patience: float) -> None:
        """command: what starts the child. patience: seconds after which a child that does not answer is killed."""
        self._command = tuple(command)
        self._patience = patience
        self._child: subprocess.Popen[bytes] | None = None

    @classmethod
    def of(cls, reading: Reading) -> "Reader":
        """The reader that reads as reading says."""
        command = (sys.executable, "-m", "service.bulk.child", json.dumps(asdict(reading)))
        return cls(command, reading.deadline + GRACE)

    def read(self, line: bytes) -> Outcome:
        """The outcome of the article in a line of JSON; ReaderError where no child can be started."""
        detail = ""
        for _ in range(TRIES):
            child = self._child or self._start()
            answer = self._ask(child, line)
            if answer.endswith(b"\n"):
                return Outcome(**json.loads(answer))
            detail = f"the process that read the article ended with status {self._bury(child)}, {TRIES} times"
        return end_badly(line, detail)

    def close(self) -> None:
        """End the child."""
        if self._child:
            self._child.kill()
            self._bury(self._child)

    def _start(self) -> subprocess.Popen[bytes]:
        child = subprocess.Popen(self._command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        assert child.stdout is not None
        if child.stdout.readline() != READY:
            raise ReaderError(f"the process that reads articles ended with status {self._bury(child)} at its start")
        self._child = child
        return child

    def _ask(self, child: subprocess.Popen[bytes], line: bytes) -> bytes:
        """The child's answer; cut short or empty where it died."""
        assert child.stdin is not None
        assert child.stdout is not None
        timer = Timer(self._patience, child.kill)
        timer.start()
        try:
            child.stdin.write(line.strip() + b"\n")
            child.stdin.flush()
            return child.stdout.readline()
        except BrokenPipeError:
            return b""
        finally:
            timer.cancel()

    def _bury(self, child: subprocess.Popen[bytes]) -> int:
        """The exit status of a child that has ended or is about to; below 0, the signal that ended it."""
        self._child = None
        status = child.wait()
        for stream in (child.stdin, child.stdout):
            if stream:
                try:
                    stream.close()
                except BrokenPipeError:
                    continue
        return status
