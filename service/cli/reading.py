"""One article read: what is printed of it, or what is wrong with it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Protocol

from service.cli.inputs import Job
from service.cli.spelling import Wanted, spell_extraction
from service.errors import ServiceError
from service.extraction import Extraction, ExtractionOptions
from service.html import read_article
from service.request import ExtractRequest
from service.schemas.request import InvalidRequestError, load_request


class ArticleReader(Protocol):
    """What the command line needs of an extractor."""

    def extract(self, text: str, options: ExtractionOptions = ...) -> Extraction:
        """All that is read from text; raises ArticleError."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an article. output: empty where it could not be read; then complaint says why."""

    name: str
    output: str
    complaint: str = ""


def read_job(extractor: ArticleReader, job: Job, wanted: Wanted) -> Outcome:
    """What becomes of an article; its own options hold before those wanted of all."""
    if job.content is None:
        return Outcome(job.name, "", job.complaint)
    try:
        request = build_request(job, wanted.options)
        output = spell_extraction(extractor.extract(request.text, request.options), request, wanted.form)
        output.encode()
    except UnicodeDecodeError as error:
        return Outcome(job.name, "", f"not UTF-8 at byte {error.start:,}")
    except UnicodeEncodeError:
        return Outcome(job.name, "", "half a character in a JSON escape")
    except json.JSONDecodeError as error:
        return Outcome(job.name, "", f"not JSON: {error.msg} at column {error.colno}")
    except InvalidRequestError as error:
        return Outcome(job.name, "", "; ".join(list_complaints(error)))
    except ServiceError as error:
        return Outcome(job.name, "", str(error))
    except RecursionError:
        return Outcome(job.name, "", "nested too deeply")
    return Outcome(job.name, output)


def build_request(job: Job, options: Mapping[str, Any]) -> ExtractRequest:
    """The request that an article with these options is."""
    text = (job.content or b"").decode("utf-8")
    if job.form == "json":
        content = json.loads(text.removeprefix("\ufeff"))
        request = load_request({**options, **content} if isinstance(content, dict) else content)
    elif job.form == "html":
        request = replace(load_request({"text": read_article(text), **options}), is_extracted=True)
    else:
        request = load_request({"text": text, **options})
    return replace(request, id=job.id) if request.id is None else request


def list_complaints(error: InvalidRequestError) -> list[str]:
    """What is wrong with each field."""
    return [f"{wrong.pointer.removeprefix('/')}: {wrong.detail}".removeprefix(": ") for wrong in error.errors]


def find_id(job: Job) -> str | None:
    """The id that the answer to an article will have; None where it has none, or cannot be read."""
    if job.form != "json" or job.content is None:
        return job.id
    try:
        content = json.loads(job.content)
    except (ValueError, RecursionError):
        return job.id
    sent = content.get("id") if isinstance(content, dict) else None
    return sent if isinstance(sent, str) else job.id
