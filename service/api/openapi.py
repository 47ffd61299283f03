"""The OpenAPI document, generated from the schemas: `python -m service.api.openapi` prints it as YAML."""

import json
from functools import cache
from typing import Any

import yaml
from apispec import APISpec
from apispec.ext.marshmallow import MarshmallowPlugin

from service.api.access import KEY_HEADER
from service.api.openapi_copy import copy_in_3_0
from service.api.openapi_operations import OPERATIONS
from service.api.problem_kinds import list_kinds
from service.schemas.batch import BatchAnswerSchema, BatchItemSchema, BatchRequestSchema
from service.schemas.extraction import ExtractionSchema
from service.schemas.info import HealthSchema, InfoSchema
from service.schemas.problem import ProblemSchema
from service.schemas.request import ExtractRequestSchema
from service.version import VERSION

DESCRIPTION = (
    "Metadata from the raw text of a news article: dateline, quoted sources, organisations and key claims. "
    "For every span, the article from `start` to `end` is the span's `text`, in the article exactly as it was sent. "
    "The same input and options give the same bytes."
)
OPENAPI_VERSION = "3.1.0"
SECURITY_SCHEMES = {
    "bearer": {"type": "http", "scheme": "bearer"},
    "key": {"type": "apiKey", "in": "header", "name": KEY_HEADER},
}
SCHEMAS = {
    "ExtractRequest": ExtractRequestSchema,
    "Extraction": ExtractionSchema,
    "Problem": ProblemSchema,
    "BatchRequest": BatchRequestSchema,
    "BatchItem": BatchItemSchema,
    "BatchAnswer": BatchAnswerSchema,
    "Info": InfoSchema,
    "Health": HealthSchema,
}


@cache
def build_openapi() -> dict[str, Any]:
    """The document. Callers must not change it."""
    spec = APISpec(
        title="News metadata",
        version=VERSION,
        openapi_version=OPENAPI_VERSION,
        plugins=[MarshmallowPlugin()],
        info={"description": DESCRIPTION, "license": {"name": "Apache License 2.0", "identifier": "Apache-2.0"}},
        servers=[{"url": "/"}],
    )
    for name, schema in SCHEMAS.items():
        spec.components.schema(name, schema=schema)
    for path, operations in OPERATIONS.items():
        spec.path(path=path, operations=operations)
    document = {"openapi": OPENAPI_VERSION, **spec.to_dict()}
    document["components"]["securitySchemes"] = SECURITY_SCHEMES
    # An empty requirement: keys are needed only where the operator has set some.
    document["security"] = [{}, *({name: []} for name in SECURITY_SCHEMES)]
    document["components"]["x-problems"] = {
        kind.code: {"status": kind.status, "title": kind.title} for kind in list_kinds()
    }
    return document


@cache
def openapi_yaml() -> str:
    """The document as YAML."""
    return yaml.safe_dump(_plain(build_openapi()), sort_keys=False, allow_unicode=True, width=120)


@cache
def openapi_json() -> str:
    """The document as JSON."""
    return _write_json(build_openapi())


@cache
def openapi_3_0_json() -> str:
    """Its copy in version 3.0, as JSON."""
    return _write_json(copy_in_3_0(build_openapi()))


def _write_json(document: dict[str, Any]) -> str:
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _plain(document: dict[str, Any]) -> Any:
    """A copy in plain lists and dicts, none of them shared, which YAML would write as anchors."""
    return json.loads(json.dumps(document))


if __name__ == "__main__":
    print(openapi_yaml(), end="")
