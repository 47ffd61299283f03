"""Our own training articles: their marks, and what is wrong with them."""

import pytest

from evaluation.own_articles import convert_article
from training.corpora.annotated import LabelledSpan
from training.corpora.check_articles import list_complaints
from training.corpora.marked_articles import (
    ATTRIBUTION_LABELS,
    ENTITY_LABELS,
    MarkError,
    parse_article,
    parse_file,
    read_marked_articles,
)
from training.corpora.own import list_kinds, list_spans, read_split

HEAD = """t-1
s1 | Ada Osei | person | director | o1
s2 | agents | unnamed | - | -
o1 | Tema Port Authority | government
---
"""
BODY = """<l>TEMA</l> - <q1:s1>“Cranes come <v1>first</v1>”</q1>.

<v2><p>Ada Osei</p>, director of the <o1><l>Tema</l> Port Authority</o1> (<o1>TPA</o1>),</v2> <c2>said</c2> \
with agents <q2:s1:s2><k1>it would “buy four cranes”</k1></q2>."""


def test_marks_leave_the_text_and_become_spans() -> None:
    article = parse_article(HEAD + BODY)

    assert article.text == (
        "TEMA - “Cranes come first”.\n\n"
        "Ada Osei, director of the Tema Port Authority (TPA), said with agents it would “buy four cranes”."
    )
    words = [(article.text[span.start : span.end], span.label) for span in list_spans(article, ENTITY_LABELS)]
    assert words == [("TEMA", "LOC"), ("Ada Osei", "PERSON"), ("Tema Port Authority", "ORG"), ("TPA", "ORG")]


def test_of_nested_spans_the_outer_one_is_taught() -> None:
    article = parse_article(HEAD + BODY)

    spans = list_spans(article, ATTRIBUTION_LABELS)
    assert [span.label for span in spans] == ["CONTENT", "SOURCE", "CUE", "CONTENT"]
    assert spans[0] == LabelledSpan(7, 26, "CONTENT")


def test_every_mention_of_an_organisation_has_its_kind() -> None:
    article = parse_article(HEAD + BODY)

    kinds = [(article.text[span.start : span.end], span.label) for span in list_kinds(article)]
    assert kinds == [("Tema Port Authority", "government"), ("TPA", "government")]


def test_an_article_becomes_one_that_can_be_measured() -> None:
    gold = convert_article(parse_article(HEAD + BODY))

    osei, agents = gold.sources
    kinds = [(quote.kind, [gold.text[start:end] for start, end in quote.parts]) for quote in osei.quotes]
    assert kinds == [("direct", ["Cranes come first"]), ("mixed", ["it would “buy four cranes”"])]
    assert osei.affiliation == "Tema Port Authority"
    assert len(agents.quotes) == 1
    assert gold.organisations[0].forms == ("Tema Port Authority", "TPA")
    assert [gold.text[start:end] for start, end in gold.key_claims] == ["it would “buy four cranes”"]


@pytest.mark.parametrize(
    ("body", "complaint"),
    [
        (BODY.replace("</c2>", ""), "not closed"),
        (BODY.replace("<c2>", ""), "closed but not open"),
        (BODY.replace("<p>", "<p1>"), "a number"),
        (BODY.replace("<l>TEMA", "<z>TEMA"), "unknown mark"),
        (BODY + " 3 < 4", "bracket"),
    ],
)
def test_marks_that_do_not_pair_are_named(body: str, complaint: str) -> None:
    with pytest.raises(MarkError, match=complaint):
        parse_article(HEAD + body)


@pytest.mark.parametrize(
    ("body", "complaint"),
    [
        (BODY.replace("<o1>TPA", "<o2>TPA").replace("TPA</o1>", "TPA</o2>"), "o2 is not in the head"),
        (BODY.replace("<o1><l>Tema</l> Port Authority</o1>", "port"), "o1 is never marked as Tema Port Authority"),
        (BODY.replace("<q1:s1>", "<q1>"), "whose quotation"),
        (BODY.replace("<c2>said</c2>", "<c3>said</c3>"), "no quotation 3"),
        (BODY.replace(":s2", ""), "nobody quotes s2"),
        (BODY.replace("cranes”</k1>", "cranes </k1>”"), "blank"),
        (BODY.replace("<c2>said</c2>", "<c2>said\nso</c2>"), "paragraph"),
        (BODY.replace("director of", "head of"), "not in the text: director"),
    ],
)
def test_marks_that_do_not_agree_are_named(body: str, complaint: str) -> None:
    assert not list(list_complaints(parse_article(HEAD + BODY)))
    assert any(complaint in found for found in list_complaints(parse_article(HEAD + body)))


def test_a_wrong_head_is_named() -> None:
    with pytest.raises(MarkError, match="line of the head"):
        parse_article(HEAD.replace("government", "harbour") + BODY)
    with pytest.raises(MarkError, match="no line"):
        parse_article(HEAD.replace("---\n", "") + BODY)


def test_a_file_holds_several_articles() -> None:
    content = f"=== {HEAD}{BODY}\n\n=== {HEAD}{BODY}\n".replace("t-1", "t-2", 1)

    assert [article.id for article in parse_file(content)] == ["t-2", "t-1"]


def test_every_article_that_teaches_is_marked_right() -> None:
    articles = list(read_marked_articles())

    assert len({article.id for article in articles}) == len(articles) > 300
    assert [complaint for article in articles for complaint in list_complaints(article)] == []
    taught, kept = list(read_split("train")), list(read_split("dev"))
    assert len(taught) + len(kept) == len(articles)
    assert len(kept) > 20
    assert not {text.text for text in taught} & {text.text for text in kept}
