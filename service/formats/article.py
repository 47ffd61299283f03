"""What the formats have in common: a URI for the article and for each stretch of its text, quotations in its order."""

import base64
import hashlib
import re

from service.extraction import (
    Dateline,
    Extraction,
    KeyClaim,
    Location,
    OrganisationMention,
    Quote,
    QuotedSource,
    TextSpan,
)
from service.request import ExtractRequest

Span = TextSpan | Dateline | Location | OrganisationMention | KeyClaim

is_uri = re.compile(
    r"""
    [A-Za-z][A-Za-z0-9+.-]*:                                    # the scheme
    (?: [A-Za-z0-9\-._~:/?@!$&'()*+,;=] | %[0-9A-Fa-f]{2} )+    # RFC 3986, less the fragment, which is ours to add
    """,
    re.VERBOSE,
).fullmatch


def name_article(request: ExtractRequest) -> str:
    """The client's id where that is a URI, else one made of the text's SHA-256 (RFC 6920), the same for the same text.

    >>> name_article(ExtractRequest("Acme grew.", id="https://example.org/story-7"))
    'https://example.org/story-7'
    >>> name_article(ExtractRequest("Acme grew.", id="story 7"))
    'ni:///sha-256;FD2PtcSdMTsvYNSd9tdczna3HIXFffA7EX0V1dH601w'
    """
    if request.id is not None and is_uri(request.id):
        return request.id
    digest = hashlib.sha256(request.text.encode()).digest()
    return "ni:///sha-256;" + base64.urlsafe_b64encode(digest).decode().rstrip("=")


def name_part(article_uri: str, part: str) -> str:
    """The URI of a part of the answer, such as "q1".

    >>> name_part("https://example.org/story-7", "q1")
    'https://example.org/story-7#q1'
    """
    return f"{article_uri}#{part}"


def name_span(article_uri: str, span: Span) -> str:
    """The URI of a stretch of the text, in code points, half-open: the fragment of W3C's "Selectors and States".

    >>> name_span("https://example.org/story-7", TextSpan("Acme", 0, 4))
    'https://example.org/story-7#selector(type=TextPositionSelector,start=0,end=4)'
    """
    return name_part(article_uri, f"selector(type=TextPositionSelector,start={span.start},end={span.end})")


def list_quotations(extraction: Extraction) -> list[tuple[QuotedSource, Quote]]:
    """Every quotation behind its source, in the order of the article."""
    pairs = [(source, quote) for source in extraction.quoted_sources for quote in source.quotes]
    return sorted(pairs, key=_start_of)


def _start_of(pair: tuple[QuotedSource, Quote]) -> int:
    _, quote = pair
    return quote.parts[0].start
