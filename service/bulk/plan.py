"""The parts of a job: the same input has the same parts, so that one whose output is there is never done again."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from service.errors import ServiceError

JSON_SUFFIXES = (".jsonl", ".ndjson")
PARQUET_SUFFIXES = (".parquet",)
# What pyarrow inflates by itself. Such a file cannot be entered in the middle, so it is one part.
COMPRESSED_SUFFIXES = (".gz", ".bz2", ".zst", ".lz4")
# Bytes at the head of a file by which the length of its lines is judged.
SAMPLE = 262_144
PLAN_NAME = "_plan.json"
FORMATS = ("jsonl", "parquet")


class PlanError(ServiceError):
    """The input holds no articles, or it is not what it was when the job began."""


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of one input file that becomes one output file.

    start, end: lines that begin in these bytes, or rows of Parquet with these numbers; end None: to the file's end.
    """

    number: int
    file: str
    start: int = 0
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """A job. made_by: everything else that settles what the output holds, by name."""

    format: str
    made_by: dict[str, Any]
    parts: tuple[Part, ...]

    def name_output(self, part: Part) -> str:
        """The name of the file that part becomes; names are in the order of the input."""
        return f"part-{part.number:07d}.{self.format}"

    def list_missing(self, present: frozenset[str]) -> tuple[Part, ...]:
        """The parts whose output is not among the present names."""
        return tuple(part for part in self.parts if self.name_output(part) not in present)


def is_input(name: str) -> bool:
    """Whether a file holds articles, by its name.

    >>> is_input("news/2026.jsonl.gz"), is_input("news/_plan.json"), is_input("news/.part.parquet")
    (True, False, False)
    """
    last = name.rpartition("/")[2]
    return not last.startswith(("_", ".")) and (is_parquet(last) or drop_compression(last).endswith(JSON_SUFFIXES))


def is_parquet(name: str) -> bool:
    """Whether a file is Parquet, by its name."""
    return name.endswith(PARQUET_SUFFIXES)


def is_compressed(name: str) -> bool:
    """Whether a file is compressed as a whole, by its name."""
    return drop_compression(name) != name


def drop_compression(name: str) -> str:
    """The name without the suffix of a compression.

    >>> drop_compression("a.jsonl.gz")
    'a.jsonl'
    """
    for suffix in COMPRESSED_SUFFIXES:
        name = name.removesuffix(suffix)
    return name


def cut(length: int, step: int) -> list[tuple[int, int]]:
    """Stretches of step that cover length in order.

    >>> cut(7, 3)
    [(0, 3), (3, 6), (6, 7)]
    >>> cut(0, 3)
    []
    """
    return [(start, min(start + step, length)) for start in range(0, length, step)]


def measure_lines(sample: bytes, lines: int) -> int:
    """The bytes that about so many lines take, by those of a sample; at least 1.

    >>> measure_lines(b"{}\\n{}\\n{", 10)
    35
    """
    return max(1, lines * len(sample) // max(1, sample.count(b"\n")))


def write_plan(plan: Plan) -> bytes:
    """The plan as the output folder keeps it."""
    return json.dumps(asdict(plan), ensure_ascii=False).encode()


def read_plan(content: bytes) -> Plan:
    """The plan that write_plan wrote."""
    fields = json.loads(content)
    return Plan(fields["format"], fields["made_by"], tuple(Part(**part) for part in fields["parts"]))


def require_same(kept: Plan, made_by: dict[str, Any], form: str) -> None:
    """PlanError where a job that began goes on under other terms, for its output would be of two kinds."""
    asked = {**made_by, "format": form}
    began = {**kept.made_by, "format": kept.format}
    changed = sorted(name for name in asked if asked[name] != began.get(name))
    if changed:
        raise PlanError(f"the output folder holds a job with other {', '.join(changed)}; finish that, or name another")


def number_parts(stretches: Sequence[tuple[str, int, int | None]]) -> tuple[Part, ...]:
    """Parts of (file, start, end), numbered in order."""
    return tuple(Part(number, *stretch) for number, stretch in enumerate(stretches))
