"""API keys and other origins: closed where the settings say so, open where they say nothing."""

import os

import pytest

from service.api.app import create_app
from service.api.keys import ApiKeys
from service.settings import Settings
from tests.problems import read_problem

ORIGIN = "https://newsroom.example"


def open_client(extractor, **settings):
    return create_app(Settings(**settings), extractor).test_client()


@pytest.fixture
def locked(extractor):
    return open_client(extractor, api_keys=("first", "zweiter-schlüssel"))


@pytest.mark.parametrize(
    "headers",
    [
        {"Authorization": "Bearer first"},
        {"Authorization": "bearer first"},
        {"X-API-Key": "first"},
        {"X-API-Key": "zweiter-schlüssel".encode().decode("latin-1")},
    ],
)
def test_whoever_shows_a_key_is_answered(locked, headers):
    assert locked.get("/v1/info", headers=headers).status_code == 200


@pytest.mark.parametrize(
    "headers", [{}, {"X-API-Key": ""}, {"X-API-Key": "firs"}, {"Authorization": "Basic first"}, {"X-API-Key": "\xff"}]
)
@pytest.mark.parametrize("path", ["/v1/info", "/metrics", "/nowhere", "/docs/nowhere/"])
def test_whoever_shows_none_is_not(locked, path, headers):
    response = locked.get(path, headers=headers)

    assert read_problem(response.data, response.content_type, 401)["code"] == "unauthorised"
    assert response.headers["WWW-Authenticate"] == "Bearer"


@pytest.mark.parametrize("path", ["/livez", "/readyz"])
def test_health_needs_no_key(locked, path):
    assert locked.get(path).status_code == 200


def test_keys_of_a_file_are_exchanged_without_a_restart(tmp_path):
    file = tmp_path / "keys"
    file.write_text("# newsroom\nold\n\n desk \n", encoding="utf-8")
    keys = ApiKeys(("fixed",), file)
    assert [keys.allow(key) for key in ("old", "desk", "fixed", "new", "", "# newsroom")] == [True] * 3 + [False] * 3

    file.write_text("new\n", encoding="utf-8")
    os.utime(file, ns=(1, 1))
    assert [keys.allow(key) for key in ("old", "new", "fixed")] == [False, True, True]

    file.unlink()
    assert keys.allow("new")


def test_a_file_without_keys_lets_nobody_in(tmp_path):
    file = tmp_path / "keys"
    file.write_text("", encoding="utf-8")

    keys = ApiKeys((), file)

    assert not keys.is_open
    assert not keys.allow("")


def test_no_page_of_another_origin_may_call_unless_the_settings_name_it(client, extractor):
    asked = {"Origin": ORIGIN, "Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "X-API-Key"}
    assert "Access-Control-Allow-Origin" not in client.options("/v1/extract", headers=asked).headers

    named = open_client(extractor, cors_origins=(ORIGIN,), api_keys=("first",))
    preflight = named.options("/v1/extract", headers=asked)
    assert preflight.status_code == 200
    assert preflight.headers["Access-Control-Allow-Origin"] == ORIGIN
    assert "x-api-key" in preflight.headers["Access-Control-Allow-Headers"].lower()

    answer = named.get("/v1/info", headers={"Origin": ORIGIN, "X-API-Key": "first"})
    assert answer.headers["Access-Control-Allow-Origin"] == ORIGIN
    assert "ETag" in answer.headers["Access-Control-Expose-Headers"]
    stranger = named.get("/v1/info", headers={"Origin": "https://other.example", "X-API-Key": "first"})
    assert "Access-Control-Allow-Origin" not in stranger.headers
