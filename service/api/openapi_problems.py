"""The problems of the OpenAPI document: what each status means, with an example of each kind."""

from typing import Any

from service.api.problem_kinds import MEDIA_TYPE, list_kinds
from service.extraction import FEATURES
from service.schemas.problem_kinds import ProblemKind, type_of


def _wrong(pointer: str, detail: str) -> dict[str, str]:
    return {"pointer": pointer, "detail": detail}


REQUEST_ID = {
    "description": "The id of the request: the client's where it is well-formed, else a new one.",
    "schema": {"type": "string", "pattern": "^[A-Za-z0-9._-]{1,128}$"},
}
RETRY_AFTER = {"description": "Seconds to wait before another try.", "schema": {"type": "integer", "minimum": 1}}
HEADERS_BY_STATUS: dict[int, dict[str, Any]] = {
    401: {"WWW-Authenticate": {"description": "How to show a key.", "schema": {"type": "string"}}},
    405: {"Allow": {"description": "The methods that the path has.", "schema": {"type": "string"}}},
    415: {
        "Accept-Post": {"description": "The types that are read.", "schema": {"type": "string"}},
        "Accept-Encoding": {"description": "The encodings that are read.", "schema": {"type": "string"}},
    },
    503: {"Retry-After": RETRY_AFTER},
}
STATUS_MEANINGS = {
    400: "Malformed JSON, bytes that are not UTF-8, a broken gzip body, half a character in a JSON escape.",
    401: "API keys are configured, and none or a wrong one came.",
    404: "No such path.",
    405: "The path has no such method.",
    406: "The `Accept` header rules out the answer.",
    413: "More bytes, sent or inflated, characters, articles or tags, or deeper JSON, than the limit; the answer names "
    "both numbers.",
    415: "A type, charset or encoding of the body that is not read.",
    422: "Blank text, a page without article, an unknown field or feature, a value out of range, a language that the "
    "model does not read.",
    500: "A bug: the request id, nothing else.",
    503: "Too many articles wait, or the process ends: try again.",
    504: "The article takes longer than the deadline.",
}
# What some kinds of problem have besides the members that all have.
EXAMPLE_MEMBERS: dict[str, dict[str, Any]] = {
    "body_too_large": {"limit": 1_048_576, "actual": 2_000_000},
    "line_too_large": {"limit": 1_048_576, "actual": 2_000_000},
    "too_many_articles": {"limit": 100, "actual": 250},
    "json_too_deep": {"limit": 64, "actual": 65},
    "text_too_long": {
        "errors": [_wrong("/text", "the text: 200,000 characters; at most 100,000")],
        "limit": 100_000,
        "actual": 200_000,
    },
    "too_many_tags": {"limit": 20_000, "actual": 50_000},
    "no_article": {"errors": [_wrong("/text", "no article is found in the page")]},
    "blank_text": {"errors": [_wrong("/text", "the text is empty or blank")]},
    "invalid_unicode": {"errors": [_wrong("/text", "lone surrogate at code point 12")]},
    "unsupported_language": {"errors": [_wrong("/text", "the text is in 'fr'; the model reads 'en'")]},
    "invalid_request": {"errors": [_wrong("/features/1", f"Must be one of: {', '.join(FEATURES)}.")]},
}


def describe_answer(description: str, content: dict[str, Any]) -> dict[str, Any]:
    """An answer that names its request."""
    return {"description": description, "headers": {"X-Request-ID": REQUEST_ID}, "content": content}


def spell_example(kind: ProblemKind) -> dict[str, Any]:
    """A problem of the kind."""
    return {
        "type": type_of(kind),
        "title": kind.title,
        "status": kind.status,
        "detail": kind.example,
        "code": kind.code,
        "request_id": "4b1c2a52f1d34c2b8f5f2a6f3f3a9c10",
        **EXAMPLE_MEMBERS.get(kind.code, {}),
    }


def describe_problems(*statuses: int) -> dict[str, Any]:
    """Status → what it means, with all kinds of problem that have it."""
    answers = {}
    for status in statuses:
        examples = {kind.code: {"value": spell_example(kind)} for kind in list_kinds() if kind.status == status}
        content = {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}, "examples": examples}}
        answer = describe_answer(STATUS_MEANINGS[status], content)
        answer["headers"] = {**answer["headers"], **HEADERS_BY_STATUS.get(status, {})}
        answers[str(status)] = answer
    return answers
