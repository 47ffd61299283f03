"""The page of the OpenAPI document in a real browser: it shows every operation, and tries them, offline."""

import json
import shutil
import threading

import pytest
from playwright.sync_api import sync_playwright
from werkzeug.serving import make_server

CHROMIUM = shutil.which("chromium")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="there is no chromium on this machine")
# Milliseconds after which a page that does not show what it must has failed.
PATIENCE = 60_000


@pytest.fixture
def origin(app):
    """Where an application with a fake extractor listens."""
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def page():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page()
        page.set_default_timeout(PATIENCE)
        yield page
        browser.close()


def test_every_operation_is_shown_and_can_be_tried(page, origin, client):
    complaints, asked = [], []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))

    page.goto(f"{origin}/docs")
    operations = page.locator(".opblock-summary-path")
    operations.first.wait_for()
    shown = [path.replace("\u200b", "") for path in operations.all_inner_texts()]
    page.locator("#operations-default-extract .opblock-summary-control").click()
    page.locator("button.execute").click()
    answer = page.locator(".live-responses-table .response")
    answer.wait_for()

    assert shown == list(client.get("/openapi.json").json["paths"])
    assert answer.locator(".response-col_status").inner_text().split() == ["200"]
    body = json.loads(answer.locator(".highlight-code code").first.inner_text())
    assert body["dateline"]["text"] == "LISBON, March 2 (Reuters)"
    assert complaints == []
    assert [url for url in asked if not url.startswith(f"{origin}/")] == []
    assert any("/v1/extract" in url for url in asked)
