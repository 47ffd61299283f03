"""A real browser, and the service for it: once as it ships, and with a fake extractor where a test needs to rule it."""

import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, sync_playwright
from werkzeug.serving import make_server

from benchmarks.server import HOST, run_server
from service.api.app import create_app

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic"]
MILLISECONDS = 30_000
# How Chromium reports an answer that is an error, which some tests ask for.
REFUSED = "Failed to load resource"


@dataclass
class Watched:
    """A page with what it said and whom it asked."""

    page: Page
    complaints: list[str] = field(default_factory=list)
    addresses: list[str] = field(default_factory=list)

    def note_message(self, message: ConsoleMessage) -> None:
        """Keep what is an error or a warning."""
        if message.type in ("error", "warning") and not message.text.startswith(REFUSED):
            self.complaints.append(message.text)

    def note_error(self, error: Exception) -> None:
        """Keep what no script caught."""
        self.complaints.append(str(error))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = shutil.which("chromium")
    if path is None:
        pytest.skip("there is no chromium on this machine: apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def origin() -> Iterator[str]:
    """The service as it ships."""
    with run_server() as server:
        yield f"http://{HOST}:{server.port}"


@pytest.fixture
def visit(browser):
    """Opens an address; at the end no console may have complained, and nobody else may have been asked."""
    opened = []

    def open_page(address: str, **context) -> Page:
        page = browser.new_context(**context).new_page()
        page.set_default_timeout(MILLISECONDS)
        watched = Watched(page)
        page.on("console", watched.note_message)
        page.on("pageerror", watched.note_error)
        page.on("request", lambda request: watched.addresses.append(request.url))
        opened.append((address, watched))
        page.goto(address)
        return page

    yield open_page
    for address, watched in opened:
        assert watched.complaints == []
        assert [asked for asked in watched.addresses if not asked.startswith(address)] == []
        watched.page.context.close()


@contextmanager
def serve_fake(settings, extractor) -> Iterator[str]:
    """The origin of a service around extractor, for the length of a block."""
    server = make_server(HOST, 0, create_app(settings, extractor), threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://{HOST}:{server.port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
