"""One article with everything marked, as a file that needs no other: it works from a disk, without a network."""

import base64
import hashlib
import html
import json
import re
from string import Template

from service.web.assets import ARTICLE_SCRIPTS, FOLDER, STYLE, read_markup

TITLE_LENGTH = 100
find_import = re.compile(r"^import .*;\n", re.MULTILINE)
find_export = re.compile(r"^export ", re.MULTILINE)


def render_page(text: str, extraction: str) -> str:
    """The page for text and its extraction, which is JSON with offsets in UTF-16 units."""
    script = join_scripts()
    style = (FOLDER / "static" / STYLE).read_text(encoding="utf-8")
    # Nothing runs but the script and the style that stand here, whatever the article holds.
    policy = f"default-src 'none'; script-src '{hash_source(script)}'; style-src '{hash_source(style)}'; img-src data:"
    return Template(read_markup("article.html")).substitute(
        policy=f"{policy}; base-uri 'none'; form-action 'none'",
        title=html.escape(read_title(text)),
        style=style,
        result=read_markup("result.html").replace("<!-- call -->", ""),
        data=escape_json(f'{{"text":{json.dumps(text, ensure_ascii=False)},"extraction":{extraction}}}'),
        script=script,
    )


def join_scripts() -> str:
    """The modules that show an article, as one: they share a scope, so that nothing need be imported."""
    modules = [(FOLDER / "static" / name).read_text(encoding="utf-8") for name in ARTICLE_SCRIPTS]
    return "".join(find_export.sub("", find_import.sub("", module)) for module in modules)


def hash_source(content: str) -> str:
    """The source expression of a policy that allows an inline script or style of this content and no other."""
    digest = hashlib.sha256(content.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"


def escape_json(content: str) -> str:
    r"""The same JSON without a "<", so that it ends no script and opens no comment.

    >>> escape_json('{"text":"</script><!--"}')
    '{"text":"\\u003c/script>\\u003c!--"}'
    """
    # In JSON the sign stands in strings only.
    return content.replace("<", "\\u003c")


def read_title(text: str) -> str:
    """The first line of text that is not blank, cut to a title's length.

    >>> read_title("\\n Acme grows \\nPARIS - Acme grew.")
    'Acme grows'
    """
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return lines[0][:TITLE_LENGTH] if lines else "An article"
