"""The JSON in and out."""

import json
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from service.api.openapi_examples import ARTICLE, example_extraction
from service.extraction import FEATURES, ExtractionOptions
from service.request import ExtractRequest
from service.schemas.extraction import render_extraction
from service.schemas.request import FieldError, InvalidRequestError, load_request
from service.text.offsets import OFFSET_UNITS
from tests.fakes import FakeExtractor

ENCODINGS = {"code_point": ("utf-32-le", 4), "utf16": ("utf-16-le", 2), "utf8": ("utf-8", 1)}


def dump(text, **request):
    return json.loads(
        render_extraction(FakeExtractor().extract(text), ExtractRequest(text, ExtractionOptions(), **request))
    )


def test_what_is_not_sent_has_its_default():
    assert load_request({"text": "A."}) == ExtractRequest("A.", ExtractionOptions(), None, "code_point")


@pytest.mark.parametrize("name", ["id", "published"])
def test_null_counts_as_absent(name):
    assert load_request({"text": "A.", name: None}) == load_request({"text": "A."})


def test_what_is_sent_is_read():
    sent = {
        "text": "A.",
        "id": "7",
        "published": "2026-03-02",
        "features": ["dateline"],
        "max_claims": 50,
        "offset_unit": "utf16",
    }

    assert load_request(sent) == ExtractRequest(
        "A.", ExtractionOptions(date(2026, 3, 2), ("dateline",), 50), "7", "utf16"
    )


def test_features_come_in_the_contract_s_order_and_once():
    sent = {"text": "A.", "features": ["key_claims", "dateline", "key_claims"]}

    assert load_request(sent).options.features == ("dateline", "key_claims")


@pytest.mark.parametrize("text", ["  A.\r\n\r\nB.\n ", "\ufeffA.", "A\u0000\u0007B", "e\u0301", "😀"])
def test_the_text_is_taken_as_it_was_sent(text):
    assert load_request({"text": text}).text == text


@pytest.mark.parametrize(
    ("sent", "pointer", "detail"),
    [
        ({}, "/text", "Missing data for required field."),
        ({"text": None}, "/text", "Field may not be null."),
        ({"text": 5}, "/text", "Not a valid string."),
        ({"text": ["A."]}, "/text", "Not a valid string."),
        ({"text": "A.", "txet": 1}, "/txet", "Unknown field."),
        ({"text": "A.", "a/b~c": 1}, "/a~1b~0c", "Unknown field."),
        ({"text": "A.", "id": 7}, "/id", "Not a valid string."),
        ({"text": "A.", "published": "yesterday"}, "/published", "Not a valid date."),
        ({"text": "A.", "published": "2026-02-30"}, "/published", "Not a valid date."),
        ({"text": "A.", "published": 20260302}, "/published", "Not a valid date."),
        ({"text": "A.", "features": "dateline"}, "/features", "Not a valid list."),
        ({"text": "A.", "features": []}, "/features", "Shorter than minimum length 1."),
        (
            {"text": "A.", "features": ["dateline", "places"]},
            "/features/1",
            "Must be one of: dateline, quoted_sources, organisations, key_claims.",
        ),
        (
            {"text": "A.", "max_claims": 0},
            "/max_claims",
            "Must be greater than or equal to 1 and less than or equal to 50.",
        ),
        (
            {"text": "A.", "max_claims": 51},
            "/max_claims",
            "Must be greater than or equal to 1 and less than or equal to 50.",
        ),
        ({"text": "A.", "max_claims": True}, "/max_claims", "Not a valid integer."),
        ({"text": "A.", "max_claims": "5"}, "/max_claims", "Not a valid integer."),
        ({"text": "A.", "max_claims": 5.5}, "/max_claims", "Not a valid integer."),
        ({"text": "A.", "max_claims": float("inf")}, "/max_claims", "Not a valid integer."),
        ({"text": "A.", "offset_unit": "bytes"}, "/offset_unit", "Must be one of: code_point, utf16, utf8."),
        ([], "", "Invalid input type."),
        ("A.", "", "Invalid input type."),
        (None, "", "Invalid input type."),
    ],
)
def test_a_request_that_breaks_the_schema_is_refused(sent, pointer, detail):
    with pytest.raises(InvalidRequestError) as caught:
        load_request(sent)

    assert caught.value.errors == (FieldError(pointer, detail),)


def test_every_wrong_field_is_named():
    with pytest.raises(InvalidRequestError) as caught:
        load_request({"id": 1, "max_claims": 0})

    assert sorted(error.pointer for error in caught.value.errors) == ["/id", "/max_claims", "/text"]


def test_the_id_is_echoed_only_where_one_was_sent():
    assert dump("Acme.", id="7")["id"] == "7"
    assert dump("Acme.", id="")["id"] == ""
    assert "id" not in dump("Acme.")


def test_identifiers_are_an_object():
    assert dump("Acme.")["organisations"][0]["identifiers"] == {"ticker": "ACME", "lei": "5493001KJTIIGC8Y1R12"}


def test_the_model_is_named_without_its_digest():
    assert dump("Acme.")["model"] == {"name": "fake", "version": "1.0"}


def test_scores_have_four_decimals():
    assert dump("Acme.")["organisations"][0]["mentions"][0]["confidence"] == 0.9877


def test_dates_are_iso_dates():
    line = render_extraction(example_extraction(), ExtractRequest(ARTICLE, ExtractionOptions()))

    assert json.loads(line)["dateline"]["date"] == "2026-03-02"


def test_features_that_were_not_asked_for_are_null_or_empty():
    options = ExtractionOptions(features=("key_claims",))
    extraction = FakeExtractor().extract("PARIS - Acme.", options)
    content = json.loads(render_extraction(extraction, ExtractRequest("PARIS - Acme.", options)))

    assert (content["dateline"], content["organisations"], content["features"]) == (None, [], ["key_claims"])


def test_json_is_one_line_of_unescaped_text():
    line = render_extraction(
        FakeExtractor().extract("ÉVIAN\n😀 - Acme."), ExtractRequest("ÉVIAN\n😀 - Acme.", ExtractionOptions())
    )

    assert "ÉVIAN\\n😀" in line
    assert line.count("\n") == 1
    assert line.endswith("}\n")


# Without a deadline and a random seed, so that a busy machine or bad luck fails nobody.
@settings(deadline=None, derandomize=True)
@given(text=st.text(st.characters(exclude_categories=["Cs"])), unit=st.sampled_from(OFFSET_UNITS))
def test_offsets_cut_the_span_out_of_the_text_in_every_unit(text, unit):
    article = f"{text} Acme {text}"
    encoding, width = ENCODINGS[unit]
    content = dump(article, offset_unit=unit)

    assert content["offset_unit"] == unit
    for mention in content["organisations"][0]["mentions"]:
        encoded = article.encode(encoding)
        assert encoded[mention["start"] * width : mention["end"] * width].decode(encoding) == mention["text"]


def test_the_same_input_gives_the_same_bytes():
    request = ExtractRequest(ARTICLE, ExtractionOptions(features=FEATURES))

    assert render_extraction(example_extraction(), request) == render_extraction(example_extraction(), request)
