"""Where articles come from: files, folders and standard input; as text, HTML or JSON lines."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Literal

STANDARD_INPUT = "-"
Form = Literal["text", "html", "json"]
# Whatever else a file is called, it is text.
FORMS: dict[str, Form] = {".txt": "text", ".html": "html", ".htm": "html", ".jsonl": "json", ".ndjson": "json"}


@dataclass(frozen=True, slots=True)
class Source:
    """A file or standard input. has_name: whether its articles are called by it, since a folder holds several."""

    name: str
    form: Form
    has_name: bool = False


@dataclass(frozen=True, slots=True)
class Job:
    """An article to be read. content: None where there is none, and complaint says why. id: None for none."""

    name: str
    form: Form
    content: bytes | None
    id: str | None = None
    complaint: str = ""


def list_sources(names: Iterable[str], *, has_lines: bool) -> list[Source]:
    """The files that the names stand for, those of a folder in their order; has_lines: whether - has JSON lines."""
    sources = []
    for name in names:
        path = Path(name)
        if name == STANDARD_INPUT:
            sources.append(Source(name, "json" if has_lines else "text"))
        elif path.is_dir():
            files = sorted(file for file in path.rglob("*") if file.suffix.lower() in FORMS and file.is_file())
            sources += [Source(str(file), find_form(file), has_name=True) for file in files]
        else:
            sources.append(Source(name, find_form(path)))
    return sources


def find_form(path: Path) -> Form:
    """What a file of this name holds."""
    return FORMS.get(path.suffix.lower(), "text")


def list_jobs(source: Source, *, names_all: bool) -> Iterator[Job]:
    """The articles of a source; names_all: whether one without id is called by its name, wherever it comes from."""
    called = source.name if names_all or source.has_name else None
    try:
        with open_source(source.name) as file:
            if source.form != "json":
                yield Job(source.name, source.form, file.read(), called)
                return
            for number, line in enumerate(file, start=1):
                name = f"{source.name}:{number}"
                if line.strip():
                    yield Job(name, "json", line.strip(), name if called else None)
    except OSError as error:
        yield Job(source.name, source.form, None, complaint=str(error.strerror))


def open_source(name: str) -> AbstractContextManager[BinaryIO]:
    """The bytes of a file or of standard input; OSError where there are none."""
    # Read as bytes: text mode would change the ends of lines, and with them every offset.
    return nullcontext(sys.stdin.buffer) if name == STANDARD_INPUT else Path(name).open("rb")
