"""How the systems that find quotations are scored."""

from evaluation.peers.direct_quotations import UnpairedMarksError
from evaluation.peers.quotations import NO_PARSE, measure_parsed, measure_system
from evaluation.scores.quoted_sources import ScoredQuote

TEXT = "“We will go,” Lee said. Roe said rain was near. Snow fell all day."
ARTICLE = {
    "text": TEXT,
    "attributions": [
        {"content": [[1, 12]], "source": [[14, 17]], "type": "direct", "cue_reporting": True},
        {"content": [[33, 46]], "source": [[24, 27]], "type": "indirect", "cue_reporting": True},
    ],
    "discard": [],
}


def find_all(text):
    """The direct quotation with its speaker, the indirect one with none, and an indirect one that is not there."""
    return [
        ScoredQuote(((1, 12),), ((14, 17),), "direct"),
        ScoredQuote(((33, 46),), (), "indirect"),
        ScoredQuote(((48, 65),), (), "indirect"),
    ]


def refuse(text):
    raise UnpairedMarksError


def list_values(row):
    return {figure.name: round(figure.value, 1) for figure in row.figures}


def test_both_scopes_are_scored():
    assert list_values(measure_system("peer", "", find_all, [ARTICLE])) == {
        "speech: quote F1": 80.0,
        "speech: attributed quote F1": 40.0,
        "speech: quote precision": 66.7,
        "speech: quote recall": 100.0,
        "quoted: quote F1": 100.0,
        "quoted: attributed quote F1": 100.0,
        "quoted: quote precision": 100.0,
        "quoted: quote recall": 100.0,
    }


def test_a_refused_text_counts_as_one_without_findings():
    row = measure_system("peer", "", refuse, [ARTICLE, ARTICLE])

    assert row.note == "refused 2 of 2 articles"
    assert set(list_values(row).values()) == {0.0}


def test_without_a_parser_the_rows_say_why_they_are_empty():
    assert [(row.figures, row.note) for row in measure_parsed(None, [ARTICLE])] == [((), NO_PARSE)] * 2
