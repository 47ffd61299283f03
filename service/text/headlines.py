"""Which lines at the head of an article are headlines."""

import re

# Code points from the start of the article in which a headline begins.
HEAD = 400
is_line_end = re.compile(r" *(?:\n|\Z)").match
CLOSING = (".", "!", "”", '"', "…")


def is_headline(text: str, start: int, end: int) -> bool:
    """Whether start to end is a line of its own without a closing stop, near the head of the article.

    >>> text = "Bridge to close\\nThe bridge will close.\\nBy then"
    >>> is_headline(text, 0, 15), is_headline(text, 16, 38), is_headline(text, 16, 26)
    (True, False, False)
    """
    if start > HEAD:
        return False
    line = text[start:end].rstrip()
    precedes = text[:start].rstrip(" ")[-1:]
    is_whole = precedes in ("", "\n") and is_line_end(text, start + len(line)) is not None
    return is_whole and not line.endswith(CLOSING)
