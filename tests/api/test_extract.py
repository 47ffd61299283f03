"""POST /v1/extract, in process and with a fake extractor: what is read, what is refused, and why."""

import gzip
import json
from contextlib import ExitStack

import pytest

from service.api.app import create_app
from service.api.inflate import STEP
from service.api.state import service_of
from service.settings import Settings
from tests.fakes import BROKEN, FRENCH, SLOW
from tests.problems import read_problem

PATH = "/v1/extract"
ARTICLE = "PARIS - Acme grew."


def post_text(client, body, query="", **headers):
    content = body if isinstance(body, bytes) else body.encode()
    return client.post(PATH + query, data=content, content_type="text/plain", headers=headers)


def post_json(client, body, query="", **headers):
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    return client.post(PATH + query, data=content, content_type="application/json", headers=headers)


def refusal(response, status):
    assert response.status_code == status
    return read_problem(response.data, response.content_type, status)


@pytest.mark.parametrize("post", [post_text, post_json])
def test_an_article_is_answered_in_json(client, post):
    response = post(client, ARTICLE if post is post_text else {"text": ARTICLE})

    assert (response.status_code, response.content_type) == (200, "application/json")
    assert response.json["dateline"]["text"] == "PARIS"
    assert response.json["organisations"][0]["name"] == "Acme"


@pytest.mark.parametrize("text", ["  A.\r\n\r\nB.\n ", "\ufeffA.", "A\u0000\u0007B", "e\u0301", "😀", "\u2028A\x85"])
def test_the_text_reaches_the_extractor_as_it_was_sent(client, extractor, text):
    post_text(client, text)
    post_json(client, {"text": text})

    assert extractor.texts[-2:] == [text, text]


def test_options_of_plain_text_are_query_parameters(client, extractor):
    query = "?id=7&published=2026-03-02&features=dateline,key_claims&max_claims=3&offset_unit=utf8"
    answer = post_text(client, "ÉVIAN - Acme.", query).json

    options = extractor.options[-1]
    assert (str(options.published), options.features, options.max_claims) == (
        "2026-03-02",
        ("dateline", "key_claims"),
        3,
    )
    assert (answer["id"], answer["offset_unit"], answer["dateline"]["end"]) == ("7", "utf8", 6)


@pytest.mark.parametrize(
    "query",
    ["?features=dateline,organisations", "?features=dateline&features=organisations"],
    ids=["comma", "repeated"],
)
def test_features_are_comma_separated_or_repeated(client, extractor, query):
    post_text(client, ARTICLE, query)

    assert extractor.options[-1].features == ("dateline", "organisations")


@pytest.mark.parametrize(
    ("query", "pointer"),
    [
        ("?feature=dateline", "/feature"),
        ("?text=A", "/text"),
        ("?features=places", "/features/0"),
        ("?features=", "/features/0"),
        ("?max_claims=0", "/max_claims"),
        ("?max_claims=many", "/max_claims"),
        ("?max_claims=99999999999999999999999", "/max_claims"),
        ("?max_claims=1&max_claims=2", "/max_claims"),
        ("?published=today", "/published"),
        ("?offset_unit=byte", "/offset_unit"),
    ],
)
def test_a_wrong_query_parameter_is_named(client, query, pointer):
    problem = refusal(post_text(client, ARTICLE, query), 422)

    assert [error["pointer"] for error in problem["errors"]] == [pointer]


