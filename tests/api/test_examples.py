"""The examples of the OpenAPI document are what the service answers."""

import json
from contextlib import ExitStack
from http import HTTPStatus

import pytest

from service import Extractor
from service.api.app import create_app
from service.api.openapi import build_openapi
from service.api.openapi_examples import ARTICLE, example_answer, example_request
from service.api.problem_kinds import NOT_FOUND, list_kinds
from service.api.state import service_of
from service.api.worker import format_refusal
from service.settings import Settings
from tests.fakes import BROKEN, FRENCH, SLOW, FakeExtractor

PATH = "/v1/extract"
JSON = "application/json"
# The request that each problem of the examples answers, beside those that need a server in a state of its own, below.
REQUESTS = {
    "malformed_body": {"data": b'{"text": "Acme." "id"}', "content_type": JSON},
    "invalid_unicode": {"data": b'{"text": "Acme is here\\ud83d"}', "content_type": JSON},
    "not_acceptable": {"path": "/v1/info", "method": "GET", "headers": {"Accept": "image/png"}},
    "body_too_large": {"data": b"a" * 2_000_000, "content_type": "text/plain"},
    "json_too_deep": {"data": b"[" * 65, "content_type": JSON},
    "text_too_long": {"data": b"a" * 200_000, "content_type": "text/plain"},
    "too_many_articles": {"path": "/v1/extract/batch", "json": {"articles": [{"text": ARTICLE}] * 250}},
    "too_many_tags": {"data": b"<p>" * 50_000, "content_type": "text/html"},
    "no_article": {"data": b"<p></p>", "content_type": "text/html"},
    "unsupported_type": {"data": ARTICLE, "content_type": "application/xml"},
    "blank_text": {"data": b" ", "content_type": "text/plain"},
    "invalid_request": {"json": {"text": ARTICLE, "features": ["dateline", "places"]}},
    "unsupported_language": {"data": FRENCH.encode(), "content_type": "text/plain"},
    "internal_error": {"data": BROKEN.encode(), "content_type": "text/plain"},
}


class LateExtractor(FakeExtractor):
    """One whose deadline passes in the encoder."""

    def extract(self, text, options=None, watch=None):
        if text == SLOW:
            raise watch.pass_deadline("news_encoder")
        return super().extract(text)


def list_problems():
    """Every example of a problem, by its code."""
    for item in build_openapi()["paths"].values():
        for operation in item.values():
            for answer in operation["responses"].values():
                for name, example in (
                    answer.get("content", {}).get("application/problem+json", {}).get("examples", {}).items()
                ):
                    yield name, example["value"]


EXAMPLES = dict(list_problems())


def without_id(problem):
    return {name: value for name, value in problem.items() if name != "request_id"}


def test_the_answer_is_what_the_model_reads():
    client = create_app(Settings(), Extractor.load()).test_client()

    assert client.post(PATH, json=example_request()).json == example_answer()


def test_every_kind_of_problem_has_one_example():
    assert EXAMPLES.keys() == {kind.code for kind in list_kinds()} - {NOT_FOUND.code}
    for name, problem in list_problems():
        assert problem == EXAMPLES[name]


@pytest.mark.parametrize("code", REQUESTS)
def test_a_problem_is_what_its_request_is_answered_with(extractor, code):
    sent = {"path": PATH, "method": "POST", **REQUESTS[code]}
    answer = create_app(Settings(), extractor).test_client().open(**sent)

    assert without_id(answer.json) == without_id(EXAMPLES[code])


def test_whoever_shows_no_key_is_answered_as_in_the_example(extractor):
    answer = create_app(Settings(api_keys=("first",)), extractor).test_client().get("/v1/info")

    assert without_id(answer.json) == without_id(EXAMPLES["unauthorised"])


def test_a_wrong_method_is_answered_as_in_the_example(client):
    assert without_id(client.get(PATH).json) == without_id(EXAMPLES["method_not_allowed"])


def test_whoever_comes_when_too_many_wait_is_answered_as_in_the_example(app, client):
    service = service_of(app)
    with ExitStack() as waiting:
        for _ in range(1 + service.settings.max_waiting):
            waiting.enter_context(service.gate.pass_through())
        answer = client.post(PATH, json={"text": ARTICLE})

    assert without_id(answer.json) == without_id(EXAMPLES["busy"])


def test_a_process_that_ends_answers_as_in_the_example(app, client):
    service_of(app).readiness.drain()

    assert without_id(client.get("/readyz").json) == without_id(EXAMPLES["not_ready"])


def test_an_article_that_takes_too_long_is_answered_as_in_the_example():
    client = create_app(Settings(), LateExtractor()).test_client()

    answer = client.post(PATH, json={"text": SLOW})

    assert without_id(answer.json) == without_id(EXAMPLES["deadline_passed"])


def test_what_is_no_http_is_answered_as_in_the_example():
    _, _, body = format_refusal(HTTPStatus.BAD_REQUEST, "7").partition(b"\r\n\r\n")

    assert without_id(json.loads(body)) == without_id(EXAMPLES["not_http"])
