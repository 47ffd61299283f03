"""What becomes of one line: an extraction or a problem, and never an exception."""

import io
import json

import pytest

from service.bulk.child import READY, answer_lines
from service.bulk.outcomes import FIELDS, Outcome, Reading, end_badly, read_line
from service.schemas.extraction import render_extraction
from service.schemas.request import load_request
from tests.fakes import BROKEN, FRENCH, SLOW

READING = Reading(max_characters=60, deadline=30)


def spell(**article):
    return json.dumps(article).encode()


def test_a_result_is_what_the_api_answers(extractor):
    article = {"id": "a1", "text": "PARIS - “Acme” 😀 grew.", "offset_unit": "utf16", "features": ["organisations"]}
    outcome = read_line(extractor, spell(**article), READING)

    request = load_request(article)
    extraction = extractor.extract(request.text, request.options)
    assert outcome == Outcome("a1", 200, result=render_extraction(extraction, request).strip())


@pytest.mark.parametrize(
    ("line", "name", "status", "code"),
    [
        (b"{broken", None, 400, "malformed_body"),
        (b'{"text": "\xff"}', None, 400, "malformed_body"),
        (rb'{"id": "a1", "text": "\ud800"}', None, 400, "malformed_body"),
        (b"[" * 100_000, None, 400, "malformed_body"),
        (b"9" * 10_000, None, 400, "malformed_body"),
        (b"[1]", None, 422, "invalid_request"),
        (spell(id="a1"), "a1", 422, "invalid_request"),
        (spell(id=7, text="Acme"), None, 422, "invalid_request"),
        (spell(id="a1", text="Acme", url="x"), "a1", 422, "invalid_request"),
        (spell(id="a1", text="Acme", max_claims=51), "a1", 422, "invalid_request"),
        (spell(id="a1", text=" "), "a1", 422, "blank_text"),
        (spell(id="a1", text=FRENCH), "a1", 422, "unsupported_language"),
        (spell(id="a1", text="Acme " * 20), "a1", 413, "text_too_long"),
        (spell(id="a1", text=SLOW), "a1", 504, "deadline_passed"),
        (spell(id="a1", text=BROKEN), "a1", 500, "internal_error"),
    ],
)
def test_a_problem_is_told_and_nothing_of_the_text(extractor, line, name, status, code):
    outcome = read_line(extractor, line, READING)

    problem = json.loads(outcome.problem)
    assert (outcome.id, outcome.status, outcome.result) == (name, status, None)
    assert (problem["status"], problem["code"]) == (status, code)
    assert "secret" not in outcome.problem
    assert "Acme" not in outcome.problem


def test_of_a_bug_the_place_is_told(extractor):
    outcome = read_line(extractor, spell(text=BROKEN), READING)

    assert json.loads(outcome.problem)["detail"].startswith("KeyError at extract, line ")


def test_what_is_too_long_comes_with_limit_and_size(extractor):
    problem = json.loads(read_line(extractor, spell(text="a " * 40), READING).problem)

    assert (problem["limit"], problem["actual"]) == (60, 80)
    assert problem["errors"][0]["pointer"] == "/text"


@pytest.mark.parametrize(("others", "kept"), [("ignore", None), ("keep", '{"url":"x","tags":["é"]}')])
def test_columns_that_the_contract_does_not_name_are_ignored_or_kept_where_asked(extractor, others, kept):
    line = spell(text="Acme", url="x", tags=["é"])
    outcome = read_line(extractor, line, Reading(max_characters=60, deadline=30, others=others))

    assert (outcome.status, outcome.others) == (200, kept)


def test_the_columns_of_an_article_are_those_of_the_contract():
    assert {"text", "id", "published", "features", "max_claims", "offset_unit"} == FIELDS


def test_an_article_that_ends_its_reader_has_its_id():
    outcome = end_badly(spell(id="a1", text="Acme"), "ended with status -9")

    assert (outcome.id, outcome.status, json.loads(outcome.problem)["detail"]) == ("a1", 500, "ended with status -9")
    assert end_badly(b"{", "").id is None


def test_the_child_answers_each_line(extractor):
    outgoing = io.BytesIO()
    answer_lines(extractor, READING, io.BytesIO(spell(id="a1", text="Acme") + b"\n{\n"), outgoing)

    ready, *answers = outgoing.getvalue().splitlines(keepends=True)
    outcomes = [Outcome(**json.loads(answer)) for answer in answers]
    assert ready == READY
    assert [(outcome.id, outcome.status) for outcome in outcomes] == [("a1", 200), (None, 400)]
