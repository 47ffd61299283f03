"""The answer as IPTC ninjs 2.1: a partial news item, with its places, people and organisations.

ninjs has no word for a stretch of text. What was found is therefore an association of type `component`, named for what
it is, and what was printed of it are its own associations, each with the URI of its stretch and its words as the body.
A text that was taken out of a page is the body of the item.
"""

from collections.abc import Iterable
from typing import Any

from service.extraction import TICKER, Dateline, Extraction, KeyClaim, Location, Organisation, Quote, QuotedSource
from service.formats.article import Span, list_quotations, name_article, name_part, name_span
from service.formats.json_text import drop_absent, write_json
from service.request import ExtractRequest

STANDARD = {"name": "ninjs", "version": "2.1", "schema": "http://www.iptc.org/std/ninjs/ninjs-schema_2.1.json"}
PLAIN = "text/plain"


def render_ninjs(extraction: Extraction, request: ExtractRequest) -> str:
    """The extraction of article, on one line."""
    uri = name_article(request)
    content = {
        "uri": uri,
        "type": "text",
        "representationtype": "partial",
        "standard": STANDARD,
        "language": extraction.language,
        "altids": [{"role": "id", "value": request.id}] if request.id not in (None, uri) else None,
        **(_describe_origin(extraction.dateline) if extraction.dateline else {}),
        "people": [
            {"name": source.name, "rel": "source", "uri": name_part(uri, source.id), "literal": source.id}
            for source in extraction.quoted_sources
            if source.kind == "person" and source.name is not None
        ],
        "organisations": [_describe_organisation(organisation, uri) for organisation in extraction.organisations],
        "bodies": [_body(request.text)] if request.is_extracted else None,
        "associations": list(_associate(extraction, uri)),
    }
    return write_json(drop_absent(content))


def _describe_origin(dateline: Dateline) -> dict[str, Any]:
    return {
        "located": ", ".join(location.name for location in dateline.locations) or None,
        "infosources": [{"name": dateline.agency}] if dateline.agency else None,
        "places": [_describe_place(location) for location in dateline.locations],
    }


def _describe_place(location: Location) -> dict[str, Any]:
    content: dict[str, Any] = {"name": location.name, "rel": "dateline"}
    if location.latitude is not None and location.longitude is not None:
        # GeoJSON has the longitude first.
        content["geojson"] = {"type": "Point", "coordinates": [location.longitude, location.latitude]}
    return content


def _describe_organisation(organisation: Organisation, uri: str) -> dict[str, Any]:
    tickers = [identifier.value for identifier in organisation.identifiers if identifier.scheme.lower() == TICKER]
    content = {
        "name": organisation.name,
        "rel": "mentioned",
        "uri": name_part(uri, organisation.id),
        "literal": organisation.id,
        "symbols": [{"ticker": ticker} for ticker in tickers],
    }
    return drop_absent(content)


def _associate(extraction: Extraction, uri: str) -> Iterable[dict[str, Any]]:
    if extraction.dateline:
        yield _associate_dateline(extraction.dateline, uri)
    names = {source.id: _name_source(source) for source in extraction.quoted_sources}
    for source, quote in list_quotations(extraction):
        yield _associate_quotation(quote, names[source.id], uri)
    for organisation in extraction.organisations:
        yield {
            **_component("organisation", name_part(uri, organisation.id)),
            "title": organisation.name,
            "associations": [_passage("mention", mention, uri) for mention in organisation.mentions],
        }
    for claim in extraction.key_claims:
        yield _associate_claim(claim, names, uri)


def _associate_dateline(dateline: Dateline, uri: str) -> dict[str, Any]:
    content = {
        **_component("dateline", name_part(uri, "dateline")),
        "descriptions": [{"role": "date", "value": dateline.date.isoformat()}] if dateline.date else None,
        "associations": [
            _passage("text", dateline, uri),
            *(_passage("place", location, uri) for location in dateline.locations),
        ],
    }
    return drop_absent(content)


def _associate_quotation(quote: Quote, source: dict[str, Any], uri: str) -> dict[str, Any]:
    return {
        **_component("quotation", name_part(uri, quote.id)),
        "profile": quote.kind,
        "infosources": [source],
        "bodies": [_body(quote.text)],
        "associations": [_passage("part", part, uri) for part in quote.parts],
    }


def _associate_claim(claim: KeyClaim, names: dict[str, dict[str, Any]], uri: str) -> dict[str, Any]:
    content = {
        **_component("claim", name_part(uri, claim.id)),
        "profile": claim.kind,
        "infosources": [names[claim.claimant.source_id]] if claim.claimant else None,
        "descriptions": [{"role": "standalone", "value": claim.standalone_text}] if claim.standalone_text else None,
        "bodies": [_body(claim.text)],
        "associations": [_passage("text", claim, uri)],
    }
    return drop_absent(content)


def _name_source(source: QuotedSource) -> dict[str, Any]:
    return drop_absent({"name": source.name, "literal": source.id})


def _component(name: str, uri: str) -> dict[str, Any]:
    return {"name": name, "uri": uri, "type": "component"}


def _passage(name: str, span: Span, uri: str) -> dict[str, Any]:
    return {**_component(name, name_span(uri, span)), "bodies": [_body(span.text)]}


def _body(text: str) -> dict[str, Any]:
    return {"contenttype": PLAIN, "value": text}
