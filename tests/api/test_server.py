"""The service as it ships, gunicorn with the trained model: nothing that a client sends may harm the next one."""

import hashlib
import http.client
import json
import signal
import time
from contextlib import closing

import pytest

from benchmarks.server import PATIENCE, ROOT, TEXT, start_ready_server, start_server
from tests.problems import read_problem

ARTICLE = "PARIS, March 2 (Reuters) - Shares of Nvidia rose 3% on Monday, analysts said.\n"
# Stands in every article that is refused here, and in no other place: what the log must never hold.
SECRET = "zebrafinch"
JSON = {"Content-Type": "application/json"}
HEAD = b"POST /v1/extract HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\n"


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    server = start_ready_server(tmp_path_factory.mktemp("server") / "log")
    yield server
    server.stop()


@pytest.fixture
def post(server):
    """Sends a body to /v1/extract, then makes sure that the server still reads an article."""

    def send(body, headers, query="", chunked=False):
        answer = server.send("POST", f"/v1/extract{query}", body, headers, chunked)
        after = server.send("POST", "/v1/extract", ARTICLE.encode(), TEXT)
        assert (after.status, json.loads(after.body)["dateline"]["text"]) == (200, "PARIS, March 2 (Reuters)")
        return answer

    return send


def refusal(answer, status):
    assert answer.status == status
    problem = read_problem(answer.body, answer.headers["Content-Type"], status)
    assert problem["request_id"] == answer.headers["X-Request-ID"]
    assert SECRET not in answer.body.decode()
    return problem


def as_json(**members):
    return json.dumps(members).encode()


def test_an_article_is_read(post):
    content = json.loads(post(as_json(text=ARTICLE, id="7", published="2026-03-03"), JSON).body)

    assert (content["id"], content["dateline"]["date"]) == ("7", "2026-03-02")
    assert [organisation["name"] for organisation in content["organisations"]] == ["Nvidia"]
    for mention in content["organisations"][0]["mentions"]:
        assert ARTICLE[mention["start"] : mention["end"]] == mention["text"]


def test_json_and_plain_text_are_answered_with_the_same_bytes(post):
    assert post(ARTICLE.encode(), TEXT).body == post(as_json(text=ARTICLE), JSON).body


@pytest.mark.parametrize(
    "text",
    [
        "...!? — “”",
        ")",
        "“" * 2_000,
        "He said: “It is not over.\n\n“It never was,” she said. ”\n",
        "'\"“‘«",
        "😀" * 500 + " said 👩‍👩‍👧‍👦 𝒜𝓁𝒾𝒸ℯ of 🇫🇷.",
        "Nvidia\u0000 said\u0007 so\u001b[31m.\u009f\ufffe\uffff",
        "\ufeffPARIS - Nvidia rose.",
        "\u202eNvidia rose.\u202c\u200b",
        "a" * 20_000,
        "Nvidia " * 3_000,
        "\n" * 5_000 + "Nvidia rose.",
        "A\r\nB\rC\u2028D\u0085E",
    ],
    ids=range(13),
)
def test_odd_articles_are_read(post, text):
    answer = post(text.encode(), TEXT)

    assert answer.status == 200
    content = json.loads(answer.body)
    assert content["dateline"] is None or text[: content["dateline"]["end"]].endswith(content["dateline"]["text"])
    for organisation in content["organisations"]:
        for mention in organisation["mentions"]:
            assert text[mention["start"] : mention["end"]] == mention["text"]


@pytest.mark.parametrize("text", ["...", "?!", "“”", "—"])
def test_nothing_is_found_in_punctuation(post, text):
    content = json.loads(post(text.encode(), TEXT).body)

    assert content["dateline"] is None
    assert [content[name] for name in ("quoted_sources", "organisations", "key_claims")] == [[], [], []]


