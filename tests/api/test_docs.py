"""The page of the OpenAPI document: what it loads, from where, and what browsers let it do."""

import re

import pytest

from service.api.app import create_app
from service.settings import Settings
from tests.problems import read_problem

OPEN = ["/docs", "/docs/docs.js", "/docs/swagger-ui.css", "/docs/swagger-ui-bundle.js"]


def test_the_page_loads_what_the_service_has_and_nothing_else(client):
    page = client.get("/docs")
    loaded = re.findall(r'(?:src|href)="([^"]+)"', page.text)

    assert page.content_type == "text/html; charset=utf-8"
    assert sorted(loaded) == [
        "data:,",
        "docs/docs.js",
        "docs/swagger-ui-bundle.js",
        "docs/swagger-ui.css",
        "openapi.yaml",
    ]
    for path in loaded[1:]:
        assert client.get(f"/{path}").status_code == 200


def test_the_page_may_run_only_scripts_of_this_origin(client):
    policy = client.get("/docs").headers["Content-Security-Policy"]

    assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self'; ")
    assert "unsafe" not in policy
    assert "http" not in policy


@pytest.mark.parametrize(
    ("path", "content_type"),
    [
        ("/docs/docs.js", "text/javascript; charset=utf-8"),
        ("/docs/swagger-ui-bundle.js", "text/javascript; charset=utf-8"),
        ("/docs/swagger-ui.css", "text/css; charset=utf-8"),
    ],
)
def test_a_file_is_sent_again_only_when_it_has_changed(client, path, content_type):
    first = client.get(path)
    again = client.get(path, headers={"If-None-Match": first.headers["ETag"]})

    assert (first.status_code, first.content_type, first.headers["Cache-Control"]) == (200, content_type, "no-cache")
    assert (again.status_code, again.data) == (304, b"")


@pytest.mark.parametrize("name", ["swagger-ui.js", "index.css", "..%2Fdocs.html", "docs.py"])
def test_no_other_file_of_the_package_is_served(client, name):
    response = client.get(f"/docs/{name}")

    assert read_problem(response.data, response.content_type, 404)["code"] == "not_found"


@pytest.mark.parametrize("path", [*OPEN, "/openapi.json", "/openapi.yaml", "/openapi-3.0.json"])
def test_the_documentation_needs_no_key(extractor, path):
    locked = create_app(Settings(api_keys=("first",)), extractor).test_client()

    assert locked.get(path).status_code == 200
