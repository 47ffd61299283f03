"""How an article is named: by the client's id where that is a URI, else by its text."""

import pytest

from service.formats.article import name_article
from service.request import ExtractRequest

BY_TEXT = "ni:///sha-256;FD2PtcSdMTsvYNSd9tdczna3HIXFffA7EX0V1dH601w"


@pytest.mark.parametrize(
    "uri", ["https://example.org/a/7?b=c&d=%20", "urn:newsml:example.org:20260302:7", "tag:example.org,2026:7"]
)
def test_an_id_that_is_a_uri_names_the_article(uri):
    assert name_article(ExtractRequest("Acme grew.", id=uri)) == uri


@pytest.mark.parametrize(
    "other",
    [
        None,
        "",
        "story-7",
        "7:1",
        "urn:",
        "https://example.org/a b",
        "https://example.org/a#b",
        "https://example.org/%zz",
        "https://example.org/é",
        "https://example.org/\n",
        'https://example.org/"><script>',
    ],
)
def test_what_is_no_uri_leaves_the_name_to_the_text(other):
    assert name_article(ExtractRequest("Acme grew.", id=other)) == BY_TEXT


def test_another_text_has_another_name():
    assert name_article(ExtractRequest("Acme grew. ")) != BY_TEXT
