"""What a reader gets of an annotated Doc."""

import re
from datetime import date

import pytest
import spacy
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from service.components.dateline.annotate import annotate_dateline
from service.components.dateline.gazetteer import load_gazetteer
from service.components.dateline.read import read_dateline
from service.components.span_keys import DATELINE, DATELINE_LOCATION
from service.extraction import Dateline

STORY = "The harbour authority said on Friday that the northern pier would stay shut until the new cranes arrive."


def build_doc(text: str) -> Doc:
    """A Doc whose tokens are words, marks and runs of blanks, as the pipeline's tokeniser cuts them."""
    words = re.findall(r"\w+|[^\w\s]|\s+", text)
    return Doc(Vocab(), words=words, spaces=[False] * len(words))


def read(text: str, published: date | None = None) -> Dateline | None:
    """The dateline of a text."""
    return read_dateline(annotate_dateline(build_doc(text), load_gazetteer()), published)


def test_a_full_dateline() -> None:
    dateline = read(f"Pier shut\n\nSÃO PAULO/PORTLAND, Ore., Dec. 31 (Xinhuanet) -- {STORY}", date(2026, 1, 1))

    assert dateline is not None
    assert (dateline.text, dateline.start, dateline.end) == ("SÃO PAULO/PORTLAND, Ore., Dec. 31 (Xinhuanet)", 11, 56)
    assert (dateline.date, dateline.date_text, dateline.agency) == (date(2025, 12, 31), "Dec. 31", "Xinhua")
    first, second = dateline.locations
    assert (first.text, first.start, first.end, first.name, first.country_code) == (
        "SÃO PAULO",
        11,
        20,
        "São Paulo",
        "BR",
    )
    assert (second.text, second.start, second.end) == ("PORTLAND, Ore.", 21, 35)
    assert (second.name, second.region, second.country) == ("Portland", "Oregon", "United States")
    assert (round(second.latitude or 0), round(second.longitude or 0)) == (46, -123)


@pytest.mark.parametrize(
    ("printed", "agency"),
    [
        ("LIMA (AP) —", "AP"),
        ("LIMA, May 2 /PRNewswire-FirstCall/ --", "PR Newswire"),
        ("LIMA--(BUSINESS WIRE)--", "Business Wire"),
        ("LIMA, May 2, 2020 (GLOBE NEWSWIRE) --", "GlobeNewswire"),
        ("LIMA, May 2. /TASS/.", "TASS"),
        ("LIMA (Itar-Tass) -", "TASS"),
        ("LIMA, May 2, Reuter -", "Reuters"),
        ("LIMA (BSS/AFP) -", "BSS/AFP"),
        ("LIMA (KXYZ-TV) -", "KXYZ-TV"),
        ("LIMA--(Newsfile Corp. - May 2, 2020) -", "Newsfile"),
        ("Canadian Press - TORONTO (CP) -", "The Canadian Press"),
        ("Quayside via JTA —", "JTA"),
        ("LIMA, May 2, 2020 (GLOBE NEWSWIRE via COMTEX) --", "GlobeNewswire"),
        ("LIMA, Tues AAP -", "AAP"),
        ("(CNN) --", "CNN"),
        ("LIMA —", None),
    ],
)
def test_the_agency_is_named_as_readers_know_it(printed: str, agency: str | None) -> None:
    dateline = read(f"{printed} {STORY}")

    assert dateline is not None
    assert dateline.agency == agency


def test_a_dateline_without_a_place() -> None:
    dateline = read(f"Nov. 25 (UPI) -- {STORY}")

    assert dateline is not None
    assert (dateline.text, dateline.locations, dateline.date) == ("Nov. 25 (UPI)", (), None)


