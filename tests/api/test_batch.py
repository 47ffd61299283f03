"""POST /v1/extract/batch, in process and with a fake extractor: each article by itself, in order."""

import gzip
import json
import logging
from contextlib import ExitStack

import pytest

from service.api.app import create_app
from service.api.state import service_of
from service.settings import Settings
from tests.fakes import BROKEN, FRENCH, SLOW
from tests.problems import MEMBERS, read_problem

PATH = "/v1/extract/batch"
JSON = "application/json"
NDJSON = "application/x-ndjson"
ARTICLE = {"text": "PARIS - Acme grew."}
LONG = {"text": "A" * 1_001}


def spell_lines(*articles):
    """Articles one in a line; bytes stand as they are."""
    return b"".join((one if isinstance(one, bytes) else json.dumps(one).encode()) + b"\n" for one in articles)


def post_json(client, *articles, query="", **headers):
    body = json.dumps({"articles": articles})
    return client.post(PATH + query, data=body, content_type=JSON, headers=headers, buffered=True)


def post_lines(client, *articles, query="", **headers):
    body = spell_lines(*articles)
    return client.post(PATH + query, data=body, content_type=NDJSON, headers=headers, buffered=True)


def read_items(response):
    """What each article was answered with."""
    assert response.status_code == 200
    if response.content_type == NDJSON:
        return [json.loads(line) for line in response.data.splitlines()]
    assert list(response.json) == ["results"]
    return response.json["results"]


def refusal(response, status):
    assert response.status_code == status
    return read_problem(response.data, response.content_type, status)


both = pytest.mark.parametrize("post", [post_json, post_lines])


@both
def test_articles_are_answered_in_their_order_each_with_its_status(client, post):
    items = read_items(post(client, {**ARTICLE, "id": "b"}, {"text": " "}, {**ARTICLE, "id": "a"}))

    assert [(item.get("id"), item["status"]) for item in items] == [("b", 200), (None, 422), ("a", 200)]
    assert [list(item) for item in items] == [
        ["id", "status", "result"],
        ["status", "problem"],
        ["id", "status", "result"],
    ]


@both
def test_a_result_has_the_bytes_of_a_single_answer(client, post):
    article = {"text": "É - “Acme” 😀 grew.", "id": "é", "offset_unit": "utf8"}
    single = client.post("/v1/extract", data=json.dumps(article), content_type=JSON).data.strip()

    assert b'{"id":"\xc3\xa9","status":200,"result":' + single + b"}" in post(client, article).data


@both
@pytest.mark.parametrize(
    ("article", "status", "code"),
    [
        ({"text": ""}, 422, "blank_text"),
        ({"text": FRENCH}, 422, "unsupported_language"),
        ({"text": "A.", "colour": "red"}, 422, "invalid_request"),
        ({"text": "A.", "features": ["places"]}, 422, "invalid_request"),
        ({}, 422, "invalid_request"),
        ("A.", 422, "invalid_request"),
        (None, 422, "invalid_request"),
        ({"text": "A \ud83d"}, 400, "invalid_unicode"),
        ({"text": "A.", "id": "\ud83d"}, 400, "invalid_unicode"),
        (LONG, 413, "text_too_long"),
        ({"text": SLOW}, 504, "deadline_passed"),
        ({"text": BROKEN}, 500, "internal_error"),
    ],
)
def test_a_bad_article_has_its_own_problem_and_harms_no_other(client, post, article, status, code):
    first, bad, last = read_items(post(client, ARTICLE, article, ARTICLE, **{"X-Request-ID": "r-1"}))

    assert (first["status"], last["status"]) == (200, 200)
    assert (bad["status"], bad["problem"]["code"], bad["problem"]["request_id"]) == (status, code, "r-1")
    assert list(bad["problem"])[: len(MEMBERS)] == MEMBERS
    assert "secret" not in json.dumps(bad)


@pytest.mark.parametrize(
    ("line", "status", "code"),
    [
        (b"{", 400, "malformed_body"),
        (b'{"text": "\xff"}', 400, "malformed_body"),
        (b'{"text": "A.", "text": "B."}', 400, "malformed_body"),
        (b"[" * 65, 413, "json_too_deep"),
        (b'{"text": "' + b"A" * 2_000 + b'"}', 413, "line_too_large"),
    ],
)
def test_a_line_that_cannot_be_read_has_its_own_problem(client, line, status, code):
    items = read_items(post_lines(client, ARTICLE, line, ARTICLE))

    assert [item["status"] for item in items] == [200, status, 200]
    assert items[1]["problem"]["code"] == code


