"""The answer as W3C Web Annotations: a collection of one page, an annotation for each finding.

Each target has two selectors of the same stretch of the text: its position in code points, end exclusive, as the
recommendation counts, and its words with some of what stands around them, which still find it where the text has moved.
What the article prints in several places, such as the parts of a quotation, are several targets.
"""

from collections.abc import Iterable
from typing import Any

from service.extraction import Dateline, Extraction, KeyClaim, Organisation, Quote, QuotedSource
from service.formats.article import Span, list_quotations, name_article, name_part
from service.formats.json_text import drop_absent, write_json
from service.request import ExtractRequest

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
# Code points of the text before and behind, enough to tell one "said the minister" from another.
AROUND = 32


def render_web_annotation(extraction: Extraction, request: ExtractRequest) -> str:
    """The extraction of article, on one line."""
    uri = name_article(request)
    annotations = [
        {"id": name_part(uri, f"annotation-{number}"), **annotation}
        for number, annotation in enumerate(_annotate(extraction, request, uri), start=1)
    ]
    content = {
        "@context": CONTEXT,
        "id": name_part(uri, "annotations"),
        "type": "AnnotationCollection",
        "generator": {"type": "Software", "name": f"{extraction.model.name} {extraction.model.version}"},
        "total": len(annotations),
        "first": {
            "id": name_part(uri, "annotations-page-1"),
            "type": "AnnotationPage",
            "startIndex": 0,
            "items": annotations,
        },
    }
    return write_json(content)


def _annotate(extraction: Extraction, request: ExtractRequest, uri: str) -> Iterable[dict[str, Any]]:
    if extraction.dateline:
        yield from _annotate_dateline(extraction.dateline, request, uri)
    for source in extraction.quoted_sources:
        if source.mentions:
            yield _annotation("source", (_name_source(source, uri),), source.mentions, request, uri)
    for source, quote in list_quotations(extraction):
        yield _annotation("quotation", _describe_quotation(quote, source, uri), quote.parts, request, uri)
    for organisation in extraction.organisations:
        yield _annotation("organisation", (_name_organisation(organisation, uri),), organisation.mentions, request, uri)
    for claim in extraction.key_claims:
        yield _annotation("claim", _describe_claim(claim, uri), (claim,), request, uri)


def _annotate_dateline(dateline: Dateline, request: ExtractRequest, uri: str) -> Iterable[dict[str, Any]]:
    day = (_text_body(dateline.date.isoformat(), "describing"),) if dateline.date else ()
    yield _annotation("dateline", day, (dateline,), request, uri)
    for location in dateline.locations:
        names = (location.name, location.region, location.country)
        printed = ", ".join(name for name in names if name is not None)
        yield _annotation("place", (_text_body(printed, "identifying"),), (location,), request, uri)


def _annotation(
    tag: str, bodies: Iterable[dict[str, Any]], spans: Iterable[Span], request: ExtractRequest, uri: str
) -> dict[str, Any]:
    return {
        "type": "Annotation",
        "motivation": "tagging",
        "body": [_text_body(tag, "tagging"), *bodies],
        "target": [_target(span, request.text, uri) for span in spans],
    }


def _text_body(value: str, purpose: str) -> dict[str, Any]:
    return {"type": "TextualBody", "purpose": purpose, "value": value}


def _target(span: Span, text: str, uri: str) -> dict[str, Any]:
    return {
        "type": "SpecificResource",
        "source": uri,
        "selector": [
            {"type": "TextPositionSelector", "start": span.start, "end": span.end},
            {
                "type": "TextQuoteSelector",
                "exact": text[span.start : span.end],
                "prefix": text[max(0, span.start - AROUND) : span.start],
                "suffix": text[span.end : span.end + AROUND],
            },
        ],
    }


def _name_source(source: QuotedSource, uri: str) -> dict[str, Any]:
    return drop_absent({"id": name_part(uri, source.id), "type": _type_of(source), "name": source.name})


def _type_of(source: QuotedSource) -> str | None:
    """None where an unnamed source may be anyone."""
    if source.kind == "person":
        return "Person"
    return "Organization" if source.kind == "organisation" else None


def _name_organisation(organisation: Organisation, uri: str) -> dict[str, Any]:
    return {"id": name_part(uri, organisation.id), "type": "Organization", "name": organisation.name}


def _describe_quotation(quote: Quote, source: QuotedSource, uri: str) -> Iterable[dict[str, Any]]:
    yield {"id": name_part(uri, quote.id), **_text_body(quote.kind, "classifying")}
    yield _name_source(source, uri)


def _describe_claim(claim: KeyClaim, uri: str) -> Iterable[dict[str, Any]]:
    yield {"id": name_part(uri, claim.id), **_text_body(claim.kind, "classifying")}
    if claim.standalone_text:
        yield _text_body(claim.standalone_text, "describing")
    if claim.claimant:
        yield drop_absent({"id": name_part(uri, claim.claimant.source_id), "name": claim.claimant.name})
