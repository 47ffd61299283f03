"""The page and its files: what a browser gets, under which policy, and nothing that is not on the list."""

import re

import pytest

from service.api.app import create_app
from service.settings import Settings
from service.web.assets import FOLDER, MEDIA_TYPES, STATIC
from tests.problems import read_problem

POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "connect-src": "'self'",
    "img-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'none'",
    "frame-ancestors": "'none'",
}
PATHS = ["/", *[f"/static/{name}" for name in STATIC]]


def test_the_list_is_the_folder():
    assert sorted(STATIC) == sorted(path.name for path in (FOLDER / "static").iterdir())


@pytest.mark.parametrize("path", PATHS)
def test_a_file_has_its_type_and_the_strict_policy(client, path):
    response = client.get(path)

    suffix = "." + path.rpartition(".")[2] if path != "/" else ".html"
    assert response.status_code == 200
    assert response.headers["Content-Type"] == MEDIA_TYPES[suffix]
    directives = response.headers["Content-Security-Policy"].split("; ")
    assert dict(directive.split(" ", 1) for directive in directives) == POLICY
    assert response.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("path", PATHS)
def test_a_file_that_the_browser_has_is_not_sent_again(client, path):
    first = client.get(path)
    again = client.get(path, headers={"If-None-Match": first.headers["ETag"]})

    assert first.headers["Cache-Control"] == "no-cache"
    assert (again.status_code, again.data) == (304, b"")


@pytest.mark.parametrize(
    "path",
    [
        "/static/",
        "/static/page.html",
        "/static/assets.py",
        "/static/../assets.py",
        "/static/%2e%2e/assets.py",
        "/static/..%2fassets.py",
        "/static/%2fetc%2fpasswd",
        "/static/page.css%00",
        "/static/PAGE.CSS",
        "/static/samples/sample-health.txt",
    ],
)
def test_what_is_not_on_the_list_is_not_found(client, path):
    response = client.get(path)

    assert read_problem(response.data, response.content_type, 404)["code"] == "not_found"


def test_a_page_takes_no_post(client):
    response = client.post("/")

    assert read_problem(response.data, response.content_type, 405)["code"] == "method_not_allowed"
    assert set(response.headers["Allow"].split(", ")) == {"GET", "HEAD", "OPTIONS"}


@pytest.mark.parametrize("path", PATHS)
def test_the_page_needs_no_key(extractor, path):
    locked = create_app(Settings(api_keys=("first",)), extractor).test_client()

    assert locked.get(path).status_code == 200
    assert locked.post("/v1/extract", data="Acme.", content_type="text/plain").status_code == 401


def test_nothing_in_the_page_is_inline_or_of_another_origin(client):
    content = client.get("/").get_data(as_text=True)

    assert not re.search(r"<style|style=|\son\w+=|javascript:|https?://", content)
    assert not re.search(r"<script(?![^>]*\ssrc=)", content)


def test_every_file_that_the_page_names_is_there(client):
    named = re.findall(r"(?:src|href)=\"(static/[^\"]+)\"", client.get("/").get_data(as_text=True))
    imported = [
        f"static/{name}"
        for script in STATIC
        if script.endswith(".js")
        for name in re.findall(r"from \"\./([^\"]+)\"", client.get(f"/static/{script}").get_data(as_text=True))
    ]

    assert "static/page.js" in named
    assert {client.get(f"/{path}").status_code for path in [*named, *imported]} == {200}


def test_the_samples_are_on_the_page_and_short_enough_to_read(client):
    content = client.get("/").get_data(as_text=True)
    samples = re.findall(r'data-sample="([^"]+)" data-published="(\d{4}-\d\d-\d\d)"', content)

    assert sorted(name for name, _ in samples) == [name for name in sorted(STATIC) if name.endswith(".txt")]
    for name, _ in samples:
        assert 250 <= len(client.get(f"/static/{name}").get_data(as_text=True).split()) <= 450


@pytest.mark.parametrize("script", [name for name in STATIC if name.endswith(".js")])
def test_no_script_writes_markup_or_runs_text(client, script):
    """What an article says becomes text, and never anything else."""
    content = client.get(f"/static/{script}").get_data(as_text=True)

    assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|new Function|setHTML", content)
    assert len(content.splitlines()) <= 250
