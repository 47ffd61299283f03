"""The answer as IPTC ninjs 2.1, against what its schema asks of the members that an answer has."""

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator, FormatChecker

from service.api.openapi_examples import ARTICLE, example_extraction
from service.extraction import Identifier
from service.formats.ninjs import render_ninjs
from service.request import ExtractRequest
from tests.formats.texts import read_texts

TEXT = {"type": "string"}
URI = {"type": "string", "format": "uri", "pattern": r"^[A-Za-z][A-Za-z0-9+.\-]*:[!-~]+$"}


def list_of(*required, **members):
    """A list of objects that have no other members."""
    item = {"type": "object", "additionalProperties": False, "required": list(required), "properties": members}
    return {"type": "array", "items": item}


# https://www.iptc.org/std/ninjs/ninjs-schema_2.1.json in our words, less the members that no answer has. No package
# ships the original.
ITEM = {
    "uri": URI,
    "type": {"enum": ["text", "audio", "video", "picture", "graphic", "composite", "component"]},
    "representationtype": {"enum": ["full", "partial"]},
    "profile": TEXT,
    "language": TEXT,
    "title": TEXT,
    "located": TEXT,
    "standard": {
        "type": "object",
        "additionalProperties": False,
        "properties": {"name": TEXT, "version": TEXT, "schema": URI},
    },
    "altids": list_of(role=TEXT, value=TEXT),
    "descriptions": list_of("value", role=TEXT, contenttype=TEXT, value=TEXT),
    "bodies": list_of("value", role=TEXT, contenttype=TEXT, value=TEXT),
    "infosources": list_of(name=TEXT, role=TEXT, uri=URI, literal=TEXT),
    "people": list_of(name=TEXT, rel=TEXT, uri=URI, literal=TEXT),
    "organisations": list_of(
        name=TEXT,
        rel=TEXT,
        uri=URI,
        literal=TEXT,
        symbols=list_of(ticker=TEXT, exchange=TEXT, symboltype=URI, symbol=TEXT),
    ),
    "places": list_of(
        name=TEXT,
        rel=TEXT,
        uri=URI,
        literal=TEXT,
        geojson={
            "type": "object",
            "required": ["type", "coordinates"],
            "properties": {
                "type": {"const": "Point"},
                "coordinates": {
                    "prefixItems": [
                        {"type": "number", "minimum": -180, "maximum": 180},
                        {"type": "number", "minimum": -90, "maximum": 90},
                    ],
                    "items": False,
                },
            },
        },
    ),
    "associations": {
        "type": "array",
        "items": {
            "$ref": "#/$defs/item",
            "required": ["name", "uri"],
            "properties": {"name": TEXT},
            "unevaluatedProperties": False,
        },
    },
}
SHAPE = {
    "$defs": {"item": {"type": "object", "properties": ITEM}},
    "$ref": "#/$defs/item",
    "required": ["uri"],
    "unevaluatedProperties": False,
}
VALIDATOR = Draft202012Validator(SHAPE, format_checker=FormatChecker())
EXAMPLE = example_extraction()
NAMED = ExtractRequest(ARTICLE, id="https://example.org/7")


def describe(extraction, article=NAMED):
    return json.loads(render_ninjs(extraction, article))


@given(read=read_texts())
@settings(max_examples=15, deadline=None)
def test_every_answer_is_ninjs(read):
    text, extraction = read

    VALIDATOR.validate(describe(extraction, ExtractRequest(text)))
    VALIDATOR.validate(describe(extraction, ExtractRequest(text, id=text)))


@pytest.mark.parametrize(
    "change",
    [
        {"uri": None},
        {"quotations": []},
        {"type": "article"},
        {"places": [{"name": "Paris", "latitude": 48.9}]},
        {"associations": [{"uri": "urn:a"}]},
        {"associations": [{"name": "quotation", "uri": "urn:a", "start": 0}]},
    ],
)
def test_what_is_not_ninjs_is_found(change):
    VALIDATOR.validate(describe(EXAMPLE))

    assert not VALIDATOR.is_valid({**describe(EXAMPLE), **change})


@pytest.mark.parametrize(
    ("member", "value"),
    [
        ("uri", "https://example.org/7"),
        ("language", "en"),
        ("located", "Lisbon"),
        ("infosources", [{"name": "Reuters"}]),
        (
            "places",
            [{"name": "Lisbon", "rel": "dateline", "geojson": {"type": "Point", "coordinates": [-9.1498, 38.72509]}}],
        ),
        ("people", [{"name": "Ana Sousa", "rel": "source", "uri": "https://example.org/7#s1", "literal": "s1"}]),
        (
            "organisations",
            [{"name": "Galp", "rel": "mentioned", "uri": "https://example.org/7#o1", "literal": "o1"}],
        ),
    ],
)
def test_the_item_says_who_and_where(member, value):
    assert describe(EXAMPLE)[member] == value


def test_a_ticker_is_a_symbol():
    listed = replace(EXAMPLE.organisations[0], identifiers=(Identifier("ticker", "GALP"), Identifier("lei", "X")))

    assert describe(replace(EXAMPLE, organisations=(listed,)))["organisations"][0]["symbols"] == [{"ticker": "GALP"}]


def test_what_was_found_are_associations_and_its_words_are_theirs():
    associations = describe(EXAMPLE)["associations"]

    found = [(association["name"], association["uri"].partition("#")[2]) for association in associations]
    words = [[own["bodies"][0]["value"] for own in association["associations"]] for association in associations]
    assert found == [
        ("dateline", "dateline"),
        ("quotation", "q1"),
        ("quotation", "q2"),
        ("organisation", "o1"),
        ("claim", "c1"),
    ]
    assert words == [
        ["LISBON, March 2 (Reuters)", "LISBON"],
        ["Demand has outgrown every forecast,"],
        ["Output rose 12% last year"],
        ["Galp"],
        ["Output rose 12% last year, according to industry analysts."],
    ]


def test_a_quotation_names_its_source():
    _, direct, indirect, _, claim = describe(EXAMPLE)["associations"]

    assert (direct["profile"], direct["infosources"]) == ("direct", [{"name": "Ana Sousa", "literal": "s1"}])
    assert indirect["infosources"] == claim["infosources"] == [{"name": "industry analysts", "literal": "s2"}]
    assert claim["descriptions"] == [
        {"role": "standalone", "value": "Output rose 12% in 2025, according to industry analysts."}
    ]


def test_a_text_that_was_taken_out_of_a_page_is_the_body():
    content = describe(EXAMPLE, replace(NAMED, is_extracted=True))

    VALIDATOR.validate(content)
    assert content["bodies"] == [{"contenttype": "text/plain", "value": ARTICLE}]
    assert "bodies" not in describe(EXAMPLE)


def test_what_was_not_found_is_not_said():
    empty = replace(EXAMPLE, dateline=None, quoted_sources=(), organisations=(), key_claims=())

    assert list(describe(empty, ExtractRequest(ARTICLE))) == [
        "uri",
        "type",
        "representationtype",
        "standard",
        "language",
    ]
