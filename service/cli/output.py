"""Where lines go: to standard output, or to a file that may be continued."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from service.errors import ServiceError


class OutputError(ServiceError):
    """The output file cannot be used. The message names it."""


@contextmanager
def open_output(path: Path | None, *, resume: bool) -> Iterator[BinaryIO]:
    """What lines are written to; OutputError where the file is there already, or cannot be written."""
    if path is None:
        yield sys.stdout.buffer
        return
    try:
        file = path.open("ab" if resume else "xb")
    except FileExistsError:
        raise OutputError(f"{path}: is there already; --resume adds to it") from None
    except OSError as error:
        raise OutputError(f"{path}: {error.strerror}") from None
    with file:
        yield file


def find_done(path: Path) -> set[str]:
    """The ids that the file holds, after a half-written last line has been cut off; none where there is no file.

    OutputError where another line is none of ours.
    """
    if not path.exists():
        return set()
    done, whole = set(), 0
    try:
        with path.open("r+b") as file:
            for number, line in enumerate(file, start=1):
                if not line.endswith(b"\n"):
                    break
                done.add(read_id(line, f"{path}:{number}"))
                whole += len(line)
            file.truncate(whole)
    except OSError as error:
        raise OutputError(f"{path}: {error.strerror}") from None
    return done


def read_id(line: bytes, place: str) -> str:
    """The id in a line of output; OutputError where it has none."""
    try:
        content = json.loads(line)
    except ValueError:
        content = None
    found = content.get("id") if isinstance(content, dict) else None
    if not isinstance(found, str):
        raise OutputError(f"{place}: no line of an output with names")
    return found
