"""Speech that lines mark: transcripts, dashes and lists, and lines that only look like it."""

import pytest

from service.components.sources.turns import read_turns
from service.extraction import Extraction
from service.pipeline.extractor import MODEL_PATH, Extractor

TRANSCRIPT = "OAKES: When did the hose fail?\n\nTAUFA: In March, at sea.\n\nOAKES: Whom did you tell?"
NO_TRANSCRIPTS = [
    "OAKES: When did the hose fail?",
    "Scorers: Lee, Park and Kim\nScorers: Fox, Bell and Ray",
    "FILE PHOTO: The ferry left at dawn.\n\nIt sank.\n\nSOURCE: The ministry of tides keeps the figures.",
    "Photo: The ferry in March\n\nSource: The ministry of tides",
    'OAKES: "When did the hose fail?"\n\nOAKES: "Whom did you tell?"',
]
ARTICLES = [
    (
        "The inquiry heard the engineer Viliami Taufa.\n\nOAKES: When did you see the hose fail?\n\n"
        "TAUFA: I saw it four times in a fortnight.\n\nOAKES: Whom did you tell?",
        [
            ("direct", "OAKES", "When did you see the hose fail?"),
            ("direct", "Viliami Taufa", "I saw it four times in a fortnight."),
            ("direct", "OAKES", "Whom did you tell?"),
        ],
    ),
    (
        "The ferry workers met in Lisbon on Friday."
        "\n\n— We will not go back to work before the money is paid, said Ana "
        "Lopes, who leads the union.\n\n— That is not true, replied the minister, Rui Costa.",
        [
            ("direct", "Ana Lopes", "We will not go back to work before the money is paid"),
            ("direct", "Rui Costa", "That is not true"),
        ],
    ),
    (
        "Ann Lee and Marcus Bell spoke at the meeting of the town council on Tuesday.\n\n"
        "“I pay my taxes on the first of May.” — Ann Lee, Lakeside\n\n"
        "“Nobody in this town needs another brewery.” — Unidentified speaker",
        [
            ("direct", "Ann Lee", "I pay my taxes on the first of May."),
            ("direct", "Unidentified speaker", "Nobody in this town needs another brewery."),
        ],
    ),
    (
        "Finance Minister Ruth Odhiambo set out her terms at a press conference in Nairobi. She said:\n\n"
        "- taxes on bread must fall by June\n- the old ferry will be sold;\n\nThe opposition had no comment.",
        [
            ("indirect", "Ruth Odhiambo", "taxes on bread must fall by June"),
            ("indirect", "Ruth Odhiambo", "the old ferry will be sold"),
        ],
    ),
]


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor.load(MODEL_PATH)


def list_quotations(extraction: Extraction) -> list[tuple[str, str | None, str]]:
    """Kind, speaker and text of each quotation, in the order of the article."""
    quotations = [
        (quote.parts[0].start, quote.kind, source.name, quote.text)
        for source in extraction.quoted_sources
        for quote in source.quotes
    ]
    return [(kind, name, text) for _, kind, name, text in sorted(quotations)]


@pytest.mark.parametrize(("text", "expected"), ARTICLES)
def test_lines_that_mark_speech(extractor: Extractor, text: str, expected: list[tuple[str, str, str]]) -> None:
    assert list_quotations(extractor.extract(text)) == expected


def test_each_turn_of_a_transcript_has_its_line() -> None:
    turns = read_turns(TRANSCRIPT)

    assert [TRANSCRIPT[slice(*turn.content.parts[0])] for turn in turns] == [
        "When did the hose fail?",
        "In March, at sea.",
        "Whom did you tell?",
    ]


@pytest.mark.parametrize("text", NO_TRANSCRIPTS)
def test_lines_of_other_kinds_are_no_transcript(text: str) -> None:
    assert read_turns(text) == []
