"""The answer as Web Annotations, against W3C's vocabulary and the shape that its data model asks for."""

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator

from service.api.openapi_examples import ARTICLE, example_extraction
from service.formats.web_annotation import AROUND, render_web_annotation
from service.request import ExtractRequest
from tests.formats.texts import read_texts
from tests.formats.vocabulary import list_web_annotation_faults, read_graph, read_vocabulary

VOCABULARY = read_vocabulary("web_annotation")
# What the recommendation's own context (http://www.w3.org/ns/anno.jsonld) says of the terms that an answer has.
CONTEXT = {
    "oa": "http://www.w3.org/ns/oa#",
    "as": "http://www.w3.org/ns/activitystreams#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "id": "@id",
    "type": "@type",
    "Annotation": "oa:Annotation",
    "AnnotationCollection": "as:OrderedCollection",
    "AnnotationPage": "as:OrderedCollectionPage",
    "Organization": "foaf:Organization",
    "Person": "foaf:Person",
    "Software": "as:Application",
    "SpecificResource": "oa:SpecificResource",
    "TextPositionSelector": "oa:TextPositionSelector",
    "TextQuoteSelector": "oa:TextQuoteSelector",
    "TextualBody": "oa:TextualBody",
    **{purpose: f"oa:{purpose}" for purpose in ("classifying", "describing", "identifying", "tagging")},
    "body": {"@id": "oa:hasBody", "@type": "@id"},
    "target": {"@id": "oa:hasTarget", "@type": "@id"},
    "source": {"@id": "oa:hasSource", "@type": "@id"},
    "selector": {"@id": "oa:hasSelector", "@type": "@id"},
    "motivation": {"@id": "oa:motivatedBy", "@type": "@vocab"},
    "purpose": {"@id": "oa:hasPurpose", "@type": "@vocab"},
    "generator": {"@id": "as:generator", "@type": "@id"},
    "items": {"@id": "as:items", "@type": "@id", "@container": "@list"},
    "first": {"@id": "as:first", "@type": "@id"},
    "startIndex": "as:startIndex",
    "total": "as:totalItems",
    "name": "foaf:name",
    "value": "rdf:value",
    "exact": "oa:exact",
    "prefix": "oa:prefix",
    "suffix": "oa:suffix",
    "start": "oa:start",
    "end": "oa:end",
}
POSITION = {"type": "integer", "minimum": 0}
TEXT = {"type": "string"}
# Web Annotation Data Model, sections 3.1 (annotations), 3.2.4 (textual bodies), 4.2.4 and 4.2.5 (selectors), 5.1 and
# 5.2 (collections and pages), in our words.
SHAPE = {
    "type": "object",
    "required": ["@context", "id", "type", "total", "first"],
    "properties": {
        "@context": {"const": "http://www.w3.org/ns/anno.jsonld"},
        "id": {"$ref": "#/$defs/iri"},
        "type": {"const": "AnnotationCollection"},
        "total": POSITION,
        "first": {
            "type": "object",
            "required": ["id", "type", "items"],
            "properties": {
                "id": {"$ref": "#/$defs/iri"},
                "type": {"const": "AnnotationPage"},
                "startIndex": POSITION,
                "items": {"type": "array", "items": {"$ref": "#/$defs/annotation"}},
                "@context": False,
            },
        },
    },
    "$defs": {
        "iri": {"type": "string", "pattern": r"^[A-Za-z][A-Za-z0-9+.\-]*:\S+$"},
        "annotation": {
            "type": "object",
            "required": ["id", "type", "target"],
            "additionalProperties": False,
            "properties": {
                "id": {"$ref": "#/$defs/iri"},
                "type": {"const": "Annotation"},
                "motivation": {"enum": ["tagging"]},
                "body": {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/body"}},
                "target": {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/target"}},
            },
        },
        "body": {
            "if": {"properties": {"type": {"const": "TextualBody"}}, "required": ["type"]},
            "then": {"required": ["value"], "properties": {"value": TEXT, "purpose": TEXT}},
            "else": {"required": ["id"], "properties": {"id": {"$ref": "#/$defs/iri"}, "purpose": False}},
        },
        "target": {
            "type": "object",
            "required": ["type", "source", "selector"],
            "additionalProperties": False,
            "properties": {
                "type": {"const": "SpecificResource"},
                "source": {"$ref": "#/$defs/iri"},
                "selector": {
                    "type": "array",
                    "prefixItems": [
                        {
                            "required": ["type", "start", "end"],
                            "additionalProperties": False,
                            "properties": {
                                "type": {"const": "TextPositionSelector"},
                                "start": POSITION,
                                "end": POSITION,
                            },
                        },
                        {
                            "required": ["type", "exact"],
                            "additionalProperties": False,
                            "properties": {
                                "type": {"const": "TextQuoteSelector"},
                                "exact": {"type": "string", "minLength": 1},
                                "prefix": TEXT,
                                "suffix": TEXT,
                            },
                        },
                    ],
                    "items": False,
                },
            },
        },
    },
}
EXAMPLE = example_extraction()
NAMED = ExtractRequest(ARTICLE, id="https://example.org/7")


def annotate(extraction, article=NAMED):
    return json.loads(render_web_annotation(extraction, article))


def tagged(extraction, tag):
    """The annotations of one kind."""
    items = annotate(extraction)["first"]["items"]
    return [annotation for annotation in items if annotation["body"][0]["value"] == tag]


def faults_of(content):
    return list_web_annotation_faults(read_graph(content, CONTEXT), VOCABULARY)


def members_of(content):
    """The names of every member in content."""
    if isinstance(content, list):
        return {name for item in content for name in members_of(item)}
    if isinstance(content, dict):
        return set(content) | members_of(list(content.values()))
    return set()


@given(read=read_texts())
@settings(max_examples=15, deadline=None)
def test_every_answer_is_a_collection_of_web_annotations(read):
    text, extraction = read
    content = annotate(extraction, ExtractRequest(text))

    Draft202012Validator(SHAPE).validate(content)
    assert faults_of(content) == []
    assert members_of(content) <= {"@context", *CONTEXT}
    assert content["total"] == len(content["first"]["items"]) == 7


def test_the_example_is_a_collection_of_web_annotations():
    Draft202012Validator(SHAPE).validate(annotate(EXAMPLE))
    assert faults_of(annotate(EXAMPLE)) == []


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"motivation": "oa:shouting"}, "no term: http://www.w3.org/ns/oa#shouting"),
        ({"motivation": "oa:start"}, "http://www.w3.org/ns/oa#motivatedBy joins no"),
        ({"selector": {"type": "TextPositionSelector"}}, "http://www.w3.org/ns/oa#hasSelector joins no"),
    ],
)
def test_what_is_no_web_annotation_is_found(change, fault):
    annotation = {**annotate(EXAMPLE)["first"]["items"][0], **change}

    assert any(found.startswith(fault) for found in faults_of(annotation))


