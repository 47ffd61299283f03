"""In which format POST /v1/extract answers: what the Accept header asks for, and what it is told where nothing fits."""

import csv
import io
import json

import pytest

from service.formats.registry import FORMATS
from tests.problems import read_problem

JSON = "application/json"
SCHEMA_ORG = 'application/ld+json; profile="https://schema.org"'
ANNOTATIONS = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"'
NINJS = "application/ninjs+json"
QUOTATIONS = "text/csv; profile=quotations"
CLAIMS = "text/csv; profile=claims"
OFFERED = (JSON, SCHEMA_ORG, ANNOTATIONS, NINJS, QUOTATIONS, CLAIMS)
ARTICLE = "PARIS - Acme grew."


def post(client, accept, query="", **headers):
    return client.post(
        "/v1/extract" + query, data=ARTICLE, content_type="text/plain", headers={"Accept": accept, **headers}
    )


def media_type_of(response):
    return response.content_type.removesuffix("; charset=utf-8; header=present")


@pytest.mark.parametrize(
    ("accept", "chosen"),
    [
        (SCHEMA_ORG, SCHEMA_ORG),
        (ANNOTATIONS, ANNOTATIONS),
        (NINJS, NINJS),
        (QUOTATIONS, QUOTATIONS),
        (CLAIMS, CLAIMS),
        # The first of its type.
        ("application/ld+json", SCHEMA_ORG),
        ("text/csv", QUOTATIONS),
        ("text/*", QUOTATIONS),
        ("application/*", JSON),
        ("*/*", JSON),
        ("", JSON),
        ("application/json; charset=utf-8", JSON),
        # What is said in other words.
        ('APPLICATION/LD+JSON;PROFILE="http://schema.org/"', SCHEMA_ORG),
        ('application/ld+json;profile="https://www.w3.org/ns/anno.jsonld"', ANNOTATIONS),
        ('application/ld+json; charset=utf-8; profile="https://schema.org"', SCHEMA_ORG),
        ('text/csv; profile="claims"; header=present; charset=UTF-8', CLAIMS),
        # JSON-LD has lists of profiles, and those that are not known are ignored.
        ('application/ld+json; profile="http://www.w3.org/ns/json-ld#compacted"', SCHEMA_ORG),
        (
            'application/ld+json; profile="http://www.w3.org/ns/json-ld#compacted http://www.w3.org/ns/anno.jsonld"',
            ANNOTATIONS,
        ),
        # The most gladly taken.
        ("application/json;q=0.5, text/csv", QUOTATIONS),
        ("application/json, text/csv;q=0.9", JSON),
        (f"{CLAIMS};q=0.2, {NINJS};q=0.3", NINJS),
        ("text/html, application/xhtml+xml, */*;q=0.8", JSON),
        # The narrowest range that allows a format holds for it.
        ("text/csv;q=0.1, text/csv;profile=claims;q=0.8, application/json;q=0.5", CLAIMS),
        ("*/*, application/json;q=0.1, text/csv;q=0, application/ld+json;q=0.2", NINJS),
        ("*/*, application/json;q=0", SCHEMA_ORG),
        # Of those that are taken alike, the one that is named.
        ("*/*, application/ninjs+json", NINJS),
        ("text/csv, application/json", JSON),
    ],
)
def test_the_answer_comes_in_the_format_that_is_taken_most_gladly(client, accept, chosen):
    response = post(client, accept)

    assert response.status_code == 200
    assert media_type_of(response) == chosen
    assert response.headers["Vary"] == "Accept"


@pytest.mark.parametrize(
    "accept",
    [
        "text/html",
        "text/plain, application/xml;q=0.9",
        "application/json;q=0",
        "*/*;q=0",
        "application/json; charset=latin-1",
        "application/json; version=2",
        "text/csv; profile=organisations",
        "text/csv; header=absent",
        "application/ninjs+json; profile=3.0",
    ],
)
def test_what_no_format_fits_is_told_what_is_offered(client, extractor, accept):
    response = post(client, accept)

    problem = read_problem(response.data, response.content_type, 406)
    assert problem["detail"] == "the Accept header rules out what is offered: " + ", ".join(OFFERED)
    assert response.headers["Vary"] == "Accept"
    assert ARTICLE not in extractor.texts


def test_info_names_every_format(client):
    assert client.get("/v1/info").json["formats"] == list(OFFERED)


def test_info_itself_is_json(client):
    assert client.get("/v1/info", headers={"Accept": "text/csv"}).status_code == 406


def test_an_error_is_a_problem_whatever_was_asked_for(client):
    response = post(client, QUOTATIONS, "?max_claims=0")

    assert read_problem(response.data, response.content_type, 422)["errors"][0]["pointer"] == "/max_claims"


@pytest.mark.parametrize("media_type", OFFERED)
def test_each_format_has_a_tag_of_its_own_that_still_holds(client, extractor, media_type):
    tags = {accept: post(client, accept).headers["ETag"] for accept in OFFERED}
    read = len(extractor.texts)
    again = post(client, media_type, **{"If-None-Match": tags[media_type]})

    assert len(set(tags.values())) == len(OFFERED)
    assert (again.status_code, again.data, again.headers["ETag"]) == (304, b"", tags[media_type])
    assert again.headers["Vary"] == "Accept"
    assert len(extractor.texts) == read
    for other in set(OFFERED) - {media_type}:
        assert post(client, other, **{"If-None-Match": tags[media_type]}).status_code == 200


@pytest.mark.parametrize("form", FORMATS, ids=[form.name for form in FORMATS])
@pytest.mark.parametrize("unit", ["code_point", "utf16", "utf8"])
def test_a_unit_that_a_format_does_not_count_in_is_refused(client, form, unit):
    response = post(client, form.media_type, f"?offset_unit={unit}")

    if unit in form.offset_units:
        assert response.status_code == 200
    else:
        problem = read_problem(response.data, response.content_type, 422)
        assert problem["errors"] == [{"pointer": "/offset_unit", "detail": f"{form.media_type} counts in code_point."}]


def test_what_the_client_says_of_the_article_is_in_every_format(client):
    query = "?id=https://example.org/7&published=2026-03-02"
    bodies = {accept: post(client, accept, query).data.decode() for accept in OFFERED}

    assert json.loads(bodies[SCHEMA_ORG])["datePublished"] == "2026-03-02"
    assert json.loads(bodies[SCHEMA_ORG])["@id"] == "https://example.org/7"
    assert json.loads(bodies[ANNOTATIONS])["id"] == "https://example.org/7#annotations"
    assert json.loads(bodies[NINJS])["uri"] == "https://example.org/7"
    for table in (QUOTATIONS, CLAIMS):
        assert next(csv.reader(io.StringIO(bodies[table])))[0] == "article_id"
