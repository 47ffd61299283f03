"""Figures of quotations end to end on PolNeAR: found, and attributed to the words that name the source.

Scopes: "speech" is the attributions that are direct or mixed, or indirect with a reporting cue; "quoted" those that are
direct or mixed; "all" every one. Every attribution out of scope, and what the annotators set aside, is an ignore zone.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any, Literal

from evaluation.extractions import Extract, extract_article
from evaluation.figures import Figure, Target, figure_f1, figure_recall
from evaluation.scores.counts import Counts
from evaluation.scores.quoted_sources import ScoredQuote, score_quotes
from evaluation.scores.speakers import list_parts
from service.extraction import ExtractionOptions, QuotedSource
from training.corpora.annotated import read_rows

Scope = Literal["speech", "quoted", "all"]
OPTIONS = ExtractionOptions(features=("quoted_sources",))
QUOTE_TARGET = Target(86.0, "at least")
ATTRIBUTED_TARGET = Target(80.0, "at least")
ATTRIBUTED_QUOTED_TARGET = Target(88.0, "at least")


@dataclass(frozen=True, slots=True)
class PolnearArticle:
    """An article of PolNeAR as its file has it, and the sources that were extracted from it."""

    row: dict[str, Any]
    sources: tuple[QuotedSource, ...]


def extract_polnear(extract: Extract, path: Path, *, limit: int | None = None) -> list[PolnearArticle]:
    """The articles of a file with what is extracted from each; at most limit of them."""
    return [PolnearArticle(row, extract_sources(extract, row)) for row in islice(read_rows(path), limit)]


def extract_sources(extract: Extract, row: dict[str, Any]) -> tuple[QuotedSource, ...]:
    """The quoted sources of a row's text."""
    return extract_article(extract, row["text"], OPTIONS).extraction.quoted_sources


def list_gold_quotes(row: dict[str, Any], scope: Scope = "speech") -> list[ScoredQuote]:
    """The attributions of a row, those out of scope as ignore zones."""
    quotes = [
        ScoredQuote(
            parts=list_offsets(attribution["content"]),
            speakers=list_offsets(attribution["source"]),
            kind=attribution["type"],
            in_scope=is_in_scope(attribution, scope),
        )
        for attribution in row["attributions"]
    ]
    zones = [ScoredQuote((span,), (), "discard", in_scope=False) for span in list_offsets(row["discard"])]
    return [*quotes, *zones]


def is_in_scope(attribution: dict[str, Any], scope: Scope) -> bool:
    """Whether an attribution is to be found."""
    if scope == "all" or attribution["type"] != "indirect":
        return True
    return scope == "speech" and bool(attribution["cue_reporting"])


def list_offsets(pairs: list[list[int]]) -> tuple[tuple[int, int], ...]:
    """Spans of a row as offsets."""
    return tuple((start, end) for start, end in pairs)


def list_found_quotes(sources: tuple[QuotedSource, ...], scope: Scope = "speech") -> list[ScoredQuote]:
    """The quotations of an extraction; of the scope "quoted" only those that are called direct or mixed."""
    return [
        ScoredQuote(
            parts=list_parts(quote),
            speakers=((quote.speaker.start, quote.speaker.end),) if quote.speaker else (),
            kind=quote.kind,
        )
        for source in sources
        for quote in source.quotes
        if scope != "quoted" or quote.kind != "indirect"
    ]


def measure_quotes(articles: Sequence[PolnearArticle]) -> list[Figure]:
    """The figures of quotations."""
    speech = [
        score_quotes(article.row["text"], list_gold_quotes(article.row), list_found_quotes(article.sources))
        for article in articles
    ]
    quoted = [
        score_quotes(
            article.row["text"], list_gold_quotes(article.row, "quoted"), list_found_quotes(article.sources, "quoted")
        )
        for article in articles
    ]
    kinds = sorted({kind for score in speech for kind in score.recall_by_kind})
    empty = Counts(0, 0, 0)
    return [
        figure_f1("PolNeAR speech: attributed quote F1", [score.attributed for score in speech], ATTRIBUTED_TARGET),
        figure_f1("PolNeAR speech: quote F1", [score.quotes for score in speech], QUOTE_TARGET),
        figure_f1("PolNeAR speech: exact content F1", [score.exact for score in speech]),
        *(
            figure_recall(f"PolNeAR speech: {kind} recall", [score.recall_by_kind.get(kind, empty) for score in speech])
            for kind in kinds
        ),
        figure_recall("PolNeAR speech: kind right", [score.kind_right for score in speech]),
        figure_f1(
            "PolNeAR direct and mixed: attributed quote F1",
            [score.attributed for score in quoted],
            ATTRIBUTED_QUOTED_TARGET,
        ),
        figure_f1("PolNeAR direct and mixed: quote F1", [score.quotes for score in quoted]),
    ]