def test_each_kind_of_finding_is_tagged():
    items = annotate(EXAMPLE)["first"]["items"]

    assert [annotation["body"][0]["value"] for annotation in items] == [
        *("dateline", "place"),
        *("source", "source", "quotation", "quotation"),
        *("organisation", "claim"),
    ]
    assert [annotation["id"] for annotation in items[:2]] == [
        "https://example.org/7#annotation-1",
        "https://example.org/7#annotation-2",
    ]


@pytest.mark.parametrize(
    ("tag", "bodies"),
    [
        ("dateline", [{"type": "TextualBody", "purpose": "describing", "value": "2026-03-02"}]),
        ("place", [{"type": "TextualBody", "purpose": "identifying", "value": "Lisbon, Portugal"}]),
        ("source", [{"id": "https://example.org/7#s1", "type": "Person", "name": "Ana Sousa"}]),
        (
            "quotation",
            [
                {
                    "id": "https://example.org/7#q1",
                    "type": "TextualBody",
                    "purpose": "classifying",
                    "value": "direct",
                },
                {"id": "https://example.org/7#s1", "type": "Person", "name": "Ana Sousa"},
            ],
        ),
        ("organisation", [{"id": "https://example.org/7#o1", "type": "Organization", "name": "Galp"}]),
        (
            "claim",
            [
                {
                    "id": "https://example.org/7#c1",
                    "type": "TextualBody",
                    "purpose": "classifying",
                    "value": "statistic",
                },
                {
                    "type": "TextualBody",
                    "purpose": "describing",
                    "value": "Output rose 12% in 2025, according to industry analysts.",
                },
                {"id": "https://example.org/7#s2", "name": "industry analysts"},
            ],
        ),
    ],
)
def test_an_annotation_says_what_was_found(tag, bodies):
    assert tagged(EXAMPLE, tag)[0]["body"][1:] == bodies


def test_what_stands_in_two_places_has_two_targets():
    source, _ = EXAMPLE.quoted_sources
    quote = replace(source.quotes[0], parts=(source.quotes[0].parts[0], source.mentions[0]))
    changed = replace(EXAMPLE, quoted_sources=(replace(source, quotes=(quote,)),), key_claims=())

    exact = [target["selector"][1]["exact"] for target in tagged(changed, "quotation")[0]["target"]]
    assert exact == ["Demand has outgrown every forecast,", "Ana Sousa"]


def test_words_around_a_position_end_with_the_text():
    selector = tagged(EXAMPLE, "dateline")[0]["target"][0]["selector"][1]

    assert (selector["prefix"], len(selector["suffix"])) == ("", AROUND)


def test_an_article_without_findings_has_an_empty_page():
    empty = replace(EXAMPLE, dateline=None, quoted_sources=(), organisations=(), key_claims=())

    assert annotate(empty)["total"] == 0
    assert annotate(empty)["first"]["items"] == []
