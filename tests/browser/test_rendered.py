"""A rendered article, opened from a disk."""

import pytest
from playwright.sync_api import expect

from service.extraction import ExtractionOptions
from service.request import ExtractRequest
from service.schemas.extraction import render_extraction
from service.web.render import render_page
from tests.fakes import FakeExtractor

HOSTILE = "</script><script>alert(1)</script><!--\nPARIS 😀 - Acme’s <b>Acme</b>\r\n\r\ngrew.‮ Acme\n"


@pytest.fixture
def rendered(tmp_path):
    def write(text):
        request = ExtractRequest(text, ExtractionOptions(), offset_unit="utf16")
        path = tmp_path / "article.html"
        path.write_bytes(render_page(text, render_extraction(FakeExtractor().extract(text), request)).encode())
        return path.as_uri()

    return write


def test_a_file_shows_its_marks_without_a_server(visit, rendered):
    page = visit(rendered(HOSTILE))

    expect(page.locator("#text mark.organisation")).to_have_text(["Acme", "Acme", "Acme"])
    assert page.locator("#text").text_content() == HOSTILE
    assert page.locator("#text :not(p, mark)").count() == 0
    page.get_by_role("tab", name="Organisations").click()
    page.locator("#entry-o1 h3").hover()
    expect(page.locator("#text mark.lit")).to_have_count(3)
    assert page.locator("#call").count() == 0


def test_nothing_else_in_a_file_can_run(browser, rendered):
    page = browser.new_page()
    page.goto(rendered("PARIS - Acme grew."))
    with page.expect_console_message(predicate=is_refusal):
        page.evaluate("() => document.body.insertAdjacentHTML('beforeend', '<p onclick=\"window.ran = 1\">.</p>')")
        page.locator("p[onclick]").click()

    assert page.evaluate("window.ran") is None
    page.close()


def is_refusal(message):
    return "Content Security Policy" in message.text
