"""The output file of a part: one row for each article, in order."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from service.bulk.outcomes import Outcome, spell

# JSON stays text in Parquet: its columns are then the same for every file, whatever ids an operator's table has, and
# every engine reads JSON. Zstandard makes up for the names that it repeats.
SCHEMA = pa.schema(
    [
        pa.field("id", pa.string()),
        pa.field("status", pa.int16(), nullable=False),
        pa.field("result", pa.string()),
        pa.field("problem", pa.string()),
        pa.field("others", pa.string()),
        pa.field("file", pa.string(), nullable=False),
        pa.field("position", pa.int64(), nullable=False),
    ]
)


@dataclass(frozen=True, slots=True)
class Answered:
    """An article's outcome, and where the article stands: its file, and its position there."""

    outcome: Outcome
    file: str
    position: int


def write_rows(rows: Sequence[Answered], form: str) -> bytes:
    """The content of an output file of this format."""
    if form == "parquet":
        return _write_parquet(rows)
    return "".join(f"{_write_line(row)}\n" for row in rows).encode()


def _write_line(row: Answered) -> str:
    """The row as JSON; what was read stands in it byte for byte as the API answers it."""
    outcome = row.outcome
    members: dict[str, str | None] = {
        "id": None if outcome.id is None else spell(outcome.id),
        "status": str(outcome.status),
        "result": outcome.result,
        "problem": outcome.problem,
        "others": outcome.others,
        "file": spell(row.file),
        "position": str(row.position),
    }
    return "{" + ",".join(f"{json.dumps(name)}:{value}" for name, value in members.items() if value is not None) + "}"


def _write_parquet(rows: Sequence[Answered]) -> bytes:
    columns: dict[str, list[Any]] = {
        name: [getattr(row.outcome, name) for row in rows] for name in SCHEMA.names if name not in ("file", "position")
    }
    columns["file"] = [row.file for row in rows]
    columns["position"] = [row.position for row in rows]
    sink = pa.BufferOutputStream()
    pq.write_table(pa.table(columns, schema=SCHEMA), sink, compression="zstd")
    content: bytes = sink.getvalue().to_pybytes()
    return content