def test_a_line_that_is_too_large_is_told_its_size(client):
    problem = read_items(post_lines(client, b"A" * 150_000))[0]["problem"]

    assert (problem["limit"], problem["actual"]) == (2_000, 150_000)


def test_blank_lines_are_no_articles_and_the_last_line_needs_no_end(client):
    body = b"\n\r\n" + spell_lines(ARTICLE)[:-1] + b"\r\n \n" + spell_lines(ARTICLE)[:-1]
    response = client.post(PATH, data=body, content_type=NDJSON, buffered=True)

    assert [item["status"] for item in read_items(response)] == [200, 200]


@both
def test_a_batch_without_articles_has_no_results(client, post):
    assert read_items(post(client)) == []


@pytest.mark.parametrize("encode", [gzip.compress, bytes], ids=["gzip", "plain"])
def test_any_number_of_bytes_may_come_line_by_line(client, encode):
    body = encode(spell_lines(*[ARTICLE] * 500))
    headers = {"Content-Encoding": "gzip"} if encode is gzip.compress else {}
    response = client.post(PATH, data=body, content_type=NDJSON, headers=headers, buffered=True)

    assert [item["status"] for item in read_items(response)] == [200] * 500


def test_a_gzip_stream_that_breaks_off_ends_with_a_problem(client):
    body = gzip.compress(spell_lines(*[ARTICLE] * 3))[:-4]
    items = read_items(
        client.post(PATH, data=body, content_type=NDJSON, headers={"Content-Encoding": "gzip"}, buffered=True)
    )

    assert [item["status"] for item in items] == [200, 200, 200, 400]
    assert items[-1]["problem"]["code"] == "malformed_body"


def test_what_is_no_gzip_at_all_is_refused_as_a_whole(client):
    response = client.post(PATH, data=b"A", content_type=NDJSON, headers={"Content-Encoding": "gzip"})

    assert refusal(response, 400)["code"] == "malformed_body"


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        (b"", 400, "malformed_body"),
        (b'{"articles": [', 400, "malformed_body"),
        (b"[]", 422, "invalid_request"),
        (b"{}", 422, "invalid_request"),
        (b'{"articles": {}}', 422, "invalid_request"),
        (b'{"articles": null}', 422, "invalid_request"),
        (b'{"articles": [], "features": ["dateline"]}', 422, "invalid_request"),
        (b"[" * 65, 413, "json_too_deep"),
    ],
)
def test_a_wrong_envelope_is_refused_as_a_whole(client, body, status, code):
    response = client.post(PATH, data=body, content_type=JSON)

    assert refusal(response, status)["code"] == code


def test_a_batch_in_json_has_limits_of_its_own(extractor):
    client = create_app(Settings(max_batch_articles=2, max_batch_bytes=1_024), extractor).test_client()

    assert len(read_items(post_json(client, ARTICLE, ARTICLE))) == 2
    problem = refusal(post_json(client, ARTICLE, ARTICLE, ARTICLE), 413)
    assert (problem["code"], problem["limit"], problem["actual"]) == ("too_many_articles", 2, 3)
    assert refusal(post_json(client, {"text": "A" * 1_024}), 413)["code"] == "body_too_large"
    assert len(read_items(post_lines(client, ARTICLE, ARTICLE, ARTICLE))) == 3


@both
def test_options_of_the_query_hold_where_an_article_has_none(client, extractor, post):
    post(client, ARTICLE, {**ARTICLE, "max_claims": 3}, query="?max_claims=4&features=dateline")

    assert [(one.max_claims, one.features) for one in extractor.options[-2:]] == [
        (4, ("dateline",)),
        (3, ("dateline",)),
    ]


@both
@pytest.mark.parametrize("query", ["?id=7", "?max_claims=0", "?colour=red", "?text=A"])
def test_a_wrong_query_is_refused_as_a_whole(client, post, query):
    assert refusal(post(client, ARTICLE, query=query), 422)["code"] == "invalid_request"


