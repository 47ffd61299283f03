"""The key claims of the answer, field by field in the contract's order."""

from typing import get_args

from marshmallow import Schema, fields

from service.extraction import ClaimKind, ClaimModality, ClaimReason
from service.schemas.fields import (
    Figure,
    choice_field,
    choices_field,
    end_field,
    list_field,
    optional_field,
    optional_text_field,
    score_field,
    start_field,
    text_field,
)


class ClaimantSchema(Schema):
    """The quoted source that asserts a claim."""

    source_id = text_field("The `id` of the quoted source.")
    name = optional_text_field("The name of the quoted source.")


class QuantitySchema(Schema):
    """A figure in a claim."""

    text = text_field("As printed.")
    start = start_field()
    end = end_field()
    value = Figure(
        required=True,
        allow_none=True,
        metadata={"description": 'In full: 3500000 for "$3.5m". Null where no single value is printed ("3-5%").'},
    )
    unit = optional_text_field(
        "ISO 4217 code of a currency where its form can mean no other, else as printed (`$`); an English name in the "
        "singular (`percent`, `tonne`, `person`); null for a plain number."
    )


class ClaimDateSchema(Schema):
    """A date in a claim."""

    text = text_field("As printed.")
    start = start_field()
    end = end_field()
    date = optional_text_field(
        "ISO 8601 as far as it is certain: `2026-03-02`, `2026-03` or `2026`. Null where the year is neither printed "
        "nor follows from `published`, or where it may be more than one day."
    )


class KeyClaimSchema(Schema):
    """A factual assertion that a reader would check or take away."""

    id = text_field("Unique in this answer.")
    text = text_field("As printed.")
    start = start_field()
    end = end_field()
    score = score_field("The chance that it is a key claim, comparable between articles. No verdict on truth.")
    kind = choice_field(get_args(ClaimKind), "What the claim asserts.")
    claimant = optional_field(ClaimantSchema, "Null where the article asserts it in its own voice.")
    quote_id = optional_text_field("The quotation that holds the claim.")
    organisation_ids = fields.List(
        fields.String(), required=True, metadata={"description": "Organisations in the claim."}
    )
    quantities = list_field(QuantitySchema, "Figures in the claim, in order; dates are none.")
    dates = list_field(ClaimDateSchema, "Dates in the claim, in order.")
    claim = score_field("The chance that it asserts a fact in earnest. No verdict on truth.")
    centrality = score_field("The chance that it tells the article's main event or its consequence.")
    check_worthiness = score_field(
        "The chance that a fact-checker would check it, whatever the article is about. No verdict on truth."
    )
    reasons = choices_field(get_args(ClaimReason), "What lifts the score, the weightiest first.")
    modality = choices_field(get_args(ClaimModality), "How it is asserted; empty where it is plainly said to be so.")
    standalone_text = optional_text_field(
        "The claim with its speaker's full name and full dates; null where a word in it cannot be resolved for certain."
    )
