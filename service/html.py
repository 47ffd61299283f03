"""The article in an HTML page, as plain text: headline first, a paragraph in a line."""

import logging
import re
from typing import Any

from service.errors import NoArticleError, TooManyTagsError

# Beyond that, reading a page takes seconds; real ones have some thousands.
MOST_TAGS = 20_000
# Fewer are a label, a link or an imprint.
LEAST_WORDS = 5
find_blanks = re.compile(r"\s+")
has_root = re.compile(r"<html[\s>]", re.IGNORECASE).search


def read_article(page: str) -> str:
    """The text of the article in page; NoArticleError where there is none, TooManyTagsError.

    Nothing is fetched, no script is run, and no entity is read that HTML does not define.
    """
    tags = page.count("<")
    if tags > MOST_TAGS:
        raise TooManyTagsError(limit=MOST_TAGS, actual=tags)
    # Imported only where a page is read: it takes a second, and memory that most processes never need.
    from trafilatura import extract, load_html

    # It may quote the page.
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    tree = load_html(page if has_root(page) else f"<html><body>{page}</body></html>")
    if tree is None:
        raise NoArticleError
    headline = find_headline(tree)
    text = extract(tree, include_comments=False, include_tables=False)
    if not text or len(text.split()) < LEAST_WORDS:
        raise NoArticleError
    if headline and not find_blanks.sub(" ", text).startswith(headline):
        text = f"{headline}\n{text}"
    return f"{text}\n"


def find_headline(tree: Any) -> str:
    """The page's one heading of the first rank in one line; empty where it has none, or several."""
    headings = tree.findall(".//h1")
    if len(headings) != 1:
        return ""
    return find_blanks.sub(" ", "".join(headings[0].itertext())).strip()
