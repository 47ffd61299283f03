"""Articles in pages: what is text, what is not, and what a hostile page costs."""

import subprocess
import sys

import pytest

from service.errors import NoArticleError, TooManyTagsError
from service.html import MOST_TAGS, read_article
from tests.problems import read_problem

HEADLINE = "<h1>Galp doubles its\n solar <b>capacity</b></h1>"
BODY = (
    "<p>LISBON, March 2 (Reuters) - Galp plans to double its solar capacity by 2028.</p>"
    "<p>&ldquo;Demand has outgrown every forecast,&rdquo; said <b>Ana Sousa</b>, who leads the company&#39;s grid unit."
    " Output rose 12% last year, according to industry analysts.</p>"
)
TEXT = (
    "Galp doubles its solar capacity\n"
    "LISBON, March 2 (Reuters) - Galp plans to double its solar capacity by 2028.\n"
    "“Demand has outgrown every forecast,” said Ana Sousa, who leads the company's grid unit."
    " Output rose 12% last year, according to industry analysts.\n"
)


def page(body, head=""):
    return f"<!doctype html><html><head><title>The Paper</title>{head}</head><body>{body}</body></html>"


@pytest.mark.parametrize(
    "html",
    [
        page(f"<article>{HEADLINE}{BODY}</article>"),
        page(f"<header>{HEADLINE}</header><main><article>{BODY}</article></main>"),
        page(f"<nav><a href='/'>Home</a></nav><article>{HEADLINE}{BODY}</article><footer>Imprint</footer>"),
        page(f"<article>{HEADLINE}{BODY}<script>var secret = 1;</script><style>p {{color: red}}</style></article>"),
        page(f"<article>{HEADLINE}{BODY}<!-- secret --></article>", "<script>secret()</script>"),
    ],
    ids=["article", "headline outside", "navigation", "script", "comment"],
)
def test_an_article_is_found_headline_first(html):
    assert read_article(html) == TEXT


def test_entities_of_a_page_s_own_are_not_read(tmp_path):
    (tmp_path / "file").write_text("secret")
    declared = f'<!DOCTYPE html [<!ENTITY a "secret"><!ENTITY b SYSTEM "file://{tmp_path}/file">]>'

    assert "secret" not in read_article(f"{declared}<html><body><article>{BODY}<p>&a; &b;</p></article></body></html>")


@pytest.mark.parametrize("html", ["", "  ", "<html></html>", page("<nav><a href='/'>Home</a></nav>"), "<" * 100])
def test_a_page_without_article_is_refused(html):
    with pytest.raises(NoArticleError):
        read_article(html)


@pytest.mark.parametrize("piece", ["<div>", "<p>One said that it is so.", "<b>", "<table><tr><td>", "<ul><li>a"])
def test_a_page_of_too_many_tags_is_refused(piece):
    with pytest.raises(TooManyTagsError):
        read_article(piece * (MOST_TAGS + 1))


@pytest.mark.parametrize("piece", ["<div>", "<b>", "<table><tr><td>", "<ul><li>a", "&lt;", "&amp;amp;", "<p a=b "])
def test_a_hostile_page_is_read_or_refused(piece):
    """Whatever it holds; that it ends is what is looked at."""
    count = (MOST_TAGS - 20) // max(1, piece.count("<"))
    try:
        assert read_article(page(piece * count))
    except NoArticleError:
        return


def test_html_over_http_is_answered_with_its_text(client):
    response = client.post("/v1/extract?id=7", data=page(f"<p>{BODY}</p>"), content_type="text/html")

    answer = response.json
    assert response.status_code == 200
    assert list(answer)[:2] == ["id", "text"]
    assert answer["text"] == TEXT.partition("\n")[2]
    dateline = answer["dateline"]
    assert answer["text"][dateline["start"] : dateline["end"]] == dateline["text"] == "LISBON, March 2 (Reuters)"
    assert "text" not in client.post("/v1/extract", data=answer["text"], content_type="text/plain").json


def test_the_tag_of_an_answer_with_text_is_another(client):
    text = client.post("/v1/extract", data=BODY, content_type="text/html")
    plain = client.post("/v1/extract", data=text.json["text"].encode(), content_type="text/plain")

    assert text.headers["ETag"] != plain.headers["ETag"]


@pytest.mark.parametrize(
    ("body", "query", "status", "code"),
    [
        (b"<nav>Home</nav>", "", 422, "no_article"),
        (b"", "", 422, "no_article"),
        (b"\xff", "", 400, "malformed_body"),
        (b"<p>", "?colour=red", 422, "invalid_request"),
        (b"<" * 1_999, "", 422, "no_article"),
    ],
)
def test_a_page_that_cannot_be_read_is_a_problem(client, body, query, status, code):
    response = client.post(f"/v1/extract{query}", data=body, content_type="text/html")

    assert response.status_code == status
    assert read_problem(response.data, response.content_type, status)["code"] == code


def test_what_reads_pages_is_loaded_only_when_one_is_read():
    code = "import sys, service.api.wsgi, service.__main__; print('trafilatura' in sys.modules, 'lxml' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert ran.stdout == "False False\n"
