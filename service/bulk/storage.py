"""Files on disk and in object storage: what an input holds, its rows, and outputs that appear whole or not at all."""

import io
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import accumulate
from pathlib import Path
from uuid import uuid4

import pyarrow as pa
import pyarrow.parquet as pq
from pyarrow import fs

from service.bulk.lines import read_lines
from service.bulk.plan import SAMPLE, Part, PlanError, is_compressed, is_input, is_parquet

# Holds outputs until they are whole; a folder of that name is passed over by engines that read the output.
TEMPORARY = "_temporary"
# Rows of Parquet that are in memory at once.
ROWS = 64


@dataclass(frozen=True, slots=True)
class Row:
    """An article as a line of JSON. position: the byte at which its line begins, or the number of its row."""

    position: int
    line: bytes


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder, or a file, somewhere: a path on disk, or a URL such as s3://bucket/news."""

    files: fs.FileSystem
    path: str

    @classmethod
    def at(cls, place: str) -> "Folder":
        """The folder at a path or URL; PlanError where nobody knows such a URL."""
        try:
            files, path = fs.FileSystem.from_uri(place if "://" in place else Path(place).absolute().as_uri())
        except (pa.ArrowInvalid, pa.ArrowNotImplementedError) as error:
            raise PlanError(f"{place} names no storage: {error}") from None
        return cls(files, path)

    def list_inputs(self) -> dict[str, int]:
        """Path → bytes of each file of articles, here and in folders below, sorted; PlanError where there is none."""
        (here,) = self.files.get_file_info([self.path])
        below = [here] if here.is_file else []
        if here.type == fs.FileType.Directory:
            below = self.files.get_file_info(fs.FileSelector(self.path, recursive=True))
        sizes = {file.path: file.size for file in below if file.is_file and is_input(file.path)}
        if not sizes:
            raise PlanError(f"{self.path} holds no file of articles")
        return dict(sorted(sizes.items()))

    def list_names(self) -> frozenset[str]:
        """The names of the files in this folder; empty where there is no folder."""
        selector = fs.FileSelector(self.path, allow_not_found=True)
        return frozenset(file.base_name for file in self.files.get_file_info(selector) if file.is_file)

    def read(self, name: str) -> bytes:
        """The content of a file in this folder."""
        with self.files.open_input_stream(f"{self.path}/{name}", compression=None) as file:
            content: bytes = file.read()
        return content

    def write(self, name: str, content: bytes) -> None:
        """Let a file in this folder appear with all of its content at once, over the one of that name."""
        temporary = f"{self.path}/{TEMPORARY}/{uuid4().hex}"
        self.files.create_dir(f"{self.path}/{TEMPORARY}", recursive=True)
        with self.files.open_output_stream(temporary, compression=None) as file:
            file.write(content)
        self.files.move(temporary, f"{self.path}/{name}")

    def clean(self) -> None:
        """Remove what broken writers have left."""
        if self.files.get_file_info([f"{self.path}/{TEMPORARY}"])[0].type == fs.FileType.Directory:
            self.files.delete_dir(f"{self.path}/{TEMPORARY}")


def read_head(files: fs.FileSystem, path: str) -> bytes:
    """The first bytes of a file."""
    with files.open_input_stream(path, compression=None) as file:
        head: bytes = file.read(SAMPLE)
    return head


def count_rows(files: fs.FileSystem, path: str) -> int:
    """The rows of a Parquet file."""
    with files.open_input_file(path) as file:
        rows: int = pq.ParquetFile(file).metadata.num_rows
    return rows


def read_part(files: fs.FileSystem, part: Part, *, limit: int) -> Iterator[Row]:
    """The articles of a part in order. limit: bytes of a line beyond which it is cut off."""
    if is_parquet(part.file):
        yield from _read_parquet(files, part)
        return
    if is_compressed(part.file):
        with files.open_input_stream(part.file, compression="detect") as stream:
            yield from (Row(*found) for found in read_lines(io.BufferedReader(stream), 0, None, limit=limit))
        return
    with files.open_input_file(part.file) as file:
        yield from (Row(*found) for found in read_lines(io.BufferedReader(file), part.start, part.end, limit=limit))


def _read_parquet(files: fs.FileSystem, part: Part) -> Iterator[Row]:
    with files.open_input_file(part.file) as file:
        opened = pq.ParquetFile(file)
        lengths = [opened.metadata.row_group(group).num_rows for group in range(opened.num_row_groups)]
        ends = list(accumulate(lengths))
        # Row groups that hold nothing of the part are never read.
        groups = [
            group
            for group, end in enumerate(ends)
            if part.start < end and (part.end is None or end - lengths[group] < part.end)
        ]
        position = ends[groups[0]] - lengths[groups[0]] if groups else 0
        for batch in opened.iter_batches(ROWS, row_groups=groups):
            yield from _slice(batch, position, part)
            position += batch.num_rows


def _slice(batch: pa.RecordBatch, position: int, part: Part) -> Iterable[Row]:
    """The rows of a batch, the first of which has this position, that belong to part."""
    first = max(0, part.start - position)
    last = batch.num_rows if part.end is None else min(batch.num_rows, part.end - position)
    if first >= last:
        return
    for number, row in enumerate(batch.slice(first, last - first).to_pylist()):
        # Every row of a table has every column: what is null was not sent.
        sent = {name: value for name, value in row.items() if value is not None}
        if isinstance(sent.get("id"), int):
            sent["id"] = str(sent["id"])
        yield Row(position + first + number, json.dumps(sent, default=_spell_value).encode())


def _spell_value(value: object) -> str:
    """What JSON has no type for: days as ISO 8601, bytes as text, all else as Python prints it."""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bytes):
        return value.decode("utf-8", "surrogateescape")
    return str(value)
