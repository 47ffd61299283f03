"""The library with the model that ships: the sample article whole, bad input, and what holds for every answer."""

import json
import shutil
from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from service import Extraction, Extractor
from service.errors import BlankTextError, InvalidUnicodeError, ModelError, UnsupportedLanguageError
from service.extraction import FEATURES, ExtractionOptions
from service.pipeline.extractor import MODEL_PATH, digest_folder

GOLD = Path(__file__).parents[2] / "evaluation" / "gold"
ARTICLES = sorted(GOLD.glob("*.json"))


@cache
def load_extractor() -> Extractor:
    return Extractor.load()


def read_text(path: Path) -> str:
    return str(json.loads(path.read_text(encoding="utf-8"))["text"])


def collect_spans(record: object) -> list[tuple[str, int, int]]:
    """Every (text, start, end) inside a record; a quote's own text is its parts', and has no offsets."""
    if isinstance(record, tuple):
        return [span for member in record for span in collect_spans(member)]
    if not is_dataclass(record):
        return []
    own = [(record.text, record.start, record.end)] if hasattr(record, "start") else []
    return own + [span for field in fields(record) for span in collect_spans(getattr(record, field.name))]


def collect_ids(extraction: Extraction) -> list[str]:
    quotes = [quote.id for source in extraction.quoted_sources for quote in source.quotes]
    records = (*extraction.quoted_sources, *extraction.organisations, *extraction.key_claims)
    return [*quotes, *(record.id for record in records)]


@pytest.fixture(scope="module")
def sample() -> Extraction:
    return load_extractor().extract(read_text(GOLD / "seed.json"))


def test_the_samples_dateline(sample: Extraction) -> None:
    assert sample.dateline is not None
    assert sample.dateline.text == "Beijing, China"
    assert [place.country_code for place in sample.dateline.locations] == ["CN"]
    assert (sample.dateline.date, sample.dateline.agency) == (None, None)


def test_the_samples_sources(sample: Extraction) -> None:
    assert [(source.name, source.kind) for source in sample.quoted_sources] == [
        ("Industry analysts", "unnamed"),
        ("Michelle Zhang", "person"),
        ("Experts", "unnamed"),
    ]
    analysts, zhang, experts = sample.quoted_sources
    assert zhang.description == "a tech analyst based in Shanghai"
    assert [(quote.kind, len(quote.parts)) for quote in zhang.quotes] == [("direct", 2)]
    assert [quote.kind for quote in (*analysts.quotes, *experts.quotes)] == ["indirect", "indirect"]


def test_the_samples_organisations(sample: Extraction) -> None:
    assert {record.name: len(record.mentions) for record in sample.organisations} == {
        "Nvidia": 4,
        "Baidu": 1,
        "Huawei": 1,
    }
    assert sum(record.salience for record in sample.organisations) == pytest.approx(1)


def test_the_samples_claims(sample: Extraction) -> None:
    gold = json.loads((GOLD / "seed.json").read_text(encoding="utf-8"))["key_claims"]

    found = [claim for claim in gold if any(claim in made.text or made.text in claim for made in sample.key_claims)]

    assert len(sample.key_claims) == 5
    assert len(found) >= 3


@pytest.mark.parametrize("path", ARTICLES, ids=[path.stem for path in ARTICLES])
def test_every_answer_is_exact_ordered_and_tied(path: Path) -> None:
    text = read_text(path)

    extraction = load_extractor().extract(text)

    assert [span for span in collect_spans(extraction) if text[span[1] : span[2]] != span[0]] == []
    ids = collect_ids(extraction)
    assert len(ids) == len(set(ids))
    for claim in extraction.key_claims:
        assert claim.claimant is None or claim.claimant.source_id in ids
        assert set(claim.organisation_ids) <= set(ids)
    scores = [claim.score for claim in extraction.key_claims]
    assert scores == sorted(scores, reverse=True)
    for source in extraction.quoted_sources:
        assert source.organisation_id is None or source.organisation_id in ids
        for quote in source.quotes:
            bounds = [offset for part in quote.parts for offset in (part.start, part.end)]
            assert bounds == sorted(bounds)
            assert quote.text == " ".join(part.text for part in quote.parts)
            assert 0 <= quote.confidence <= 1
    assert load_extractor().extract(text) == extraction