@pytest.mark.parametrize(
    ("printed", "published", "day"),
    [
        ("LIMA, Dec. 31 (Reuters) -", date(2026, 1, 2), date(2025, 12, 31)),
        ("Dec. 31 (UPI) --", date(2026, 1, 2), date(2025, 12, 31)),
        ("LIMA, Jan. 1 (Reuters) -", date(2025, 12, 31), date(2026, 1, 1)),
        ("LIMA, July 1 (Reuters) -", date(2026, 1, 2), None),
        ("LIMA, Tuesday (AAP) -", date(2026, 3, 4), date(2026, 3, 3)),
        ("LIMA, Narch 2 -", date(2026, 3, 4), date(2026, 3, 2)),
    ],
)
def test_the_day_of_publication_settles_the_year(printed: str, published: date, day: date | None) -> None:
    dateline = read(f"{printed} {STORY}", published)

    assert dateline is not None
    assert dateline.date == day


@pytest.mark.parametrize("text", ["", STORY, f"Exclusive: {STORY}"])
def test_no_dateline(text: str) -> None:
    doc = annotate_dateline(build_doc(text), load_gazetteer())

    assert read_dateline(doc, None) is None
    assert (len(doc.spans[DATELINE]), len(doc.spans[DATELINE_LOCATION])) == (0, 0)


def test_a_doc_that_was_not_annotated_has_none() -> None:
    assert read_dateline(build_doc(f"LIMA (AP) — {STORY}"), None) is None


def test_the_spans_hold_the_line_and_its_places() -> None:
    doc = annotate_dateline(build_doc(f"LIMA, Peru/QUITO (AP) — {STORY}"), load_gazetteer())

    assert [span.text for span in doc.spans[DATELINE]] == ["LIMA, Peru/QUITO (AP)"]
    assert [span.text for span in doc.spans[DATELINE_LOCATION]] == ["LIMA, Peru", "QUITO"]


def test_entities_are_evidence_where_the_form_is_open() -> None:
    doc = build_doc(f"Detroit – {STORY}")
    doc.set_ents([Span(doc, 0, 1, label="PERSON")])
    annotate_dateline(doc, load_gazetteer())
    person = read_dateline(doc, None)
    doc.set_ents([Span(doc, 0, 1, label="LOC")])
    annotate_dateline(doc, load_gazetteer())
    place = read_dateline(doc, None)

    assert person is None
    assert place is not None


@pytest.mark.parametrize(("label", "country_code"), [("LOC", "CR"), ("PERSON", "US"), (None, "US")])
def test_a_country_that_the_story_names_settles_a_city_with_namesakes(label: str | None, country_code: str) -> None:
    text = f"SAN JOSE, Dec 31 (Reuters) - A crane fell in Costa Rica. {STORY}"
    doc = build_doc(text)
    start = text.index("Costa")
    if label:
        doc.set_ents([doc.char_span(start, start + len("Costa Rica"), label=label)])
    dateline = read_dateline(annotate_dateline(doc, load_gazetteer()), None)

    assert dateline is not None
    assert dateline.locations[0].country_code == country_code


def test_a_country_further_on_settles_nothing() -> None:
    text = f"SAN JOSE (Reuters) - {STORY * 8} Costa Rica"
    doc = build_doc(text)
    doc.set_ents([doc.char_span(len(text) - len("Costa Rica"), len(text), label="LOC")])
    dateline = read_dateline(annotate_dateline(doc, load_gazetteer()), None)

    assert dateline is not None
    assert dateline.locations[0].country_code == "US"


def test_a_byline_that_is_glued_to_the_first_word_is_no_part_of_it() -> None:
    dateline = read(f"By Ana LeeLIMA, Peru, May 2, 2023 /PRNewswire/ -- {STORY}")

    assert dateline is not None
    assert (dateline.text, dateline.start) == ("LIMA, Peru, May 2, 2023 /PRNewswire/", 10)


def test_the_component_is_registered() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("news_dateline")

    assert read_dateline(nlp(f"LIMA (AP) — {STORY}"), None) is not None
