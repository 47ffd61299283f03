"""The contract: which members the JSON has, in which order, and that dataclasses and schemas agree on them."""

from dataclasses import fields

import pytest

from service import extraction
from service.api.openapi_examples import ARTICLE, example_answer
from service.schemas import batch, claims
from service.schemas import extraction as schemas
from service.schemas.request import ExtractRequestSchema
from service.text.offsets import OFFSET_UNITS

PAIRS = [
    (extraction.TextSpan, schemas.TextSpanSchema),
    (extraction.Location, schemas.LocationSchema),
    (extraction.Dateline, schemas.DatelineSchema),
    (extraction.Quote, schemas.QuoteSchema),
    (extraction.QuotedSource, schemas.QuotedSourceSchema),
    (extraction.OrganisationMention, schemas.OrganisationMentionSchema),
    (extraction.Organisation, schemas.OrganisationSchema),
    (extraction.Claimant, claims.ClaimantSchema),
    (extraction.Quantity, claims.QuantitySchema),
    (extraction.KeyClaim, claims.KeyClaimSchema),
]
# What the contract's example shows, in its order.
MEMBERS = {
    schemas.ExtractionSchema: (
        # "text" is there only where the article was sent as HTML.
        "id text dateline quoted_sources organisations key_claims language offset_unit features model warnings"
    ),
    schemas.DatelineSchema: "text start end locations date date_text agency",
    schemas.LocationSchema: "text start end name region country country_code latitude longitude",
    schemas.QuotedSourceSchema: "id name kind description affiliation organisation_id mentions quotes",
    schemas.QuoteSchema: "id kind confidence text parts cue speaker",
    schemas.TextSpanSchema: "text start end",
    schemas.OrganisationSchema: "id name kind aliases identifiers salience mentions",
    schemas.OrganisationMentionSchema: "text start end confidence",
    # The members from "claim" on are what the issue on key claims added to the contract's example.
    claims.KeyClaimSchema: (
        "id text start end score kind claimant quote_id organisation_ids quantities dates claim centrality "
        "check_worthiness reasons modality standalone_text"
    ),
    claims.ClaimantSchema: "source_id name",
    claims.QuantitySchema: "text start end value unit",
    schemas.ModelReferenceSchema: "name version",
    batch.BatchRequestSchema: "articles",
    batch.BatchAnswerSchema: "results",
    batch.BatchItemSchema: "id status result problem",
    ExtractRequestSchema: "text id published features max_claims offset_unit",
}


@pytest.mark.parametrize(("record", "schema"), PAIRS)
def test_every_field_of_a_record_is_dumped_in_its_order(record, schema):
    assert [field.name for field in fields(record)] == list(schema().fields)


def test_every_field_of_an_extraction_is_dumped():
    added = {"id", "text", "offset_unit"}

    assert {field.name for field in fields(extraction.Extraction)} == set(schemas.ExtractionSchema().fields) - added


@pytest.mark.parametrize(("schema", "members"), MEMBERS.items())
def test_the_members_are_the_contract_s(schema, members):
    assert list(schema().fields) == members.split()


def test_every_option_is_a_field_of_the_request():
    options = {field.name for field in fields(extraction.ExtractionOptions)}

    assert options < set(ExtractRequestSchema().fields)


def test_features_are_members_of_the_extraction():
    assert set(extraction.FEATURES) < {field.name for field in fields(extraction.Extraction)}


def test_offset_units_are_the_contract_s():
    assert OFFSET_UNITS == ("code_point", "utf16", "utf8")


def test_every_span_of_the_example_is_in_its_article():
    spans = [span for span in collect(example_answer()) if "start" in span]

    assert len(spans) > 10
    for span in spans:
        assert ARTICLE[span["start"] : span["end"]] == span["text"]


def collect(content):
    """Every object in content."""
    if isinstance(content, list):
        return [found for item in content for found in collect(item)]
    if isinstance(content, dict):
        return [content, *collect(list(content.values()))]
    return []
