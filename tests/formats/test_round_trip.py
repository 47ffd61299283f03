"""The text that a span names is the text of the article: in every format, in every unit, for texts hard to count in."""

import csv
import io
import json
import re

import pytest
from hypothesis import given, settings

from service.api.negotiation import ANSWER_FORMATS
from service.request import ExtractRequest
from service.text.offsets import OFFSET_UNITS
from tests.formats.texts import read_texts

ENCODINGS = {"code_point": "utf-32-le", "utf16": "utf-16-le", "utf8": "utf-8"}
BYTES = {"code_point": 4, "utf16": 2, "utf8": 1}
CASES = [(form, unit) for form in ANSWER_FORMATS for unit in OFFSET_UNITS if unit in form.offset_units]
find_selector = re.compile(r"#selector\(type=TextPositionSelector,start=([0-9]+),end=([0-9]+)\)$").search


def cut(text, start, end, unit):
    """What stands in text from start to end, counted in a unit by an encoding whose characters have its size."""
    size = BYTES[unit]
    return text.encode(ENCODINGS[unit])[start * size : end * size].decode(ENCODINGS[unit])


def walk(content):
    """Every object in content."""
    if isinstance(content, list):
        return [found for item in content for found in walk(item)]
    if isinstance(content, dict):
        return [content, *walk(list(content.values()))]
    return []


def spans_of_json(answer):
    return [(found["text"], found["start"], found["end"]) for found in walk(json.loads(answer)) if "start" in found]


def spans_of_schema_org(answer):
    return [
        (found["text"], int(selector[1]), int(selector[2]))
        for found in walk(json.loads(answer))
        if (selector := find_selector(found.get("@id", "")))
    ]


def spans_of_ninjs(answer):
    return [
        (found["bodies"][0]["value"], int(selector[1]), int(selector[2]))
        for found in walk(json.loads(answer))
        if (selector := find_selector(found.get("uri", "")))
    ]


def spans_of_web_annotation(answer):
    targets = [found["selector"] for found in walk(json.loads(answer)) if "selector" in found]
    return [(quote["exact"], position["start"], position["end"]) for position, quote in targets]


def spans_of_table(answer):
    return [
        (row[name], int(row[start]), int(row[end]))
        for row in csv.DictReader(io.StringIO(answer, newline=""))
        for name, start, end in (
            ("text", "start", "end"),
            ("speaker", "speaker_start", "speaker_end"),
            ("cue", "cue_start", "cue_end"),
        )
        if row.get(start)
    ]


# Which of the extraction's spans a format names.
READERS = {
    "json": (
        spans_of_json,
        "dateline place speaker part second_part cue speaker third_part mention second_mention claim figure date",
    ),
    "schema.org": (spans_of_schema_org, "part second_part third_part claim"),
    "web-annotation": (
        spans_of_web_annotation,
        "dateline place speaker part second_part third_part mention second_mention claim",
    ),
    "ninjs": (spans_of_ninjs, "dateline place part second_part third_part mention second_mention claim"),
    "quotations.csv": (spans_of_table, "part speaker cue second_part speaker cue third_part"),
    "claims.csv": (spans_of_table, "claim"),
}


def expected_texts(extraction, names):
    """The text of the spans of extraction that names list."""
    quotes = [quote for source in extraction.quoted_sources for quote in source.quotes]
    mention, second_mention = extraction.organisations[0].mentions
    part, second_part, third_part = (part for quote in quotes for part in quote.parts)
    spans = {
        "dateline": extraction.dateline,
        "place": extraction.dateline.locations[0],
        "part": part,
        "second_part": second_part,
        "third_part": third_part,
        "cue": quotes[0].cue,
        "speaker": quotes[0].speaker,
        "mention": mention,
        "second_mention": second_mention,
        "claim": extraction.key_claims[0],
        "figure": extraction.key_claims[0].quantities[0],
        "date": extraction.key_claims[0].dates[0],
    }
    return [spans[name].text for name in names.split()]


@pytest.mark.parametrize(("form", "unit"), CASES, ids=[f"{form.name} {unit}" for form, unit in CASES])
@given(read=read_texts())
@settings(max_examples=25, deadline=None)
def test_every_span_of_every_format_names_its_own_text(form, unit, read):
    text, extraction = read
    read_spans, names = READERS[form.name]

    spans = read_spans(form.render(extraction, ExtractRequest(text, offset_unit=unit)))

    assert sorted(printed for printed, _, _ in spans) == sorted(expected_texts(extraction, names))
    for printed, start, end in spans:
        assert cut(text, start, end, unit) == printed


@given(read=read_texts())
@settings(max_examples=25, deadline=None)
def test_the_words_around_an_annotation_are_those_around_its_position(read):
    text, extraction = read
    form = next(form for form in ANSWER_FORMATS if form.name == "web-annotation")
    targets = [
        found["selector"]
        for found in walk(json.loads(form.render(extraction, ExtractRequest(text))))
        if "selector" in found
    ]

    for position, quote in targets:
        start, end = position["start"], position["end"]
        around = quote["prefix"] + quote["exact"] + quote["suffix"]
        assert text[start - len(quote["prefix"]) : end + len(quote["suffix"])] == around