@pytest.mark.parametrize(
    ("body", "headers", "query", "status", "code"),
    [
        (b"", TEXT, "", 422, "blank_text"),
        (b" \r\n\t\xc2\xa0", TEXT, "", 422, "blank_text"),
        (as_json(text=""), JSON, "", 422, "blank_text"),
        (as_json(text=" \n"), JSON, "", 422, "blank_text"),
        (b"", JSON, "", 400, "malformed_body"),
        (b'{"text": "zebrafinch', JSON, "", 400, "malformed_body"),
        (b'{"text": "zebrafinch \xff"}', JSON, "", 400, "malformed_body"),
        (b"zebrafinch \xff\xfe", TEXT, "", 400, "malformed_body"),
        (b"[" * 500_000, JSON, "", 413, "json_too_deep"),
        (b'{"text": "zebrafinch \\ud83d"}', JSON, "", 400, "invalid_unicode"),
        (b'{"text": "\\ude00 zebrafinch"}', JSON, "", 400, "invalid_unicode"),
        (as_json(text=SECRET, txet=SECRET), JSON, "", 422, "invalid_request"),
        (as_json(text=[SECRET]), JSON, "", 422, "invalid_request"),
        (as_json(text=SECRET, features=["places"]), JSON, "", 422, "invalid_request"),
        (as_json(text=SECRET, max_claims=51), JSON, "", 422, "invalid_request"),
        (as_json(text=SECRET, published="2026-13-01"), JSON, "", 422, "invalid_request"),
        (SECRET.encode(), TEXT, "?features=places", 422, "invalid_request"),
        (SECRET.encode(), TEXT, "?colour=red", 422, "invalid_request"),
        (SECRET.encode() * 20_000, TEXT, "", 413, "text_too_long"),
        (b"zebrafinch" + b"a" * 199_990, TEXT, "", 413, "text_too_long"),
        (as_json(text=SECRET * 20_000), JSON, "", 413, "text_too_long"),
        (SECRET.encode() * 200_000, TEXT, "", 413, "body_too_large"),
        (SECRET.encode() * 1_000_000, JSON, "", 413, "body_too_large"),
        (SECRET.encode(), {}, "", 415, "unsupported_type"),
        (SECRET.encode(), {"Content-Type": "application/x-www-form-urlencoded"}, "", 415, "unsupported_type"),
        (SECRET.encode(), {"Content-Type": "application/xml"}, "", 415, "unsupported_type"),
        (SECRET.encode(), {"Content-Type": "text/plain; charset=latin-1"}, "", 415, "unsupported_type"),
        (SECRET.encode(), {**TEXT, "Content-Encoding": "gzip"}, "", 400, "malformed_body"),
        (SECRET.encode() * 200_000, {"Content-Type": "application/xml"}, "", 415, "unsupported_type"),
        (SECRET.encode(), {**TEXT, "Accept": "text/html"}, "", 406, "not_acceptable"),
    ],
    ids=range(30),
)
def test_a_bad_request_is_refused_and_harms_no_other(post, body, headers, query, status, code):
    assert refusal(post(body, headers, query), status)["code"] == code


def test_the_page_is_served(server):
    answer = server.send("GET", "/")

    assert (answer.status, answer.headers["Content-Type"]) == (200, "text/html; charset=utf-8")
    assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'; script-src 'self'; ")


def test_a_body_in_chunks_is_read(post):
    answer = post(iter([ARTICLE[:10].encode(), ARTICLE[10:].encode()]), TEXT, chunked=True)

    assert json.loads(answer.body)["dateline"]["text"] == "PARIS, March 2 (Reuters)"


def test_a_body_in_chunks_has_the_same_limit(post):
    problem = refusal(post(iter([SECRET.encode() * 10_000] * 20), TEXT, chunked=True), 413)

    assert (problem["code"], problem["limit"], problem["actual"]) == ("body_too_large", 1_048_576, 2_000_000)


@pytest.mark.parametrize(
    ("method", "path", "status"), [("GET", "/v1/extract", 405), ("PUT", "/livez", 405), ("GET", "/nowhere", 404)]
)
def test_a_path_or_method_that_is_not_served(server, method, path, status):
    refusal(server.send(method, path), status)


