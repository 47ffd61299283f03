"""A job from its input to its parts, and one part from its rows to its output file."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Protocol

from service.bulk.outcomes import Outcome, Reading
from service.bulk.output import Answered, write_rows
from service.bulk.plan import (
    PLAN_NAME,
    Part,
    Plan,
    cut,
    is_compressed,
    is_parquet,
    measure_lines,
    number_parts,
    read_plan,
    require_same,
    write_plan,
)
from service.bulk.storage import Folder, Row, count_rows, read_head, read_part
from service.version import VERSION


class ArticleReader(Protocol):
    """What gives a line its outcome: a Reader, or a test's fake."""

    def read(self, line: bytes) -> Outcome:
        """The outcome of the article in a line of JSON."""


@dataclass(frozen=True, slots=True)
class Job:
    """What is read, how, and where its output goes. limit: bytes of a line beyond which it is cut off."""

    source: str
    target: str
    format: str
    reading: Reading
    limit: int


def plan_job(job: Job, made_by: dict[str, Any], *, batch_size: int) -> Plan:
    """The plan of a job: the one that its output folder keeps, or a new one, which is then kept there.

    made_by: the model and the table. Raises PlanError.
    """
    source, target = Folder.at(job.source), Folder.at(job.target)
    sizes = source.list_inputs()
    terms = {
        **made_by,
        "version": VERSION,
        "input": hashlib.sha256(json.dumps(sizes).encode()).hexdigest(),
        "others": job.reading.others,
        "max_characters": job.reading.max_characters,
    }
    if PLAN_NAME in target.list_names():
        kept = read_plan(target.read(PLAN_NAME))
        require_same(kept, terms, job.format)
        return kept
    stretches = [stretch for file in sizes for stretch in cut_file(source, file, sizes[file], batch_size)]
    plan = Plan(job.format, terms, number_parts(stretches))
    target.write(PLAN_NAME, write_plan(plan))
    return plan


def cut_file(source: Folder, file: str, size: int, batch_size: int) -> Iterator[tuple[str, int, int | None]]:
    """The stretches of a file that hold batch_size articles each: of Parquet exactly, of JSON lines about."""
    if is_compressed(file):
        yield file, 0, None
        return
    if is_parquet(file):
        stretches = cut(count_rows(source.files, file), batch_size)
    else:
        stretches = cut(size, measure_lines(read_head(source.files, file), batch_size))
    for start, end in stretches:
        yield file, start, end


def do_part(job: Job, plan: Plan, part: Part, reader: ArticleReader) -> Counter[int]:
    """Status → articles of the part, whose output file is then there."""
    source = Folder.at(job.source)
    rows = [answer(row, part, reader) for row in read_part(source.files, part, limit=job.limit)]
    Folder.at(job.target).write(plan.name_output(part), write_rows(rows, plan.format))
    return Counter(row.outcome.status for row in rows)


def answer(row: Row, part: Part, reader: ArticleReader) -> Answered:
    """The row with its outcome."""
    return Answered(reader.read(row.line), part.file, row.position)
