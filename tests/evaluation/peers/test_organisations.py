"""What the systems that mark names are taught and how they are read."""

import pytest
import spacy
from spacy.tokens import Doc, Span

from evaluation.peers import compromise
from evaluation.peers.spacy_ner import read_texts
from evaluation.peers.spacy_ner_examples import Lexicon, build_docs, build_lexicon, choose_type
from evaluation.peers.spacy_pipeline import list_organisations
from evaluation.scores.entities import Entity
from training.corpora.annotated import AnnotatedText, LabelledSpan

NLP = spacy.blank("en")
FULL = {"Org": ("ORG",), "Date": ("DATE",), "Norp": ("NORP",), "O": ()}
PARTIAL = {"ORG": ("ORG",), "MISC": ("NORP", "PRODUCT", "MISC"), "O": ("DATE",)}


def mark(text, *spans):
    """An annotated text with these words of it labelled."""
    found = [LabelledSpan(text.index(words), text.index(words) + len(words), label) for words, label in spans]
    return AnnotatedText(text, {"entities": tuple(found)})


@pytest.fixture
def lexicon():
    texts = [mark("In March 2022 Kurds left Nokia.", ("March 2022", "Date"), ("Kurds", "Norp"), ("Nokia", "Org"))]
    return build_lexicon(NLP, [(texts, FULL), ([mark("Acme in May", ("Acme", "ORG"))], PARTIAL)])


def test_only_a_corpus_in_which_nothing_hides_fills_the_lexicon(lexicon):
    assert lexicon == Lexicon(
        names={"DATE": {"March 2022"}, "NORP": {"Kurds"}, "ORG": {"Nokia"}},
        words={"DATE": {"march", "dddd"}, "NORP": {"kurds"}, "ORG": {"nokia"}},
    )


@pytest.mark.parametrize(
    ("types", "name", "expected"),
    [
        (("NORP", "PRODUCT", "MISC"), "Kurds", "NORP"),
        (("NORP", "PRODUCT", "MISC"), "Grand Prix", "MISC"),
        (("LOC", "FAC"), "Red Square", "LOC"),
    ],
)
def test_a_label_of_many_types_takes_the_known_or_the_widest(lexicon, types, name, expected):
    assert choose_type(types, name, lexicon) == expected


def test_a_line_is_a_document_and_a_hidden_word_is_unknown(lexicon):
    annotated = mark("Acme fell in 1996.\n\nThe Grand Prix", ("Acme", "ORG"), ("Grand Prix", "MISC"))
    docs = list(build_docs(NLP, [annotated], PARTIAL, lexicon))

    assert [[(token.text, token.ent_iob_ + token.ent_type_) for token in doc] for doc in docs] == [
        [("Acme", "BORG"), ("fell", "O"), ("in", "O"), ("1996", ""), (".", "O")],
        [("The", "O"), ("Grand", "BMISC"), ("Prix", "IMISC")],
    ]


def test_a_text_is_read_line_by_line_with_offsets_into_the_whole():
    nlp = spacy.blank("en")
    nlp.add_pipe("entity_ruler").add_patterns([{"label": "ORG", "pattern": "Nokia"}])

    assert read_texts(nlp, ["No.\n\nIt is Nokia"]) == [[Entity(11, 16, "ORG")]]


def test_the_pipeline_loses_its_articles_and_other_types():
    doc = Doc(NLP.vocab, words=["The", "Fed", "and", "Lee"])
    doc.ents = [Span(doc, 0, 2, "ORG"), Span(doc, 3, 4, "PERSON")]

    assert list(list_organisations(doc)) == [Entity(4, 7, "ORG")]


@pytest.mark.parametrize(
    ("text", "units", "expected"),
    [
        ("Nokia's plan", [0, 7], "Nokia"),
        ("Nokia 's plan", [0, 8], "Nokia"),
        ("by Acme Inc. now", [3, 12], "Acme Inc."),
        ("(Acme),", [1, 7], "Acme"),
        ("😀 Acme", [3, 7], "Acme"),
    ],
)
def test_spans_from_javascript_are_cut_to_the_name(text, units, expected):
    (entity,) = compromise.convert_spans(text, [units])

    assert text[entity.start : entity.end] == expected


def test_a_span_without_a_name_is_dropped():
    assert compromise.convert_spans("the 's", [[4, 6]]) == []


def test_without_its_package_compromise_says_what_is_missing():
    assert compromise.find_obstacle() is not None