@pytest.mark.parametrize("feature", FEATURES)
def test_only_what_was_asked_for_is_answered(feature: str) -> None:
    text = read_text(GOLD / "a02.json")

    extraction = load_extractor().extract(text, ExtractionOptions(features=(feature,)))  # type: ignore[arg-type]

    answered = [name for name in FEATURES if getattr(extraction, name)]
    assert answered == [feature]
    assert {claim.claimant for claim in extraction.key_claims} <= {None}
    assert {source.organisation_id for source in extraction.quoted_sources} <= {None}


@pytest.mark.parametrize("text", ["", " \n\t ", "\u00a0\u2003"])
def test_blank_text_is_refused(text: str) -> None:
    with pytest.raises(BlankTextError):
        load_extractor().extract(text)


def test_lone_surrogates_are_refused_where_they_stand() -> None:
    with pytest.raises(InvalidUnicodeError) as caught:
        load_extractor().extract("abc\ud800")
    assert caught.value.position == 3


def test_another_language_is_refused_and_a_name_in_one_is_not() -> None:
    german = (
        "Der Bundestag hat am Freitag nach langer Debatte ein neues Gesetz beschlossen, das die Renten erhöht. " * 3
    )
    with pytest.raises(UnsupportedLanguageError):
        load_extractor().extract(german)
    assert load_extractor().extract("Die Zeit said so.").language == "en"


@pytest.mark.parametrize("text", ["…?!—", "“”\"'", "😀 😀"])
def test_marks_alone_hold_nothing(text: str) -> None:
    extraction = load_extractor().extract(text)

    assert (extraction.dateline, extraction.quoted_sources, extraction.organisations, extraction.key_claims) == (
        None,
        (),
        (),
        (),
    )
    assert extraction.warnings == ("the text holds no words",)


BITS = (*"aA b.“”\"'\n,:—é😀1$%(", "said ", "Reuters ", "PARIS ", "Ms Lee ", "“No,” ")
HOSTILE = {
    "one line": "Nvidia said sales rose. " * 8_000,
    "one word": "a" * 1_000_000,
    "open marks": "“He said " * 3_000,
    "closing marks": "he said” " * 3_000,
    "straight marks": '"He said ' * 3_001,
    "slashes": "PARIS/" * 20_000,
    "dots": "U.S. " * 10_000,
    "newlines": "\n" * 50_000 + "He said no.",
    "control characters": "He\x00 said\x07 “no\x1f,” Acme\u200b told Reuters.\u2028" * 20,
    "right to left": "He said “\u202eשלום עולם\u202c,” Acme told Reuters. " * 20,
    "emoji": "“👩‍👩‍👧‍👦 won 🏆 3–0,” said 🇳🇬 coach Ann Lee of Acme. " * 20,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_text_is_read_with_exact_offsets(text: str) -> None:
    extraction = load_extractor().extract(text)

    assert [span for span in collect_spans(extraction) if text[span[1] : span[2]] != span[0]] == []


@given(st.lists(st.sampled_from(BITS), max_size=60))
@settings(max_examples=150, deadline=None)
def test_any_text_is_read_or_refused(bits: list[str]) -> None:
    text = "".join(bits)
    if text.isspace() or not text:
        return
    extraction = load_extractor().extract(text)

    assert [span for span in collect_spans(extraction) if text[span[1] : span[2]] != span[0]] == []


def test_a_folder_without_a_model_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="weights"):
        Extractor.load(tmp_path)


def test_the_digest_knows_every_file_but_the_card(tmp_path: Path) -> None:
    (tmp_path / "part").mkdir()
    (tmp_path / "part" / "links.json").write_text("{}", encoding="utf-8")
    before = digest_folder(tmp_path)

    (tmp_path / "CARD.md").write_text("read me", encoding="utf-8")
    assert digest_folder(tmp_path) == before

    (tmp_path / "part" / "links.json").rename(tmp_path / "part" / "other.json")
    assert digest_folder(tmp_path) != before
    (tmp_path / "part" / "other.json").rename(tmp_path / "part" / "links.json")
    (tmp_path / "part" / "links.json").write_text("{ }", encoding="utf-8")
    assert digest_folder(tmp_path) != before


def test_weights_of_another_version_are_refused(tmp_path: Path) -> None:
    model = tmp_path / "model"
    shutil.copytree(MODEL_PATH, model)
    (model / "news_sources" / "confidence.json").write_text("{}", encoding="utf-8")

    with pytest.raises(ModelError, match=r"confidence\.json"):
        Extractor.load(model)
