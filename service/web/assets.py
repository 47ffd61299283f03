"""The files of the pages, each read once: what a browser may ask for, and nothing else."""

import hashlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent
# Below each other so that a module stands behind those it imports: a rendered article holds them in this order.
ARTICLE_SCRIPTS = (
    "dom.js",
    "marks.js",
    "text.js",
    "tabs.js",
    "entries.js",
    "lights.js",
    "copy.js",
    "result.js",
    "article.js",
)
STYLE = "page.css"
STATIC = (
    *ARTICLE_SCRIPTS,
    "ask.js",
    "icon.svg",
    "page.js",
    STYLE,
    "sample-business.txt",
    "sample-floods.txt",
    "sample-health.txt",
)
MEDIA_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
}


@dataclass(frozen=True, slots=True)
class Asset:
    """What a browser gets. digest: SHA-256 of the content, in hexadecimal."""

    content: bytes
    media_type: str
    digest: str


@cache
def read_page() -> Asset:
    """The page."""
    result = read_markup("result.html").replace("<!-- call -->", read_markup("call.html"))
    return _make_asset(read_markup("page.html").replace("<!-- result -->", result).encode(), ".html")


def read_static(name: str) -> Asset | None:
    """The file of this name; None where the page has none."""
    if name not in STATIC:
        return None
    return read_file(FOLDER / "static" / name)


@cache
def read_file(path: Path) -> Asset:
    """A file of the package, as it stands."""
    return _make_asset(path.read_bytes(), path.suffix)


def read_markup(name: str) -> str:
    """A page, or a part of one, as it stands in its file."""
    return (FOLDER / name).read_text(encoding="utf-8")


def _make_asset(content: bytes, suffix: str) -> Asset:
    return Asset(content, MEDIA_TYPES[suffix], hashlib.sha256(content).hexdigest())
