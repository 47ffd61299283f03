"""PolNeAR's scope, and speakers resolved on matched quotations."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
import spacy

from evaluation.measures.polnear import (
    extract_polnear,
    list_found_quotes,
    list_gold_quotes,
    measure_quotes,
)
from evaluation.measures.speakers import measure_given_speakers, measure_speakers
from evaluation.scores.counts import Counts
from evaluation.scores.quoted_sources import judge_quotes, score_quotes
from service.extraction import Extraction, ExtractionOptions, Model, Quote, QuotedSource, TextSpan
from service.pipeline.extractor import MODEL_PATH

TEXT = "Trump said taxes will fall. He said it is late. Lee wants more money. Roe said all is well."
ATTRIBUTIONS = [
    {
        "content": [[11, 26]],
        "source": [[0, 5]],
        "type": "indirect",
        "cue_reporting": True,
        "speaker": {"full_name": "Donald Trump", "source_kind": "single-name"},
    },
    {
        "content": [[36, 46]],
        "source": [[28, 30]],
        "type": "indirect",
        "cue_reporting": True,
        "speaker": {"full_name": "Donald Trump", "source_kind": "pronoun"},
    },
    {"content": [[58, 68]], "source": [[48, 51]], "type": "indirect", "cue_reporting": False},
    {
        "content": [[79, 90]],
        "source": [[70, 73]],
        "type": "indirect",
        "cue_reporting": True,
        "speaker": {"full_name": "Richard Roe", "source_kind": "single-name"},
    },
]
ROW = {"text": TEXT, "attributions": ATTRIBUTIONS, "discard": []}


def extract(text: str, options: ExtractionOptions) -> Extraction:
    """Taxes right, the pronoun's quotation with a wrong name and source, a want out of scope, and an invention."""
    sources = (
        build_source("Donald Trump", (11, 26), (0, 5)),
        build_source("Ann Lee", (36, 46), (48, 51)),
        build_source("Lee", (58, 68), (48, 51)),
        build_source("Roe", (6, 10), (70, 73)),
    )
    return Extraction(None, sources, (), (), "en", options.features, Model("news", "0", "0"), ())


def build_source(name: str, part: tuple[int, int], speaker: tuple[int, int]) -> QuotedSource:
    """A source with one quotation."""
    quote = Quote(
        "q1", "indirect", 1.0, TEXT[slice(*part)], (TextSpan.of(TEXT, *part),), None, TextSpan.of(TEXT, *speaker)
    )
    return QuotedSource("s1", name, "person", None, None, None, (), (quote,))


def test_a_want_is_out_of_scope() -> None:
    assert [quote.in_scope for quote in list_gold_quotes(ROW)] == [True, True, False, True]


def test_what_was_set_aside_is_out_of_scope() -> None:
    assert not list_gold_quotes({**ROW, "discard": [[70, 91]]})[-1].in_scope


def test_the_figures_of_one_article(tmp_path: Path) -> None:
    path = tmp_path / "dev.jsonl"
    path.write_text(json.dumps(ROW) + "\n", encoding="utf-8")
    articles = extract_polnear(extract, path)
    values = {figure.name: figure.value for figure in [*measure_quotes(articles), *measure_speakers(articles)]}
    # Three in scope; three found and counted, two of them right, one of these with its source.
    assert values["PolNeAR speech: quote F1"] == pytest.approx(100 * 2 / 3)
    assert values["PolNeAR speech: attributed quote F1"] == pytest.approx(100 / 3)
    assert values["PolNeAR speakers, all: right"] == pytest.approx(50)
    assert values["PolNeAR speakers, pronoun: wrong"] == pytest.approx(100)
    assert values["PolNeAR speakers, all: right end to end"] == pytest.approx(100 / 3)


def test_scopes() -> None:
    row = {**ROW, "attributions": [{**ATTRIBUTIONS[0], "type": "direct"}, *ATTRIBUTIONS[1:]]}
    assert [quote.in_scope for quote in list_gold_quotes(row, "quoted")] == [True, False, False, False]
    assert [quote.in_scope for quote in list_gold_quotes(row, "all")] == [True, True, True, True]
    assert not list_gold_quotes({**ROW, "discard": [[70, 91]]}, "all")[-1].in_scope


def test_direct_and_mixed_alone() -> None:
    row = {**ROW, "attributions": [{**ATTRIBUTIONS[0], "type": "direct"}, *ATTRIBUTIONS[1:]]}
    sources = extract(TEXT, ExtractionOptions()).quoted_sources
    gold = list_gold_quotes(row, "quoted")
    # What is called indirect is neither a hit nor a false alarm.
    assert score_quotes(TEXT, gold, list_found_quotes(sources, "quoted")).attributed == Counts(0, 0, 1)
    direct = tuple(replace(each, quotes=(replace(each.quotes[0], kind="direct"),)) for each in sources)
    # Out of scope are the pronoun's and the want.
    assert score_quotes(TEXT, gold, list_found_quotes(direct, "quoted")).attributed == Counts(1, 2, 1)


def test_each_found_quotation_is_judged() -> None:
    sources = extract(TEXT, ExtractionOptions()).quoted_sources
    verdicts = judge_quotes(TEXT, list_gold_quotes(ROW), list_found_quotes(sources))
    # Right, right words of another source, out of scope, and an invention.
    assert verdicts == [True, False, None, False]


def test_given_quotations_only_names_are_judged(tmp_path: Path) -> None:
    text = "Ann Park came to Oslo on Monday. She said the plan was dead."
    start = text.index("She")
    attribution = {
        "source": [[start, start + 3]],
        "cue": [[start + 4, start + 8]],
        "content": [[start + 9, len(text) - 1]],
        "type": "indirect",
        "cue_reporting": True,
        "speaker": {"full_name": "Ann Park", "source_kind": "pronoun"},
    }
    path = tmp_path / "dev_resolved.jsonl"
    path.write_text(json.dumps({"text": text, "attributions": [attribution], "discard": []}) + "\n", encoding="utf-8")

    values = {figure.name: figure.value for figure in measure_given_speakers(spacy.load(MODEL_PATH), path)}

    assert values["PolNeAR speakers given, pronoun: right"] == pytest.approx(100)
    assert values["PolNeAR speakers given, pronoun: wrong"] == pytest.approx(0)
