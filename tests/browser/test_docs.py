"""The page of the OpenAPI document in a real browser: it shows every operation, and tries them, offline."""

import json

import pytest

from service.settings import Settings
from tests.browser.conftest import MILLISECONDS, serve
from tests.fakes import FakeExtractor


@pytest.fixture
def page(browser):
    page = browser.new_page()
    page.set_default_timeout(MILLISECONDS)
    yield page
    page.close()


def test_every_operation_is_shown_and_can_be_tried(page, client):
    complaints, asked = [], []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))

    with serve(Settings(), FakeExtractor()) as origin:
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