@pytest.mark.parametrize(
    ("content_type", "accept", "answered"),
    [
        (JSON, "", JSON),
        (NDJSON, "*/*", NDJSON),
        (JSON, NDJSON, NDJSON),
        (NDJSON, JSON, JSON),
        (NDJSON, f"{JSON}, {NDJSON}", NDJSON),
        (NDJSON, f"{JSON}, {NDJSON};q=0.5", JSON),
        (JSON, "application/*", JSON),
    ],
)
def test_the_answer_has_the_body_s_type_unless_the_client_prefers_the_other(client, content_type, accept, answered):
    post = post_json if content_type == JSON else post_lines
    response = post(client, ARTICLE, ARTICLE, Accept=accept)

    assert response.content_type == answered
    assert [item["status"] for item in read_items(response)] == [200, 200]


@both
def test_another_type_of_answer_is_refused(client, post):
    assert refusal(post(client, ARTICLE, Accept="text/html"), 406)["code"] == "not_acceptable"


@pytest.mark.parametrize("content_type", ["text/plain", "application/x-ndjson; charset=latin-1", ""])
def test_another_type_of_body_is_refused(client, content_type):
    response = client.post(PATH, data=b"A.", content_type=content_type)

    assert refusal(response, 415)["code"] == "unsupported_type"
    assert response.headers["Accept-Post"] == f"{JSON}, {NDJSON}"


def test_articles_of_a_batch_are_not_refused_where_no_place_is_left(app, client):
    gate = service_of(app).gate
    with ExitStack() as inside:
        for _ in range(1 + Settings().max_waiting):
            inside.enter_context(gate.pass_through())

        assert client.post("/v1/extract", data=b"A.", content_type="text/plain").status_code == 503
        assert [item["status"] for item in read_items(post_lines(client, ARTICLE, ARTICLE))] == [200, 200]

    assert gate.inside == 0


def test_articles_of_batches_take_no_place_of_others(app, client):
    gate = service_of(app).gate
    with ExitStack() as inside:
        inside.enter_context(gate.take_turn())
        for _ in range(1 + Settings().max_waiting):
            inside.enter_context(gate.pass_through())

        assert gate.inside == 2 + Settings().max_waiting


@both
def test_the_log_has_one_line_with_the_counts_at_the_end(client, post, caplog):
    caplog.set_level(logging.INFO)
    post(client, ARTICLE, {"text": " "}, LONG)

    (record,) = [record for record in caplog.records if record.name == "service.access"]
    assert (record.route, record.status) == (PATH, 200)
    assert (record.articles, record.problems, record.characters) == (3, 2, 18 + 1 + 1_001)


def test_a_bug_is_logged_once_under_the_request_s_id(client, caplog):
    post_lines(client, ARTICLE, {"text": BROKEN}, **{"X-Request-ID": "r-2"})

    assert [record.request_id for record in caplog.records if record.name == "service.failure"] == ["r-2"]


def test_articles_of_batches_are_counted(client):
    post_json(client, ARTICLE, {"text": " "}, ARTICLE)
    text = client.get("/metrics").text

    assert 'news_batch_articles_total{status="200"} 2.0' in text
    assert 'news_batch_articles_total{status="422"} 1.0' in text
    assert 'news_requests_total{method="POST",route="/v1/extract/batch",status="200"} 1.0' in text
    assert "news_article_characters_count 3.0" in text
    assert 'news_stage_seconds_count{stage="fake"} 3.0' in text


def test_a_process_that_ends_answers_what_it_has_time_for(app, client, extractor):
    service_of(app).readiness.drain()

    assert [item["status"] for item in read_items(post_json(client, ARTICLE))] == [200]


def test_a_process_without_time_answers_that_it_ends(extractor):
    app = create_app(Settings(graceful_timeout=30, deadline=30), extractor)
    service_of(app).readiness.drain()
    client = app.test_client()

    items = read_items(post_json(client, ARTICLE, ARTICLE))
    assert [(item["status"], item["problem"]["code"]) for item in items] == [(503, "not_ready")] * 2
    response = post_lines(client, ARTICLE)
    assert refusal(response, 503)["code"] == "not_ready"
    assert response.headers["Retry-After"] == "2"