@pytest.mark.parametrize(
    ("content", "status"),
    [
        (b"zebrafinch is not HTTP\r\n\r\n", 400),
        (b"GET /livez HTTP/1.1\r\nzebra finch\r\n\r\n", 400),
        (b"GET /" + b"a" * 10_000 + b" HTTP/1.1\r\n\r\n", 414),
        (
            HEAD + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n",
            400,
        ),
    ],
    ids=["no request line", "no header", "long path", "no chunk"],
)
def test_what_is_not_http_is_a_problem_too(server, content, status):
    head, _, body = server.send_raw(content).partition(b"\r\n\r\n")

    assert head.startswith(f"HTTP/1.1 {status} ".encode())
    read_problem(body, "application/problem+json", status)
    assert b"Content-Type: application/problem+json" in head
    assert SECRET not in body.decode()


def test_the_rest_of_a_body_longer_than_announced_is_neither_logged_nor_answered_with(server):
    answers = server.send_raw(HEAD + b"Content-Length: 5\r\n\r\nAcme. zebrafinch\r\n\r\n")

    assert answers.startswith(b"HTTP/1.1 200 ")
    assert b"HTTP/1.1 400 " in answers
    assert SECRET.encode() not in answers


def test_the_log_is_json_and_holds_no_article(post, server):
    """The last of the requests above left their lines; what they sent left none."""
    post(as_json(text=SECRET, features=["places"]), {**JSON, "X-Request-ID": "the-last"})
    log = server.log.read_text()

    assert next(json.loads(line) for line in log.splitlines() if "the-last" in line)["status"] == 422
    assert all(json.loads(line) for line in log.splitlines())
    assert SECRET not in log
    assert "Nvidia" not in log


def test_a_model_that_is_missing_stops_the_server(tmp_path):
    (tmp_path / "model").mkdir()
    server = start_server(tmp_path / "log", MODEL_PATH=str(tmp_path / "model"))

    assert server.process.wait(PATIENCE) != 0
    assert "ModelError" in server.log.read_text()
    assert "Traceback" not in server.log.read_text()


@pytest.mark.parametrize(
    ("variables", "complaint"),
    [
        ({"ORGANISATIONS_FILE": "bad.csv"}, "TableError: bad.csv is no table of organisations:\nline 3, name: empty"),
        ({"PORT": "70000"}, "SettingsError: PORT is 70000; it must be from 1 to 65535"),
    ],
)
def test_a_wrong_setting_stops_the_server_with_its_message_alone(tmp_path, variables, complaint):
    (tmp_path / "bad.csv").write_text("name,kind\nAcme,company\n,media\n")
    variables = {name: value.replace("bad.csv", str(tmp_path / "bad.csv")) for name, value in variables.items()}
    server = start_server(tmp_path / "log", **variables)

    assert server.process.wait(PATIENCE) == 1
    assert complaint in server.log.read_text().replace(f"{tmp_path}/", "")
    assert "Traceback" not in server.log.read_text()


def test_the_operators_table_serves_every_worker(tmp_path):
    server = start_ready_server(tmp_path / "log", ORGANISATIONS_FILE="examples/organisations.csv", WORKERS="2")
    try:
        info = json.loads(server.send("GET", "/v1/info").body)
        answer = json.loads(server.send("POST", "/v1/extract", ARTICLE.encode(), TEXT).body)
    finally:
        server.stop()

    content = (ROOT / "examples" / "organisations.csv").read_bytes()
    assert info["organisation_table"] == {"rows": 10, "digest": hashlib.sha256(content).hexdigest()}
    nvidia = {"wikidata": "Q182477", "ticker": "NVDA", "desk": "tech-07"}
    assert [found["identifiers"] for found in answer["organisations"]] == [nvidia]
    # The master reads it, once.
    assert server.log.read_text().count("10 organisations") == 1


def test_a_running_request_ends_before_the_server_does(tmp_path):
    server = start_ready_server(tmp_path / "log")
    with closing(http.client.HTTPConnection("127.0.0.1", server.port, timeout=PATIENCE)) as connection:
        connection.request("POST", "/v1/extract", ("Nvidia rose 3% on Monday. " * 800).encode(), TEXT)
        time.sleep(0.3)
        server.process.send_signal(signal.SIGTERM)
        status = connection.getresponse().status

    assert status == 200
    assert server.process.wait(PATIENCE) == 0
