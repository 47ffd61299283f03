"""The operations of the OpenAPI document."""

from typing import Any

from service.api.access import OPEN_ROUTES
from service.api.lines import NDJSON
from service.api.openapi_examples import (
    ARTICLE,
    PAGE,
    example_answer,
    example_batch,
    example_batch_answer,
    example_request,
    spell_lines,
)
from service.api.openapi_formats import describe_formats
from service.api.openapi_problems import describe_answer, describe_problems, spell_example
from service.api.problem_kinds import KINDS
from service.errors import UnsupportedLanguageError
from service.extraction import FEATURES, MAX_CLAIMS_DEFAULT, MAX_CLAIMS_LIMIT
from service.schemas.request import NOT_BLANK
from service.text.offsets import OFFSET_UNITS

ETAG = {
    "description": "The same for the same article, options, format, model and version of the service.",
    "schema": {"type": "string"},
}
VARY = {"description": "`Accept`.", "schema": {"type": "string"}}
SERVER_TIMING = {"description": "Milliseconds of each stage, and in all.", "schema": {"type": "string"}}
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
        "Unit of every `start` and `end`, in JSON and CSV; the other formats count code points and refuse others.",
        {"type": "string", "enum": list(OFFSET_UNITS), "default": OFFSET_UNITS[0]},
    ),
]


def _tagged(description: str, content: dict[str, Any]) -> dict[str, Any]:
    answer = describe_answer(description, content)
    return {**answer, "headers": {**answer["headers"], "ETag": ETAG, "Vary": VARY, "Server-Timing": SERVER_TIMING}}


def _json(schema: str, **more: object) -> dict[str, Any]:
    return {"application/json": {"schema": {"$ref": f"#/components/schemas/{schema}"}, **more}}


def _lines(schema: str, example: str) -> dict[str, Any]:
    description = f"A line each: `{schema}`, as one line of JSON."
    return {NDJSON: {"schema": {"type": "string", "description": description}, "example": example}}


def _other(media_type: str, kind: str = "string") -> dict[str, Any]:
    return {media_type: {"schema": {"type": kind}}}


def _get(path: str, operation: str, summary: str, answer: dict[str, Any], *problems: int) -> dict[str, Any]:
    content: dict[str, Any] = {"operationId": operation, "summary": summary}
    if path in OPEN_ROUTES:
        content["security"] = []
    else:
        problems = (401, *problems)
    return {path: {"get": {**content, "responses": {"200": answer, **describe_problems(*problems, 405, 500)}}}}


BATCH_ANSWER = example_batch_answer(spell_example(KINDS[UnsupportedLanguageError]))
BATCH_DESCRIPTION = (
    "Each article is answered by itself, in order, with the status and the bytes that it would have alone: one bad "
    "article never fails the others. What the query says holds for all articles that do not say it themselves. "
    f"As `{NDJSON}` any number of articles is read and answered line by line: the first answers leave before the last "
    "articles arrive, so read while you send. A batch that breaks off ends with a problem; lines that have no answer "
    "were not read. The answer has the body's type unless `Accept` prefers the other one. The body may be compressed "
    "with gzip."
)

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
                    "text/html": {
                        "schema": {
                            "type": "string",
                            "description": "A page. Its article is found, and offsets point into `text` of the answer.",
                        },
                        "example": PAGE,
                    },
                },
            },
            "responses": {
                "200": _tagged(
                    "What was read from the article, in the format that `Accept` asks for.",
                    {**_json("Extraction", example=example_answer()), **describe_formats()},
                ),
                "304": {
                    "description": "What `If-None-Match` names still holds.",
                    "headers": {"ETag": ETAG, "Vary": VARY},
                },
                **describe_problems(400, 401, 405, 406, 413, 415, 422, 500, 503, 504),
            },
        }
    },
    "/v1/extract/batch": {
        "post": {
            "operationId": "extract_batch",
            "summary": "Extract the metadata of several articles",
            "description": BATCH_DESCRIPTION,
            "parameters": [*(option for option in OPTIONS if option["name"] != "id"), REQUEST_ID_PARAMETER],
            "requestBody": {
                "required": True,
                "content": {
                    **_json("BatchRequest", example=example_batch()),
                    **_lines("ExtractRequest", spell_lines(example_batch()["articles"])),
                },
            },
            "responses": {
                "200": describe_answer(
                    "What each article is answered with.",
                    {
                        **_json("BatchAnswer", example=BATCH_ANSWER),
                        **_lines("BatchItem", spell_lines(BATCH_ANSWER["results"])),
                    },
                ),
                **describe_problems(400, 401, 405, 406, 413, 415, 422, 500, 503),
            },
        }
    },
    **_get(
        "/v1/info", "info", "Versions, limits, features", describe_answer("What the service is.", _json("Info")), 406
    ),
    **_get("/livez", "live", "The process lives", describe_answer("It does.", _json("Health"))),
    **_get("/readyz", "ready", "The process takes work", describe_answer("It does.", _json("Health")), 503),
    **_get("/metrics", "metrics", "Counts for Prometheus", describe_answer("Its text format.", _other("text/plain"))),
    **_get(
        "/openapi.yaml", "openapi_yaml", "This document", describe_answer("YAML.", _other("application/yaml", "object"))
    ),
    **_get(
        "/openapi.json", "openapi_json", "This document", describe_answer("JSON.", _other("application/json", "object"))
    ),
    **_get(
        "/openapi-3.0.json",
        "openapi_3_0_json",
        "This document for tools that do not read OpenAPI 3.1",
        describe_answer("JSON, in version 3.0.", _other("application/json", "object")),
    ),
    **_get(
        "/docs", "docs", "A page that shows this document and tries it", describe_answer("HTML.", _other("text/html"))
    ),
}
