"""The answer as schema.org, against schema.org's own vocabulary."""

import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings

from service.api.openapi_examples import ARTICLE, example_extraction
from service.extraction import ORGANISATION_KINDS, ExtractionOptions, Identifier
from service.formats.schema_org import render_schema_org
from service.request import ExtractRequest
from tests.formats.texts import read_texts
from tests.formats.vocabulary import list_schema_org_faults, read_graph, read_vocabulary

VOCABULARY = read_vocabulary("schema_org")
# What schema.org's own context says of the members that an answer has.
CONTEXT = {"@vocab": "http://schema.org/", "sameAs": {"@type": "@id"}}
EXAMPLE = example_extraction()
NAMED = ExtractRequest(ARTICLE, ExtractionOptions(published=date(2026, 3, 2)), "https://example.org/7")


def describe(extraction, article=NAMED):
    return json.loads(render_schema_org(extraction, article))


def with_organisation(**changes):
    return replace(EXAMPLE, organisations=(replace(EXAMPLE.organisations[0], **changes),))


def faults_of(content):
    return list_schema_org_faults(read_graph(content, CONTEXT), VOCABULARY)


def test_the_example_is_schema_org():
    assert faults_of(describe(EXAMPLE)) == []


@given(read=read_texts())
@settings(max_examples=15, deadline=None)
def test_every_answer_is_schema_org(read):
    text, extraction = read

    assert faults_of(describe(extraction, ExtractRequest(text))) == []


@pytest.mark.parametrize("kind", ORGANISATION_KINDS)
def test_every_kind_of_organisation_is_schema_org(kind):
    identifiers = tuple(Identifier(scheme, "Q1") for scheme in ("ticker", "lei", "wikidata", "desk"))

    assert faults_of(describe(with_organisation(kind=kind, identifiers=identifiers))) == []


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"@type": "NewsPiece"}, "no type: http://schema.org/NewsPiece"),
        ({"datelines": "PARIS"}, "http://schema.org/datelines is no property of"),
        ({"tickerSymbol": "ACME"}, "http://schema.org/tickerSymbol is no property of"),
        ({"locationCreated": "Paris"}, "http://schema.org/locationCreated takes no"),
        ({"locationCreated": {"@type": "Person"}}, "http://schema.org/locationCreated takes no"),
    ],
)
def test_what_is_not_schema_org_is_found(change, fault):
    assert any(found.startswith(fault) for found in faults_of({**describe(EXAMPLE), **change}))


@pytest.mark.parametrize(
    ("kind", "identifiers", "members"),
    [
        ("company", {"ticker": "GALP"}, {"@type": "Corporation", "tickerSymbol": "GALP"}),
        (
            "media",
            {"ticker": "NYT"},
            {
                "@type": "NewsMediaOrganization",
                "identifier": [{"@type": "PropertyValue", "propertyID": "ticker", "value": "NYT"}],
            },
        ),
        ("finance", {"ticker": "VCB.HM"}, {"@type": "Corporation", "tickerSymbol": "VCB.HM"}),
        ("political", {"LEI": "5493001KJTIIGC8Y1R12"}, {"@type": "Organization", "leiCode": "5493001KJTIIGC8Y1R12"}),
        ("other", {"wikidata": "Q42"}, {"@type": "Organization", "sameAs": ["https://www.wikidata.org/wiki/Q42"]}),
        # Not what Wikidata calls its things.
        (
            "ngo",
            {"wikidata": "Q42/../x"},
            {
                "@type": "NGO",
                "identifier": [{"@type": "PropertyValue", "propertyID": "wikidata", "value": "Q42/../x"}],
            },
        ),
    ],
)
def test_identifiers_have_the_member_that_schema_org_has_for_them(kind, identifiers, members):
    own = tuple(Identifier(scheme, value) for scheme, value in identifiers.items())
    described = describe(with_organisation(kind=kind, identifiers=own))["mentions"][0]

    assert described == {"@id": "https://example.org/7#o1", "name": "Galp", **members}


def test_a_dateline_says_where_when_and_for_whom():
    described = describe(EXAMPLE)

    assert described["dateline"] == "LISBON, March 2 (Reuters)"
    assert described["dateCreated"] == "2026-03-02"
    assert described["sourceOrganization"] == {"@type": "Organization", "name": "Reuters"}
    assert described["locationCreated"] == [
        {
            "@type": "Place",
            "name": "Lisbon",
            "address": {"@type": "PostalAddress", "addressLocality": "Lisbon", "addressCountry": "PT"},
            "geo": {"@type": "GeoCoordinates", "latitude": 38.72509, "longitude": -9.1498},
        }
    ]


def test_a_quotation_has_its_speaker_and_whom_that_speaks_for():
    quotation, _, _ = describe(EXAMPLE)["hasPart"]

    assert quotation["spokenByCharacter"] == {
        "@type": "Person",
        "@id": "https://example.org/7#s1",
        "name": "Ana Sousa",
        "jobTitle": "leads the company's grid unit",
        "affiliation": {"@type": "Corporation", "@id": "https://example.org/7#o1", "name": "Galp"},
    }


def test_who_has_no_name_is_described():
    _, quotation, claim = describe(EXAMPLE)["hasPart"]
    analysts = {"@type": "Person", "@id": "https://example.org/7#s2", "description": "industry analysts"}

    assert quotation["spokenByCharacter"] == analysts
    assert claim["author"] == analysts


def test_a_quotation_that_nobody_is_found_for_has_no_speaker():
    nobody = replace(EXAMPLE.quoted_sources[1], name=None)
    described = describe(replace(EXAMPLE, quoted_sources=(nobody,), key_claims=()))

    assert "spokenByCharacter" not in described["hasPart"][0]


def test_an_organisation_that_speaks_is_the_one_that_is_mentioned():
    company = replace(EXAMPLE.quoted_sources[0], kind="organisation", name="the company")
    described = describe(replace(EXAMPLE, quoted_sources=(company,), key_claims=()))

    assert described["hasPart"][0]["spokenByCharacter"] == described["mentions"][0]


def test_a_claim_follows_from_the_quotation_that_holds_it():
    claim = describe(EXAMPLE)["hasPart"][-1]

    assert claim["isBasedOn"] == {"@id": "https://example.org/7#q2"}
    assert claim["description"] == "Output rose 12% in 2025, according to industry analysts."
    assert claim["appearance"]["text"] == claim["text"] == "Output rose 12% last year, according to industry analysts."


def test_a_text_that_was_taken_out_of_a_page_is_in_the_answer():
    content = describe(EXAMPLE, replace(NAMED, is_extracted=True))

    assert content["articleBody"] == ARTICLE
    assert faults_of(content) == []
    assert "articleBody" not in describe(EXAMPLE)


def test_what_was_not_found_is_not_said():
    empty = replace(EXAMPLE, dateline=None, quoted_sources=(), organisations=(), key_claims=())

    assert describe(empty, ExtractRequest(ARTICLE, id="https://example.org/7")) == {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "@id": "https://example.org/7",
        "inLanguage": "en",
    }
