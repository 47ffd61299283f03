"""An article as one file: what it may run, and that no article breaks out of it."""

import json
import re

import pytest

from service.web.assets import ARTICLE_SCRIPTS, FOLDER
from service.web.render import escape_json, hash_source, join_scripts, read_title, render_page

EXTRACTION = '{"dateline":null,"quoted_sources":[],"organisations":[],"key_claims":[],"warnings":["</script>"]}'
HOSTILE = "</script><script>alert(1)</script><!-- $style ${data} \r\n\u2028 😀 ‮<b onclick=alert(1)>"


def read_block(page, opening):
    return page.partition(opening)[2].partition("</script>")[0]


@pytest.mark.parametrize("text", ["PARIS - Acme grew.", HOSTILE, "", "\x00\ud7ff"])
def test_the_article_is_kept_to_the_letter(text):
    page = render_page(text, EXTRACTION)

    data = json.loads(read_block(page, '<script type="application/json" id="article-data">'))
    assert data == {"text": text, "extraction": json.loads(EXTRACTION)}


def test_no_article_opens_a_script_of_its_own():
    page = render_page(HOSTILE, EXTRACTION)

    assert re.findall(r"<script[^>]*>", page) == re.findall(r"<script[^>]*>", render_page("Acme.", EXTRACTION))
    assert "alert(1)>" not in page.replace(escape_json(json.dumps(HOSTILE, ensure_ascii=False)), "").replace("&gt;", "")


def test_nothing_but_what_stands_in_the_file_may_run():
    page = render_page("Acme.", EXTRACTION)
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', page)[1]

    style = re.search(r"<style>(.*?)</style>", page, re.DOTALL)[1]
    script = read_block(page, '<script type="module">')
    assert f"script-src '{hash_source(script)}'" in policy
    assert f"style-src '{hash_source(style)}'" in policy
    assert policy.startswith("default-src 'none'; ")
    assert not re.search(r"unsafe|https?:|connect-src", policy)
    # Names of namespaces apart, nothing leads anywhere else.
    assert not re.search(r"(?:src|href)=\"(?!#|data:,)", page)


def test_the_scripts_are_one_without_imports_in_the_order_of_their_imports():
    assert not re.search(r"^(import|export) ", join_scripts(), re.MULTILINE)
    for index, name in enumerate(ARTICLE_SCRIPTS):
        content = (FOLDER / "static" / name).read_text(encoding="utf-8")
        imported = re.findall(r"from \"\./([^\"]+)\"", content)
        assert set(imported) <= set(ARTICLE_SCRIPTS[:index])


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Acme grows\nPARIS - It did.", "Acme grows"),
        ("\n\n  Acme \n", "Acme"),
        (" \n", "An article"),
        ("a" * 200, "a" * 100),
    ],
)
def test_the_title_is_the_first_line(text, title):
    assert read_title(text) == title
    assert f"<title>{title}</title>" in render_page(text, EXTRACTION)
