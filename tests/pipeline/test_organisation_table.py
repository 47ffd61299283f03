"""The operator's table in the whole service, with the model that ships."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from service import Extractor, read_table
from service.components.organisations.annotate import KINDS_NAME, NewsOrganisations
from service.extraction import ExtractionOptions, Organisation
from service.pipeline.extractor import MODEL_PATH, digest_folder

EXAMPLE = Path(__file__).parents[2] / "examples" / "organisations.csv"
OPTIONS = ExtractionOptions(features=("organisations",))
Find = Callable[[str, str], dict[str, Organisation]]


@cache
def load_extractor() -> Extractor:
    return Extractor.load(organisations=read_table(EXAMPLE))


@cache
def load_plain_extractor() -> Extractor:
    return Extractor.load()


@pytest.fixture
def find(tmp_path: Path) -> Find:
    """Finds the organisations of a text, by name, with a table of these lines."""

    def find_organisations(table: str, text: str) -> dict[str, Organisation]:
        path = tmp_path / "organisations.csv"
        path.write_text(table, encoding="utf-8")
        extractor = Extractor.load(organisations=read_table(path))
        return {found.name: found for found in extractor.extract(text, OPTIONS).organisations}

    return find_organisations


def list_forms(extractor: Extractor, text: str) -> set[str]:
    """Every printed form of an organisation."""
    found = extractor.extract(text, OPTIONS).organisations
    return {mention.text for organisation in found for mention in organisation.mentions}


def test_the_example_adds_identifies_and_joins() -> None:
    text = (
        "OSLO, March 3 (Reuters) - Doctors Without Borders left the Port of Vardøhus on Monday, a spokesman said. "
        "Sensors made by Big Blue stay in use, and IBM asked for them. Nvidia Corp. had no comment.\n"
    )

    organisations = load_extractor().extract(text).organisations

    assert {
        found.name: (found.kind, found.aliases, [(entry.scheme, entry.value) for entry in found.identifiers])
        for found in organisations
    } == {
        "Doctors Without Borders": ("ngo", (), [("wikidata", "Q49330"), ("desk", "aid-04")]),
        "Port of Vardøhus": ("other", (), [("desk", "shipping-12")]),
        "Big Blue": ("company", ("IBM",), [("wikidata", "Q37156"), ("ticker", "IBM"), ("desk", "tech-02")]),
        "Nvidia Corp.": ("company", (), [("wikidata", "Q182477"), ("ticker", "NVDA"), ("desk", "tech-07")]),
    }
    for found in organisations:
        assert [text[mention.start : mention.end] for mention in found.mentions] == [
            mention.text for mention in found.mentions
        ]
    assert sum(found.salience for found in organisations) == pytest.approx(1)
    assert "Port of Vardøhus" not in list_forms(load_plain_extractor(), text)


NAMES = "name\nFord\nBolt Tides\nPARIS\nReuters\nMobile\nWHO\nApple\nTotal\n"
UNTOUCHED = [
    "PARIS, March 2 (Reuters) - The river rose, officials said. Nobody was hurt.",
    "Gerald Ford was the thirty-eighth president, and in 1974 Ford pardoned Richard Nixon.",
    "A grant of the Ford Foundation paid for the library, the mayor said.",
    "WHO WON THE RACE\nThe river rose on Monday, and the race was called off.",
    "Shares of T-Mobile rose 3% on Monday, analysts said.",
    "Total rainfall was 40 millimetres, and the river rose.",
    "The bolt tides and the mobile homes of the ford were gone.",
]


@pytest.mark.parametrize("text", UNTOUCHED)
def test_nothing_is_added_inside_names_datelines_capital_lines_and_plain_words(tmp_path: Path, text: str) -> None:
    (tmp_path / "table.csv").write_text(NAMES, encoding="utf-8")

    with_table = Extractor.load(organisations=read_table(tmp_path / "table.csv"))

    assert list_forms(with_table, text) == list_forms(load_plain_extractor(), text)


def test_a_longer_name_takes_the_place_of_its_parts(find: Find) -> None:
    found = find("name,desk\nDoctors Without Borders,d-1\n", "Doctors Without Borders (MSF) left, a spokesman said.")

    assert list(found) == ["Doctors Without Borders"]
    assert found["Doctors Without Borders"].aliases == ("MSF",)


def test_a_name_over_the_end_of_a_line_is_found_and_over_a_blank_line_is_not(find: Find) -> None:
    table = "name,desk\nPort of Vardøhus,d-1\n"

    assert "Port of Vardøhus" in find(table, "The ships lay in the Port\nof Vardøhus until the storm was over.")
    assert "Port of Vardøhus" not in find(table, "The ships lay in the Port\n\nof Vardøhus until the storm was over.")


TICKERS = [
    ("name,ticker\nNvidia,NV-7\n", [("ticker", "NV-7")]),
    ("name,lei,ticker\nNvidia,L1,\n", [("lei", "L1"), ("ticker", "NVDA")]),
    ("name,lei\nAcme,L1\n", [("ticker", "NVDA")]),
]


@pytest.mark.parametrize(("table", "expected"), TICKERS)
def test_a_printed_ticker_stands_where_the_table_has_none(
    find: Find, table: str, expected: list[tuple[str, str]]
) -> None:
    found = find(table, "Shares of Nvidia (NASDAQ: NVDA) rose 3% on Monday, analysts said.")

    assert [(entry.scheme, entry.value) for entry in found["Nvidia"].identifiers] == expected


def test_the_kind_of_a_row_beats_the_models(find: Find) -> None:
    text = "Shares of Nvidia rose 3% on Monday, analysts said."

    assert find("name,kind\nNvidia,sports\n", text)["Nvidia"].kind == "sports"
    assert find("name,kind\nNvidia,\n", text)["Nvidia"].kind == "company"


def test_the_table_is_no_part_of_the_model(tmp_path: Path) -> None:
    extractor = load_extractor()
    assert (extractor.table, extractor.model.digest) == (read_table(EXAMPLE).version, digest_folder(MODEL_PATH))
    assert load_plain_extractor().table is None

    component = NewsOrganisations().from_disk(MODEL_PATH / "news_organisations")
    component.table = read_table(EXAMPLE)
    component.to_disk(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == [KINDS_NAME]


HOSTILE = {
    "one word": "Nvidia" * 160_000,
    "names and little else": "and the Port of Vardøhus " * 1_500,
    "names with marks": "Nvidia-Apple’s/IBM&U.N." * 600,
    "beginnings of names": "International Business " * 5_000,
    "capital lines": "IBM\n" * 4_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_text_is_read_with_exact_offsets(text: str) -> None:
    for found in load_extractor().extract(text, OPTIONS).organisations:
        for mention in found.mentions:
            assert text[mention.start : mention.end] == mention.text
