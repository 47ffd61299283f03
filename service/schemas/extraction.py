"""The answer: an extraction as JSON, field by field in the contract's order."""

import json
from dataclasses import dataclass
from functools import cache
from typing import Any, get_args

from marshmallow import Schema, fields, post_dump

from service.extraction import (
    FEATURES,
    ORGANISATION_KINDS,
    Extraction,
    QuoteKind,
    SourceKind,
)
from service.request import ExtractRequest
from service.schemas.claims import KeyClaimSchema
from service.schemas.fields import (
    Identifiers,
    OffsetContext,
    choice_field,
    end_field,
    list_field,
    optional_field,
    optional_text_field,
    score_field,
    start_field,
    text_field,
)
from service.text.offsets import OFFSET_UNITS, OffsetUnit, index_offsets


@dataclass(frozen=True, slots=True)
class Answer:
    """An extraction with what the client's request adds to it.

    id: None where none was sent. text: None where the client has sent it itself.
    """

    id: str | None
    text: str | None
    extraction: Extraction
    offset_unit: OffsetUnit


class TextSpanSchema(Schema):
    """A stretch of the article: `text` is what stands from `start` to `end`."""

    text = text_field("As printed.")
    start = start_field()
    end = end_field()


class LocationSchema(Schema):
    """A place of the dateline."""

    text = text_field("As printed.")
    start = start_field()
    end = end_field()
    name = text_field("In ordinary case, without the region.")
    region = optional_text_field("State or province, as printed or as the gazetteer says.")
    country = optional_text_field("As printed or as the gazetteer says.")
    country_code = optional_text_field("ISO 3166-1 alpha-2.")
    latitude = fields.Float(required=True, allow_none=True, metadata={"description": "WGS 84, in degrees."})
    longitude = fields.Float(required=True, allow_none=True, metadata={"description": "WGS 84, in degrees."})


class DatelineSchema(Schema):
    """Where, when and by whom the story was filed."""

    text = text_field("From the first place to the last character before the separator.")
    start = start_field()
    end = end_field()
    locations = list_field(LocationSchema, "In printed order; empty for an agency-only or date-only line.")
    date = fields.Date(
        required=True,
        allow_none=True,
        metadata={"description": "Null unless the year is printed or follows from `published`."},
    )
    date_text = optional_text_field("The date as printed.")
    agency = optional_text_field("Wire or newsroom, as readers name it.")


class QuoteSchema(Schema):
    """One utterance that the article attributes."""

    id = text_field("Unique in this answer.")
    kind = choice_field(get_args(QuoteKind), "`mixed` is reported content with a quoted fragment.")
    confidence = score_field("Calibrated: of the quotes given 0.8, four in five are right in span and source.")
    text = text_field("The parts joined by one space.")
    parts = list_field(TextSpanSchema, "The content, without marks, cue and speaker.")
    cue = optional_field(TextSpanSchema, "The word that introduces the quotation, such as `said`.")
    speaker = optional_field(TextSpanSchema, "The words that name the speaker here; null where the quotation floats.")


class QuotedSourceSchema(Schema):
    """Someone whom the article cites, with every quotation attributed to them."""

    id = text_field("Unique in this answer.")
    name = optional_text_field("The fullest form in the article, without honorific; null where nobody can be found.")
    kind = choice_field(get_args(SourceKind), "What the source is.")
    description = optional_text_field("Role or title as printed.")
    affiliation = optional_text_field("The organisation that the person speaks for.")
    organisation_id = optional_text_field("The `id` of that organisation in this answer.")
    mentions = list_field(TextSpanSchema, "The mentions that speech is attributed to, and the first full one.")
    quotes = list_field(QuoteSchema, "In order of the article.")


class OrganisationMentionSchema(Schema):
    """A place in the article where the organisation is named."""

    text = text_field("As printed.")
    start = start_field()
    end = end_field()
    confidence = score_field("Of this mention.")


class OrganisationSchema(Schema):
    """An organisation named in the article."""

    id = text_field("Unique in this answer.")
    name = text_field("The fullest form printed.")
    kind = choice_field(
        ORGANISATION_KINDS,
        "What the organisation is. `government` holds parliaments, courts, regulators and police; `finance` central "
        "banks and exchanges; `health` hospitals and doctors' bodies; `other` trade unions, trade bodies, churches, "
        "museums and think tanks, and whatever is not sure.",
    )
    aliases = fields.List(fields.String(), required=True, metadata={"description": "The other printed forms."})
    identifiers = Identifiers(
        keys=fields.String(),
        values=fields.String(),
        required=True,
        metadata={"description": "Keys in registries, such as `ticker`."},
    )
    salience = score_field("Sums to 1 over the article.")
    mentions = list_field(OrganisationMentionSchema, "Every one, in order.")


class ModelReferenceSchema(Schema):
    """The model that read the article."""

    name = text_field("Its name.")
    version = text_field("Its version.")


class ExtractionSchema(Schema):
    """All that was read from one article; dumps an Answer inside an OffsetContext."""

    id = fields.String(metadata={"description": "The `id` of the request; absent where none was sent."})
    text = fields.String(
        metadata={"description": "The article that was found in the page; absent where none was sent as HTML."}
    )
    dateline = fields.Nested(
        DatelineSchema,
        attribute="extraction.dateline",
        required=True,
        allow_none=True,
        metadata={"description": "Null where the article has none."},
    )
    quoted_sources = fields.List(
        fields.Nested(QuotedSourceSchema),
        attribute="extraction.quoted_sources",
        required=True,
        metadata={"description": "In order of first citation."},
    )
    organisations = fields.List(
        fields.Nested(OrganisationSchema),
        attribute="extraction.organisations",
        required=True,
        metadata={"description": "Most salient first."},
    )
    key_claims = fields.List(
        fields.Nested(KeyClaimSchema),
        attribute="extraction.key_claims",
        required=True,
        metadata={"description": "Best first; no two overlap."},
    )
    language = fields.String(
        attribute="extraction.language",
        required=True,
        metadata={"description": "ISO 639-1 code of the article's language."},
    )
    offset_unit = choice_field(OFFSET_UNITS, "Unit of every `start` and `end`.")
    features = fields.List(
        fields.String(metadata={"enum": list(FEATURES)}),
        attribute="extraction.features",
        required=True,
        metadata={"description": "What was extracted."},
    )
    model = fields.Nested(ModelReferenceSchema, attribute="extraction.model", required=True)
    warnings = fields.List(
        fields.String(),
        attribute="extraction.warnings",
        required=True,
        metadata={"description": "What the reader should know."},
    )

    @post_dump
    def drop_absent(self, content: dict[str, Any], **_: object) -> dict[str, Any]:
        """The content without an `id` that nobody sent, and without the text of an article that the client has."""
        for name in ("id", "text"):
            if content[name] is None:
                del content[name]
        return content


@cache
def extraction_schema() -> ExtractionSchema:
    """The schema, built once: its fields take longer to make than to use."""
    return ExtractionSchema()


def render_extraction(extraction: Extraction, request: ExtractRequest) -> str:
    """The extraction of request as one line of JSON, newline included; the same input gives the same bytes."""
    with OffsetContext(index_offsets(request.text, request.offset_unit)):
        text = request.text if request.is_extracted else None
        content = extraction_schema().dump(Answer(request.id, text, extraction, request.offset_unit))
    return json.dumps(content, ensure_ascii=False, allow_nan=False, separators=(",", ":")) + "\n"