def test_options_of_json_hold_before_those_of_the_query(client, extractor):
    post_json(client, {"text": ARTICLE, "max_claims": 3}, "?max_claims=4&features=dateline")

    assert (extractor.options[-1].max_claims, extractor.options[-1].features) == (3, ("dateline",))


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b"", "malformed_body"),
        (b"{", "malformed_body"),
        (b'{"text": "A." "id": "7"}', "malformed_body"),
        (b"{'text': 'A.'}", "malformed_body"),
        (b'{"text": "A."} {}', "malformed_body"),
        (b'{"text": "A\nB"}', "malformed_body"),
        (b'{"text": "\xff"}', "malformed_body"),
        (b'{"text": "A.", "text": "B."}', "malformed_body"),
        (b'{"text": "A.", "max_claims": NaN}', "malformed_body"),
        (b'{"text": "A.", "max_claims": -Infinity}', "malformed_body"),
        (b'{"text": "A.", "max_claims": ' + b"9" * 1_900 + b"}", "invalid_request"),
        (b"[" * 64, "malformed_body"),
        (b'{"a":' * 64 + b"1" + b"}" * 64, "invalid_request"),
        (b'{"text": "A \\ud83d B"}', "invalid_unicode"),
        (b'{"text": "A \\ude00 B"}', "invalid_unicode"),
        (b'{"text": "A.", "id": "\\ud83d"}', "invalid_unicode"),
        (b'{"text": "A.", "\\ud83d": 1}', "invalid_unicode"),
        (b'{"text": "A.", "features": ["\\ud83d"]}', "invalid_unicode"),
        (b'["\\ud83d"]', "invalid_unicode"),
    ],
)
def test_a_body_that_is_not_json_is_refused(client, body, code):
    status = 422 if code == "invalid_request" else 400

    assert refusal(post_json(client, body), status)["code"] == code


def test_digits_beyond_python_s_own_bounds_are_refused(extractor):
    client = create_app(Settings(), extractor).test_client()

    assert refusal(post_json(client, b'{"max_claims": ' + b"9" * 10_000 + b"}"), 400)["detail"].endswith("too long")


def test_a_surrogate_pair_in_escapes_is_a_character(client, extractor):
    assert post_json(client, b'{"text": "A \\ud83d\\ude00"}').status_code == 200
    assert extractor.texts[-1] == "A 😀"


def test_a_byte_order_mark_before_json_is_no_part_of_it(client, extractor):
    assert post_json(client, b'\xef\xbb\xbf{"text": "A."}').status_code == 200
    assert extractor.texts[-1] == "A."


def test_plain_text_that_is_not_utf_8_is_refused_with_its_place(client):
    assert refusal(post_text(client, b"A.\xff"), 400)["detail"] == "the body is not UTF-8 at byte 2"


@pytest.mark.parametrize("text", ["", " \n\t\u00a0"])
@pytest.mark.parametrize("post", [post_text, post_json])
def test_a_blank_text_is_refused(client, post, text):
    problem = refusal(post(client, text if post is post_text else {"text": text}), 422)

    assert (problem["code"], problem["errors"][0]["pointer"]) == ("blank_text", "/text")


def test_a_language_that_the_model_does_not_read_is_refused(client):
    assert refusal(post_text(client, FRENCH), 422)["code"] == "unsupported_language"


@pytest.mark.parametrize(
    "content_type",
    [
        "application/x-www-form-urlencoded",
        "application/xml",
        "text/html; charset=latin-1",
        "multipart/form-data; boundary=x",
        "application/jsonx",
        "",
        "text/plain; charset=latin-1",
        "text/plain; charset=utf-16",
        "application/json; charset=utf-16",
    ],
)
def test_a_type_that_is_not_read_is_refused_with_those_that_are(client, content_type):
    response = client.post(PATH, data=b"A.", content_type=content_type)

    assert refusal(response, 415)["code"] == "unsupported_type"
    assert response.headers["Accept-Post"] == "application/json, text/plain; charset=utf-8, text/html; charset=utf-8"


@pytest.mark.parametrize("content_type", ["text/plain", 'text/plain; charset="UTF-8"', "TEXT/PLAIN;charset=utf8"])
def test_utf_8_may_be_said_in_several_ways(client, content_type):
    assert client.post(PATH, data=b"A.", content_type=content_type).status_code == 200


@pytest.mark.parametrize("encoding", ["br", "deflate", "identity, gzip"])
def test_other_encodings_than_gzip_are_refused(client, encoding):
    response = post_text(client, "A.", **{"Content-Encoding": encoding})

    assert refusal(response, 415)["code"] == "unsupported_type"
    assert response.headers["Accept-Encoding"] == "gzip, identity"


