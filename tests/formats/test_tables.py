"""The answer as CSV: rows and columns, and that a reader of CSV gets back what was written."""

import csv
import io
from dataclasses import replace

import pytest
from hypothesis import given, settings

from service.api.openapi_examples import ARTICLE, example_extraction
from service.formats.tables import CLAIM_COLUMNS, QUOTATION_COLUMNS, render_claims, render_quotations
from service.request import ExtractRequest
from tests.formats.texts import read_texts

EXAMPLE = example_extraction()
TABLES = [(render_quotations, QUOTATION_COLUMNS), (render_claims, CLAIM_COLUMNS)]


def read_rows(table):
    return list(csv.DictReader(io.StringIO(table, newline=""), strict=True))


def test_a_quotation_has_a_row():
    direct, indirect = read_rows(render_quotations(EXAMPLE, ExtractRequest(ARTICLE, id="story-7")))

    assert direct == {
        "article_id": "story-7",
        "quote_id": "q1",
        "part": "1",
        "kind": "direct",
        "text": "Demand has outgrown every forecast,",
        "start": "78",
        "end": "113",
        "offset_unit": "code_point",
        "confidence": "0.9278",
        "source_id": "s1",
        "source": "Ana Sousa",
        "source_kind": "person",
        "source_description": "leads the company's grid unit",
        "source_affiliation": "Galp",
        "speaker": "Ana Sousa",
        "speaker_start": "120",
        "speaker_end": "129",
        "cue": "said",
        "cue_start": "115",
        "cue_end": "119",
    }
    assert (indirect["quote_id"], indirect["source_affiliation"]) == ("q2", "")


def test_a_claim_has_a_row():
    (claim,) = read_rows(render_claims(EXAMPLE, ExtractRequest(ARTICLE)))

    assert claim == {
        "article_id": "",
        "claim_id": "c1",
        "rank": "1",
        "kind": "statistic",
        "text": "Output rose 12% last year, according to industry analysts.",
        "start": "166",
        "end": "224",
        "offset_unit": "code_point",
        "score": "0.6995",
        "claim": "0.9994",
        "centrality": "0.1011",
        "check_worthiness": "0.9713",
        "reasons": "factual|has_number|trend",
        "modality": "",
        "claimant_id": "s2",
        "claimant": "industry analysts",
        "quote_id": "q2",
        "organisations": "",
        "quantities": "12%",
        "dates": "2025",
        "standalone_text": "Output rose 12% in 2025, according to industry analysts.",
    }


def test_each_part_of_a_quotation_has_a_row():
    source, _ = EXAMPLE.quoted_sources
    quote = replace(source.quotes[0], parts=(source.quotes[0].parts[0], source.mentions[0]), cue=None, speaker=None)
    rows = read_rows(
        render_quotations(replace(EXAMPLE, quoted_sources=(replace(source, quotes=(quote,)),)), ExtractRequest(ARTICLE))
    )

    assert [(row["quote_id"], row["part"], row["text"], row["cue_start"]) for row in rows] == [
        ("q1", "1", "Demand has outgrown every forecast,", ""),
        ("q1", "2", "Ana Sousa", ""),
    ]


@pytest.mark.parametrize(("render", "columns"), TABLES)
def test_a_table_without_rows_has_its_header(render, columns):
    empty = replace(EXAMPLE, quoted_sources=(), key_claims=())

    assert render(empty, ExtractRequest(ARTICLE)) == ",".join(columns) + "\r\n"


@given(read=read_texts())
@settings(max_examples=25, deadline=None)
@pytest.mark.parametrize(("render", "columns"), TABLES)
def test_every_cell_is_read_as_it_was_written(render, columns, read):
    text, extraction = read
    rows = read_rows(render(extraction, ExtractRequest(text, id=text)))

    (claim,) = extraction.key_claims
    (quote,) = extraction.quoted_sources[0].quotes
    printed = {"q1": [quote.speaker.text, quote.cue.text], "q2": ["", ""]}
    for row in rows:
        assert list(row) == list(columns)
        assert row["article_id"] == text
        if render is render_claims:
            assert [row["standalone_text"], row["organisations"]] == [claim.text, extraction.organisations[0].name]
        else:
            assert [row["source"], row["cue"]] == printed[row["quote_id"]]


def test_quotations_stand_in_the_order_of_the_article():
    turned = replace(EXAMPLE, quoted_sources=EXAMPLE.quoted_sources[::-1])

    rows = read_rows(render_quotations(turned, ExtractRequest(ARTICLE)))
    assert [row["quote_id"] for row in rows] == ["q1", "q2"]


@pytest.mark.parametrize("opening", ["=", "+", "-", "@", "\t", "\r"])
def test_what_a_spreadsheet_takes_for_a_formula_stays_as_it_was_printed(opening):
    text = f"{opening}1+1"
    (claim,) = EXAMPLE.key_claims
    formula = replace(claim, text=text, start=0, end=len(text))

    assert read_rows(render_claims(replace(EXAMPLE, key_claims=(formula,)), ExtractRequest(text)))[0]["text"] == text
