"""`make pictures`: the page as README.md shows it, taken anew with Chromium into docs/pictures."""

import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright

from benchmarks.server import HOST, run_server

FOLDER = Path(__file__).with_name("pictures")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic"]
WIDE = {"width": 1280, "height": 860}
NARROW = {"width": 390, "height": 760}


@dataclass(frozen=True, slots=True)
class Picture:
    """What is photographed: a sample, the tab beside it, what is pointed at, and the screen."""

    name: str
    sample: str
    tab: str
    pointed_at: str
    screen: dict[str, Any]


PICTURES = (
    Picture("light", "A port closes", "Sources", "#result-title", {"viewport": WIDE, "color_scheme": "light"}),
    Picture("dark", "A river floods", "Claims", "#entry-c2 h3", {"viewport": WIDE, "color_scheme": "dark"}),
    Picture("narrow", "A trial ends", "Organisations", "#entry-o1 h3", {"viewport": NARROW, "color_scheme": "light"}),
)


def main() -> None:
    """Take every picture."""
    path = shutil.which("chromium")
    if path is None:
        sys.exit("there is no chromium on this machine: apt-get install chromium")
    FOLDER.mkdir(exist_ok=True)
    with run_server() as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        for picture in PICTURES:
            take_picture(browser, f"http://{HOST}:{server.port}", picture)
        browser.close()


def take_picture(browser: Browser, address: str, picture: Picture) -> None:
    """Write the picture of the page at address."""
    page = browser.new_page(**picture.screen)
    page.goto(address)
    page.get_by_role("button", name=picture.sample).click()
    page.get_by_role("tab", name=picture.tab).click()
    page.locator("#result").evaluate("result => result.scrollIntoView()")
    page.locator(picture.pointed_at).hover()
    page.screenshot(path=FOLDER / f"{picture.name}.png")
    page.close()


if __name__ == "__main__":
    main()
