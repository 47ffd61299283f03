"""The bodies that schemathesis cannot make of the OpenAPI document: pages that hold an article, and lines of JSON.

It loads this from where `contract.py` says.
"""

import schemathesis

# Enough for an article. It stands first, so that nothing odd in the page hides it.
PARAGRAPH = f"<p>The council said on Monday that it would rebuild both bridges. {'The river rose again. ' * 20}</p>"


@schemathesis.serializer("text/html")
def make_page(context: schemathesis.SerializationContext, value: object) -> bytes:
    """A page with an article, as the document cannot say that others are refused; nothing for what is no text."""
    if not isinstance(value, str | bytes):
        return b""
    return b"<html><body>" + PARAGRAPH.encode() + encode(value) + b"</body></html>"


@schemathesis.serializer("application/x-ndjson")
def make_lines(context: schemathesis.SerializationContext, value: object) -> bytes:
    """The lines as they are: one that is no article is answered in its place."""
    return encode(value)


def encode(value: object) -> bytes:
    """What was made for a body, as bytes."""
    return value if isinstance(value, bytes) else str(value).encode("utf-8", "surrogatepass")
