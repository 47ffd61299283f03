"""A line of JSON, an article, becomes its outcome: an extraction or a problem, never an exception."""

import json
import traceback
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, Protocol, get_args

from service.errors import ServiceError
from service.extraction import Extraction, ExtractionOptions
from service.pipeline.watch import Watch
from service.schemas.extraction import render_extraction
from service.schemas.problem import Problem, render_problem
from service.schemas.problem_kinds import (
    ARTICLE_KINDS,
    FAILURE,
    MALFORMED_BODY,
    ProblemKind,
    list_wrong_fields,
    type_of,
)
from service.schemas.request import ExtractRequestSchema, load_request, require_length

# What becomes of columns that the contract does not name.
Others = Literal["refuse", "ignore", "keep"]
OTHERS: tuple[Others, ...] = get_args(Others)
FIELDS = frozenset(ExtractRequestSchema().fields)


class ArticleExtractor(Protocol):
    """What reads the articles: an Extractor, or a test's fake."""

    def extract(self, text: str, options: ExtractionOptions, watch: Watch | None) -> Extraction:
        """The extraction of text."""


class MalformedLineError(ServiceError):
    """The line is no JSON."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How articles are read. model_path: None for the model that ships; deadline: seconds for one article."""

    max_characters: int
    deadline: int
    others: Others = "refuse"
    model_path: str | None = None
    organisations_file: str | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an article. result, problem, others: JSON, the first where status is 200, the second elsewhere.

    id: as it was sent, None where none was. others: the columns that the contract does not name, None unless kept.
    """

    id: str | None
    status: int
    result: str | None = None
    problem: str | None = None
    others: str | None = None


def read_line(extractor: ArticleExtractor, line: bytes, reading: Reading) -> Outcome:
    """The outcome of the article in a line of JSON."""
    try:
        content = parse_line(line)
    except MalformedLineError as error:
        return Outcome(None, MALFORMED_BODY.status, problem=render_kind(MALFORMED_BODY, error))
    name = name_article(content)
    article, others = part_columns(content, reading.others)
    try:
        request = load_request(article)
        require_length(request.text, limit=reading.max_characters)
        extraction = extractor.extract(request.text, request.options, Watch(reading.deadline))
        return Outcome(name, 200, result=render_extraction(extraction, request).strip(), others=others)
    except Exception as error:  # noqa: BLE001  (whatever one article does, the others are read)
        kind = ARTICLE_KINDS.get(type(error), FAILURE)
        return Outcome(name, kind.status, problem=render_kind(kind, error), others=others)


def parse_line(line: bytes) -> object:
    """What the line stands for; MalformedLineError where it is not JSON in UTF-8."""
    try:
        content = json.loads(line.decode("utf-8").removeprefix("\ufeff"))
        # An escaped half of a character is read by the parser, but no output can carry it.
        json.dumps(content, ensure_ascii=False).encode()
    except json.JSONDecodeError as error:
        raise MalformedLineError(f"the line is not JSON: {error.msg} at column {error.colno}") from None
    except UnicodeDecodeError as error:
        raise MalformedLineError(f"the line is not UTF-8 at byte {error.start:,}") from None
    except (UnicodeEncodeError, RecursionError, ValueError):
        raise MalformedLineError("the line holds half a character, too deep a nest or too long a number") from None
    return content


def name_article(content: object) -> str | None:
    """The article's own id; None where it has none that can be echoed."""
    name = content.get("id") if isinstance(content, Mapping) else None
    return name if isinstance(name, str) else None


def part_columns(content: object, others: Others) -> tuple[object, str | None]:
    """The article's own fields, and the other columns as JSON where they are kept; the article whole where refused."""
    if others == "refuse" or not isinstance(content, Mapping):
        return content, None
    article = {name: value for name, value in content.items() if name in FIELDS}
    if others == "ignore":
        return article, None
    return article, spell({name: value for name, value in content.items() if name not in FIELDS})


def end_badly(line: bytes, detail: str) -> Outcome:
    """The outcome of an article whose reading ended without one."""
    try:
        name = name_article(parse_line(line))
    except MalformedLineError:
        name = None
    return Outcome(name, FAILURE.status, problem=spell_problem(FAILURE, detail, None))


def render_kind(kind: ProblemKind, error: Exception) -> str:
    """The problem of kind that error tells of. What nobody foresaw may quote the article: only its place is told."""
    return spell_problem(kind, str(error) if isinstance(error, ServiceError) else place(error), error)


def place(error: Exception) -> str:
    """The type of error and the last place in the code that it came through.

    >>> place(KeyError("secret"))
    'KeyError'
    """
    frames = traceback.extract_tb(error.__traceback__)
    return " at ".join([type(error).__name__, *(f"{frame.name}, line {frame.lineno}" for frame in frames[-1:])])


def spell_problem(kind: ProblemKind, detail: str, error: Exception | None) -> str:
    """The problem as JSON, without a newline."""
    limits: dict[str, Any] = {name: getattr(error, name, None) for name in ("limit", "actual")}
    fields = list_wrong_fields(error) if error else ()
    return render_problem(
        Problem(type_of(kind), kind.title, kind.status, detail, kind.code, None, fields, **limits)
    ).strip()


def spell(content: object) -> str:
    """JSON without blanks."""
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))
