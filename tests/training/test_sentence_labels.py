"""The labels of our own articles' sentences, and our own columns."""

from training.corpora.catalogue import OWN_OPINION_MAP, OWN_ROLE_MAP
from training.corpora.marked_articles import is_kept_apart, read_marked_articles
from training.corpora.sentence_labels import read_opinions, read_sentence_labels


def test_every_labelled_article_exists_and_its_sentences_lie_in_it_in_order() -> None:
    articles = {article.id: article for article in read_marked_articles()}
    labels = read_sentence_labels()
    assert labels.keys() <= articles.keys()
    for name, heads in labels.items():
        spans = heads["roles"]
        bounds = [bound for span in spans for bound in (span.start, span.end)]
        assert bounds == sorted(bounds), name
        assert 0 <= bounds[0] < bounds[-1] <= len(articles[name].text), name
        assert not any(articles[name].text[span.start : span.end].isspace() for span in spans)


def test_every_letter_means_a_label() -> None:
    for heads in read_sentence_labels().values():
        assert {span.label for span in heads["roles"]} <= OWN_ROLE_MAP.keys()
        assert {span.label for span in heads["opinion"]} <= OWN_OPINION_MAP.keys()


def test_some_labelled_articles_are_kept_apart() -> None:
    kept = {article.id for article in read_marked_articles() if is_kept_apart(article)}
    assert 50 < len(kept & read_sentence_labels().keys()) < len(read_sentence_labels()) / 5


def test_columns_have_opinions_and_facts_and_one_in_ten_is_kept_apart() -> None:
    taught, kept = list(read_opinions("train")), list(read_opinions("dev"))
    assert len(kept) == (len(taught) + len(kept) + 9) // 10
    for piece in (*taught, *kept):
        spans = piece.spans["opinion"]
        assert {span.label for span in spans} == set(OWN_OPINION_MAP)
        assert " ".join(piece.text[span.start : span.end] for span in spans) == piece.text.strip()