@pytest.mark.parametrize("encoding", ["gzip", "GZIP", "x-gzip"])
def test_a_gzip_body_is_inflated(client, extractor, encoding):
    half = len(ARTICLE) // 2
    body = gzip.compress(ARTICLE[:half].encode()) + gzip.compress(ARTICLE[half:].encode())

    assert post_text(client, body, **{"Content-Encoding": encoding}).status_code == 200
    assert extractor.texts[-1] == ARTICLE


@pytest.mark.parametrize("body", [b"", b"A.", gzip.compress(b"A.")[:-4], gzip.compress(b"A.") + b"A."])
def test_what_is_no_whole_gzip_stream_is_refused(client, body):
    assert refusal(post_text(client, body, **{"Content-Encoding": "gzip"}), 400)["code"] == "malformed_body"


def test_a_body_is_inflated_no_further_than_the_limit(client):
    bomb = gzip.compress(bytes(50_000_000))[:1_900]

    problem = refusal(post_text(client, bomb, **{"Content-Encoding": "gzip"}), 413)

    assert (problem["code"], problem["limit"]) == ("body_too_large", 2_000)
    assert problem["actual"] <= 2_000 + STEP


@pytest.mark.parametrize("body", [b"[" * 65, b'{"text":' * 200, b'{"a": "\\"", "b": ' + b"[" * 64])
def test_json_is_nested_no_further_than_the_limit(client, body):
    problem = refusal(post_json(client, body), 413)

    assert (problem["code"], problem["limit"]) == ("json_too_deep", 64)


def test_brackets_in_a_string_are_no_nesting(client):
    assert post_json(client, {"text": '["' * 300}).status_code == 200


def test_an_article_beyond_the_bounded_number_that_waits_is_refused_at_once(app, client, extractor):
    gate = service_of(app).gate
    with ExitStack() as inside:
        for _ in range(1 + Settings().max_waiting):
            inside.enter_context(gate.pass_through())
        response = post_text(client, ARTICLE)

        assert refusal(response, 503)["code"] == "busy"
        assert response.headers["Retry-After"] == "2"
        assert extractor.texts[-1] != ARTICLE

    assert post_text(client, ARTICLE).status_code == 200
    assert gate.inside == 0


def test_an_article_that_takes_too_long_is_given_up(client, extractor):
    problem = refusal(post_text(client, SLOW), 504)

    assert (problem["code"], problem["detail"]) == (
        "deadline_passed",
        "30 seconds have passed, the last of them in fake",
    )
    assert post_text(client, ARTICLE).status_code == 200


def test_too_many_bytes_are_refused_with_limit_and_size(client):
    problem = refusal(post_text(client, "A" * 2_001), 413)

    assert (problem["code"], problem["limit"], problem["actual"]) == ("body_too_large", 2_000, 2_001)
    assert problem["detail"] == "the body: 2,001 bytes; at most 2,000"


def test_too_many_characters_are_refused_with_limit_and_size(client):
    problem = refusal(post_text(client, "A" * 1_001), 413)

    assert (problem["code"], problem["limit"], problem["actual"]) == ("text_too_long", 1_000, 1_001)


def test_the_limits_themselves_are_allowed(client):
    assert post_text(client, "é" * 1_000).status_code == 200


def test_a_bug_tells_the_request_s_id_and_nothing_of_the_article(client):
    problem = refusal(post_text(client, BROKEN, **{"X-Request-ID": "r-1"}), 500)

    assert (problem["code"], problem["request_id"]) == ("internal_error", "r-1")
    assert "secret" not in json.dumps(problem)


def test_a_long_name_of_an_unknown_field_is_cut(client):
    problem = refusal(post_json(client, {"text": "A.", "x" * 500: 1}), 422)

    assert len(problem["errors"][0]["pointer"]) == 100
