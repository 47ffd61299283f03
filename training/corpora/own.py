"""Our own training articles in the shape of every corpus."""

from collections.abc import Iterator
from pathlib import Path

from training.corpora.annotated import AnnotatedText, LabelledSpan
from training.corpora.marked_articles import (
    ATTRIBUTION_LABELS,
    ENTITY_LABELS,
    FOLDER,
    MarkedArticle,
    is_kept_apart,
    read_marked_articles,
)
from training.corpora.references import list_references
from training.corpora.sentence_labels import HEADS as SENTENCE_HEADS
from training.corpora.sentence_labels import read_sentence_labels


def read_split(split: str, folder: Path = FOLDER) -> Iterator[AnnotatedText]:
    """The articles of a split, "train" or "dev", with what their marks say, and some with labels of their sentences."""
    labels = read_sentence_labels()
    for article in read_marked_articles(folder):
        if is_kept_apart(article) == (split == "dev"):
            spans = {
                "entities": list_spans(article, ENTITY_LABELS),
                "kinds": list_kinds(article),
                "attribution": list_spans(article, ATTRIBUTION_LABELS),
                **list_references(article),
                **labels.get(article.id, dict.fromkeys(SENTENCE_HEADS, ())),
            }
            yield AnnotatedText(article.text, spans, is_article=True)


def list_spans(article: MarkedArticle, labels: dict[str, str]) -> tuple[LabelledSpan, ...]:
    """What the marks of these letters enclose, in order; of nested ones the outer."""
    spans: list[LabelledSpan] = []
    for mark in sorted(article.marked, key=lambda mark: (mark.start, -mark.end)):
        if mark.letter in labels and not (spans and mark.start < spans[-1].end):
            spans.append(LabelledSpan(mark.start, mark.end, labels[mark.letter]))
    return tuple(spans)


def list_kinds(article: MarkedArticle) -> tuple[LabelledSpan, ...]:
    """Every printed mention of an organisation, with its kind, in order."""
    kinds = {organisation.id: organisation.kind for organisation in article.organisations}
    mentions = sorted((mark.start, mark.end, kinds[f"o{mark.number}"]) for mark in article.marked if mark.letter == "o")
    return tuple(LabelledSpan(*mention) for mention in mentions)
