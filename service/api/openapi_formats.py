"""The formats besides JSON in the OpenAPI document: the shape of each, and the answer of the example in it."""

import json
from typing import Any

from service.api.openapi_examples import example_extraction, example_request
from service.formats import ninjs, schema_org, web_annotation
from service.formats.registry import CSV, FORMATS, Format
from service.formats.tables import CLAIM_COLUMNS, QUOTATION_COLUMNS
from service.schemas.request import load_request

URI = {"type": "string", "format": "uri"}


def _only(value: str) -> dict[str, Any]:
    return {"type": "string", "enum": [value]}


def _list_of(**members: object) -> dict[str, Any]:
    return {"type": "array", "items": {"type": "object", "properties": members}}


def _table(columns: tuple[str, ...], row: str) -> dict[str, Any]:
    return {"type": "string", "description": f"RFC 4180, a row for {row}, under the names {', '.join(columns)}."}


SHAPES: dict[str, dict[str, Any]] = {
    "schema.org": {
        "type": "object",
        "description": "A NewsArticle. `hasPart` holds each Quotation, then each Claim. A stretch of the text has an "
        "`@id` that ends in `#selector(type=TextPositionSelector,start=…,end=…)`, in code points, end exclusive.",
        "required": ["@context", "@type", "@id", "inLanguage"],
        "properties": {
            "@context": _only(schema_org.CONTEXT),
            "@type": _only("NewsArticle"),
            "@id": URI,
            "identifier": {"type": "string"},
            "inLanguage": {"type": "string"},
            "datePublished": {"type": "string", "format": "date"},
            "dateline": {"type": "string"},
            "locationCreated": _list_of(**{"@type": _only("Place")}),
            "dateCreated": {"type": "string", "format": "date"},
            "sourceOrganization": {"type": "object"},
            "mentions": _list_of(**{"@type": {"type": "string"}, "@id": URI}),
            "hasPart": _list_of(**{"@type": {"type": "string", "enum": ["Quotation", "Claim"]}, "@id": URI}),
        },
    },
    "web-annotation": {
        "type": "object",
        "description": "An AnnotationCollection of one page. The first body of each annotation tags it as `dateline`, "
        "`place`, `source`, `quotation`, `organisation` or `claim`. Positions are code points, end exclusive.",
        "required": ["@context", "id", "type", "total", "first"],
        "properties": {
            "@context": _only(web_annotation.CONTEXT),
            "id": URI,
            "type": _only("AnnotationCollection"),
            "generator": {"type": "object"},
            "total": {"type": "integer", "minimum": 0},
            "first": {
                "type": "object",
                "required": ["id", "type", "items"],
                "properties": {
                    "id": URI,
                    "type": _only("AnnotationPage"),
                    "startIndex": {"type": "integer", "enum": [0]},
                    "items": _list_of(
                        id=URI, type=_only("Annotation"), body={"type": "array"}, target={"type": "array"}
                    ),
                },
            },
        },
    },
    "ninjs": {
        "type": "object",
        "description": f"A partial item of IPTC ninjs {ninjs.STANDARD['version']}. An association is named `dateline`, "
        "`quotation`, `organisation` or `claim`; its own are what was printed of it, with URIs that end in "
        "`#selector(type=TextPositionSelector,start=…,end=…)`, in code points, end exclusive.",
        "required": ["uri"],
        "properties": {
            "uri": URI,
            "type": _only("text"),
            "representationtype": _only("partial"),
            "standard": {"type": "object"},
            "language": {"type": "string"},
            "altids": _list_of(role={"type": "string"}, value={"type": "string"}),
            "located": {"type": "string"},
            "infosources": _list_of(name={"type": "string"}),
            "places": _list_of(name={"type": "string"}),
            "people": _list_of(name={"type": "string"}, uri=URI),
            "organisations": _list_of(name={"type": "string"}, uri=URI),
            "associations": _list_of(name={"type": "string"}, uri=URI),
        },
    },
    "quotations.csv": _table(QUOTATION_COLUMNS, "each part of a quotation"),
    "claims.csv": _table(CLAIM_COLUMNS, "each key claim, best first"),
}


def describe_formats() -> dict[str, Any]:
    """The contents of the answer, by media type."""
    return {form.media_type: {"schema": SHAPES[form.name], "example": _example(form)} for form in FORMATS}


def _example(form: Format) -> object:
    rendered = form.render(example_extraction(), load_request(example_request()))
    return rendered if form.mimetype == CSV else json.loads(rendered)
