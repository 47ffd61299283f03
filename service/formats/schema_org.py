"""The answer as schema.org: a NewsArticle in JSON-LD, with its dateline, quotations, organisations and claims.

A quotation or a claim has `#q1` or `#c1` behind the article's URI for an `@id`, and what was printed of it the URI of
its stretch of the text. A text that was taken out of a page is in the answer. What schema.org has no words for is left
out: confidences, scores, salience.
"""

import re
from typing import Any

from service.extraction import (
    TICKER,
    Dateline,
    Extraction,
    KeyClaim,
    Location,
    Organisation,
    OrganisationKind,
    Quote,
    QuotedSource,
)
from service.formats.article import Span, list_quotations, name_article, name_part, name_span
from service.formats.json_text import drop_absent, write_json
from service.request import ExtractRequest

CONTEXT = "https://schema.org"
# The kinds for which schema.org has a type of the same meaning. A `political` organisation is not always a party, nor
# a `finance` one a shop, which FinancialService is.
ORGANISATION_TYPES: dict[OrganisationKind, str] = {
    "company": "Corporation",
    "education": "EducationalOrganization",
    "government": "GovernmentOrganization",
    "health": "MedicalOrganization",
    "media": "NewsMediaOrganization",
    "ngo": "NGO",
    "sports": "SportsOrganization",
}
is_wikidata_key = re.compile(r"Q[1-9][0-9]*").fullmatch


def render_schema_org(extraction: Extraction, request: ExtractRequest) -> str:
    """The extraction of article, on one line."""
    uri = name_article(request)
    organisations = {organisation.id: organisation for organisation in extraction.organisations}
    speakers = {
        source.id: _describe_source(source, organisations, uri)
        for source in extraction.quoted_sources
        if source.name is not None
    }
    quotations = [
        _describe_quotation(quote, speakers.get(source.id), uri) for source, quote in list_quotations(extraction)
    ]
    claims = [
        _describe_claim(claim, position, speakers, uri) for position, claim in enumerate(extraction.key_claims, start=1)
    ]
    content = {
        "@context": CONTEXT,
        "@type": "NewsArticle",
        "@id": uri,
        "identifier": request.id if request.id != uri else None,
        "inLanguage": extraction.language,
        "datePublished": request.options.published.isoformat() if request.options.published else None,
        **(_describe_dateline(extraction.dateline) if extraction.dateline else {}),
        "articleBody": request.text if request.is_extracted else None,
        "mentions": [_describe_organisation(organisation, uri) for organisation in extraction.organisations],
        "hasPart": quotations + claims,
    }
    return write_json(drop_absent(content))


def _describe_dateline(dateline: Dateline) -> dict[str, Any]:
    return {
        "dateline": dateline.text,
        "locationCreated": [_describe_place(location) for location in dateline.locations],
        "dateCreated": dateline.date.isoformat() if dateline.date else None,
        "sourceOrganization": {"@type": "Organization", "name": dateline.agency} if dateline.agency else None,
    }


def _describe_place(location: Location) -> dict[str, Any]:
    address = {
        "addressLocality": location.name,
        "addressRegion": location.region,
        "addressCountry": location.country_code or location.country,
    }
    content: dict[str, Any] = {
        "@type": "Place",
        "name": location.name,
        "address": {"@type": "PostalAddress", **drop_absent(address)},
    }
    if location.latitude is not None and location.longitude is not None:
        content["geo"] = {
            "@type": "GeoCoordinates",
            "latitude": location.latitude,
            "longitude": location.longitude,
        }
    return content


def _describe_organisation(organisation: Organisation, uri: str) -> dict[str, Any]:
    content = {
        **_refer_to(organisation, uri),
        "alternateName": list(organisation.aliases),
        "identifier": [],
        "sameAs": [],
    }
    for identifier in organisation.identifiers:
        scheme = identifier.scheme.lower()
        if scheme == TICKER and content["@type"] == "Corporation":
            content["tickerSymbol"] = identifier.value
        elif scheme == "lei":
            content["leiCode"] = identifier.value
        elif scheme == "wikidata" and is_wikidata_key(identifier.value):
            content["sameAs"].append(f"https://www.wikidata.org/wiki/{identifier.value}")
        else:
            content["identifier"].append(
                {"@type": "PropertyValue", "propertyID": identifier.scheme, "value": identifier.value}
            )
    return drop_absent(content)


def _refer_to(organisation: Organisation, uri: str) -> dict[str, Any]:
    return {
        "@type": _type_of(organisation),
        "@id": name_part(uri, organisation.id),
        "name": organisation.name,
    }


def _type_of(organisation: Organisation) -> str:
    """Its kind's type; where there is none, what is listed on an exchange is a corporation all the same."""
    is_listed = any(identifier.scheme.lower() == TICKER for identifier in organisation.identifiers)
    return ORGANISATION_TYPES.get(organisation.kind, "Corporation" if is_listed else "Organization")


def _describe_source(source: QuotedSource, organisations: dict[str, Organisation], uri: str) -> dict[str, Any]:
    """A person or an organisation; who has no name is a person, and the words for them are a description."""
    own = organisations.get(source.organisation_id or "")
    if source.kind == "organisation":
        if own is not None:
            return _refer_to(own, uri)
        return {"@type": "Organization", "@id": name_part(uri, source.id), "name": source.name}
    content: dict[str, Any] = {
        "@type": "Person",
        "@id": name_part(uri, source.id),
        "name": source.name if source.kind == "person" else None,
        "description": source.name if source.kind == "unnamed" else None,
        "jobTitle": source.description,
    }
    if own is not None:
        content["affiliation"] = _refer_to(own, uri)
    elif source.affiliation is not None:
        content["affiliation"] = {"@type": "Organization", "name": source.affiliation}
    return drop_absent(content)


def _describe_quotation(quote: Quote, speaker: dict[str, Any] | None, uri: str) -> dict[str, Any]:
    content = {
        "@type": "Quotation",
        "@id": name_part(uri, quote.id),
        "genre": quote.kind,
        "text": quote.text,
        "spokenByCharacter": speaker,
        "hasPart": [_describe_passage("Quotation", part, uri) for part in quote.parts],
    }
    return drop_absent(content)


def _describe_claim(claim: KeyClaim, position: int, speakers: dict[str, Any], uri: str) -> dict[str, Any]:
    content = {
        "@type": "Claim",
        "@id": name_part(uri, claim.id),
        "position": position,
        "genre": claim.kind,
        "text": claim.text,
        "description": claim.standalone_text,
        "author": speakers.get(claim.claimant.source_id) if claim.claimant else None,
        "about": [{"@id": name_part(uri, organisation)} for organisation in claim.organisation_ids],
        "isBasedOn": {"@id": name_part(uri, claim.quote_id)} if claim.quote_id else None,
        "appearance": _describe_passage("CreativeWork", claim, uri),
    }
    return drop_absent(content)


def _describe_passage(kind: str, span: Span, uri: str) -> dict[str, Any]:
    return {"@type": kind, "@id": name_span(uri, span), "text": span.text}
