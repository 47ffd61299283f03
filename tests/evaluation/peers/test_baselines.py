"""The baselines that know no words: quotation marks, the lead, the headline."""

import pytest

from evaluation.peers import headline, lead, quotation_marks
from evaluation.peers.prose import list_sentences

ARTICLE = (
    "Ferry to stop in June\n\nBy Ann Roe\n12 May 2026\n\nThe harbour is old. Rain fell on Monday.\n"
    "The ferry will stop on 3 June, Mr. Lee said.\n“Nobody asked us.”\n"
)


def slice_all(text, spans):
    return [text[start:end] for start, end in spans]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She said: “We will not go.”", ["We will not go."]),
        ("It was “good enough”, he said.", []),
        ('"One two three four," said Lee. "Five six seven eight."', ["One two three four,", "Five six seven eight."]),
        ("“One ‘two three four five’ six,” he said.", ["One ‘two three four five’ six,"]),
        ("“It goes on and on\nuntil here", ["It goes on and on"]),
        ("''It is all over now,'' he said.", ["It is all over now,"]),
    ],
)
def test_what_stands_between_marks_is_a_quotation_of_nobody(text, expected):
    quotes = quotation_marks.find_quotes(text)

    assert [text[start:end] for quote in quotes for start, end in quote.parts] == expected
    assert not any(quote.speakers for quote in quotes)


def test_headlines_and_bylines_are_no_sentences():
    assert slice_all(ARTICLE, list_sentences(ARTICLE)) == [
        "The harbour is old.",
        "Rain fell on Monday.",
        "The ferry will stop on 3 June, Mr. Lee said.",
        "“Nobody asked us.”",
    ]


def test_the_lead_is_the_first_sentences():
    assert slice_all(ARTICLE, lead.find_claims(ARTICLE, places=2)) == ["The harbour is old.", "Rain fell on Monday."]


def test_the_sentence_that_shares_most_words_with_the_headline_comes_first():
    assert slice_all(ARTICLE, headline.find_claims(ARTICLE, places=2)) == [
        "The ferry will stop on 3 June, Mr. Lee said.",
        "The harbour is old.",
    ]


@pytest.mark.parametrize("find", [lead.find_claims, headline.find_claims])
def test_a_blank_text_has_no_claims(find):
    assert find(" \n ", places=5) == []
