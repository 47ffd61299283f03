"""A real browser, and servers for it: one that reads with the trained model, others whose extractor a test rules."""

import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, expect, sync_playwright
from werkzeug.serving import make_server

from benchmarks.server import HOST
from service import Extractor
from service.api.app import create_app
from service.extraction import ExtractionOptions
from service.settings import Settings

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic"]
MILLISECONDS = 30_000
# How Chromium reports an answer that is an error, which some tests ask for.
REFUSED = "Failed to load resource"


class RememberingExtractor:
    """The trained model; an article that it has read once, with the same options, it does not read again."""

    def __init__(self) -> None:
        self._extractor = Extractor.load()
        self._read = {}
        self.model = self._extractor.model
        self.table = None

    def count_strings(self):
        """Of no interest here."""
        return 0

    def extract(self, text, options=ExtractionOptions(), watch=None):
        """The extraction of text."""
        if (text, options) not in self._read:
            self._read[text, options] = self._extractor.extract(text, options, watch)
        return self._read[text, options]


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

    def note_request(self, request: Request) -> None:
        """Keep whom it asks."""
        self.addresses.append(request.url)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = shutil.which("chromium")
    if path is None:
        pytest.skip("there is no chromium on this machine: apt-get install chromium")
    expect.set_options(timeout=MILLISECONDS)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def origin() -> Iterator[str]:
    """Of a service with the trained model."""
    with serve(Settings(), RememberingExtractor()) as origin:
        yield origin


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
        page.on("request", watched.note_request)
        opened.append((address, watched))
        page.goto(address)
        return page

    yield open_page
    for address, watched in opened:
        assert watched.complaints == []
        assert [asked for asked in watched.addresses if not asked.startswith(address)] == []
        watched.page.context.close()


@contextmanager
def serve(settings, extractor) -> Iterator[str]:
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
