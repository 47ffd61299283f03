"""The operations of the OpenAPI document."""

from typing import Any

from service.api.openapi_examples import ARTICLE, example_answer, example_request
from service.api.problem_kinds import MEDIA_TYPE, list_kinds
from service.extraction import FEATURES, MAX_CLAIMS_DEFAULT, MAX_CLAIMS_LIMIT
from service.schemas.problem_kinds import ProblemKind, type_of
from service.schemas.request import NOT_BLANK
from service.text.offsets import OFFSET_UNITS


def _wrong(pointer: str, detail: str) -> dict[str, str]:
    return {"pointer": pointer, "detail": detail}


REQUEST_ID = {
    "description": "The id of the request: the client's where it is well-formed, else a new one.",
    "schema": {"type": "string", "pattern": "^[A-Za-z0-9._-]{1,128}$"},
}
RETRY_AFTER = {"description": "Seconds to wait before another try.", "schema": {"type": "integer", "minimum": 1}}
ETAG = {
    "description": "The same for the same article, options, model and version of the service.",
    "schema": {"type": "string"},
}
SERVER_TIMING = {"description": "Milliseconds of each stage, and in all.", "schema": {"type": "string"}}
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
    413: "More bytes, sent or inflated, or characters, or deeper JSON, than the limit; the answer names both numbers.",
    415: "A type, charset or encoding of the body that is not read.",
    422: "Blank text, an unknown field or feature, a value out of range, a language that the model does not read.",
    500: "A bug: the request id, nothing else.",
    503: "Too many articles wait, or the process ends: try again.",
    504: "The article takes longer than the deadline.",
}
# What some kinds of problem have besides the members that all have.
EXAMPLE_MEMBERS: dict[str, dict[str, Any]] = {
    "body_too_large": {"limit": 1_048_576, "actual": 2_000_000},
    "json_too_deep": {"limit": 64, "actual": 65},
    "text_too_long": {
        "errors": [_wrong("/text", "the text: 200,000 characters; at most 100,000")],
        "limit": 100_000,
        "actual": 200_000,
    },
    "blank_text": {"errors": [_wrong("/text", "the text is empty or blank")]},
    "invalid_request": {"errors": [_wrong("/features/1", f"Must be one of: {', '.join(FEATURES)}.")]},
}
REQUEST_ID_PARAMETER = {
    "name": "X-Request-ID",
    "in": "header",
    "description": "Names the request in the answer and in the log; one that is not well-formed is replaced.",
    "schema": {"type": "string"},
}


IF_NONE_MATCH_PARAMETER = {
    "name": "If-None-Match",
    "in": "header",
    "description": "Entity tags of answers that the client holds; where one still is the answer, 304 says so.",
    "schema": {"type": "string"},
}


def _option(name: str, description: str, schema: dict[str, Any], **more: object) -> dict[str, Any]:
    whole = f"{description} The same member of a JSON body holds before it."
    return {"name": name, "in": "query", "description": whole, "schema": schema, **more}


OPTIONS = [
    _option("id", "Echoed in the answer.", {"type": "string"}),
    _option("published", "The day the article appeared.", {"type": "string", "format": "date"}),
    _option(
        "features",
        "What to extract: comma-separated or repeated.",
        {
            "type": "array",
            "items": {"type": "string", "enum": list(FEATURES)},
            "default": list(FEATURES),
            "minItems": 1,
        },
        style="form",
        explode=False,
    ),
    _option(
        "max_claims",
        "How many key claims at most.",
        {"type": "integer", "minimum": 1, "maximum": MAX_CLAIMS_LIMIT, "default": MAX_CLAIMS_DEFAULT},
    ),
    _option(
        "offset_unit",
        "Unit of every `start` and `end`.",
        {"type": "string", "enum": list(OFFSET_UNITS), "default": OFFSET_UNITS[0]},
    ),
]


def _answer(description: str, content: dict[str, Any]) -> dict[str, Any]:
    return {"description": description, "headers": {"X-Request-ID": REQUEST_ID}, "content": content}


def _tagged(description: str, content: dict[str, Any]) -> dict[str, Any]:
    answer = _answer(description, content)
    return {**answer, "headers": {**answer["headers"], "ETag": ETAG, "Server-Timing": SERVER_TIMING}}


def _json(schema: str, **more: object) -> dict[str, Any]:
    return {"application/json": {"schema": {"$ref": f"#/components/schemas/{schema}"}, **more}}


def _problem_example(kind: ProblemKind) -> dict[str, Any]:
    value: dict[str, Any] = {
        "type": type_of(kind),
        "title": kind.title,
        "status": kind.status,
        "detail": kind.example,
        "code": kind.code,
        "request_id": "4b1c2a52f1d34c2b8f5f2a6f3f3a9c10",
        **EXAMPLE_MEMBERS.get(kind.code, {}),
    }
    return {"value": value}


def _problems(*statuses: int) -> dict[str, Any]:
    answers = {}
    for status in statuses:
        examples = {kind.code: _problem_example(kind) for kind in list_kinds() if kind.status == status}
        content = {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}, "examples": examples}}
        answer = _answer(STATUS_MEANINGS[status], content)
        answer["headers"] = {**answer["headers"], **HEADERS_BY_STATUS.get(status, {})}
        answers[str(status)] = answer
    return answers


def _get(operation: str, summary: str, answer: dict[str, Any], *problems: int) -> dict[str, Any]:
    keys = () if operation in ("live", "ready") else (401,)
    responses = {"200": answer, **_problems(*keys, *problems, 405, 500)}
    return {"get": {"operationId": operation, "summary": summary, "responses": responses}}


OPERATIONS: dict[str, dict[str, Any]] = {
    "/v1/extract": {
        "post": {
            "operationId": "extract",
            "summary": "Extract the metadata of one article",
            "description": "A pure function of its input: safe to repeat. The body may be compressed with gzip.",
            "parameters": [*OPTIONS, REQUEST_ID_PARAMETER, IF_NONE_MATCH_PARAMETER],
            "requestBody": {
                "required": True,
                "content": {
                    **_json("ExtractRequest", example=example_request()),
                    "text/plain": {"schema": {"type": "string", "pattern": NOT_BLANK}, "example": ARTICLE},
                },
            },
            "responses": {
                "200": _tagged("What was read from the article.", _json("Extraction", example=example_answer())),
                "304": {"description": "What `If-None-Match` names still holds.", "headers": {"ETag": ETAG}},
                **_problems(400, 401, 405, 406, 413, 415, 422, 500, 503, 504),
            },
        }
    },
    "/v1/info": _get("info", "Versions, limits, features", _answer("What the service is.", _json("Info")), 406),
    "/livez": _get("live", "The process lives", _answer("It does.", _json("Health"))),
    "/readyz": _get("ready", "The process takes work", _answer("It does.", _json("Health")), 503),
    "/metrics": _get(
        "metrics", "Counts for Prometheus", _answer("Its text format.", {"text/plain": {"schema": {"type": "string"}}})
    ),
    "/openapi.yaml": _get(
        "openapi_yaml", "This document", _answer("YAML.", {"application/yaml": {"schema": {"type": "object"}}})
    ),
    "/openapi.json": _get(
        "openapi_json", "This document", _answer("JSON.", {"application/json": {"schema": {"type": "object"}}})
    ),
}
