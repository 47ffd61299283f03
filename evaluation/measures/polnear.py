"""Figures of quotations end to end on PolNeAR: found, attributed, and resolved to the speaker's full name.

The scope is speech: attributions that are direct or mixed, or indirect with a reporting cue. Every other attribution,
and what the annotators set aside, is an ignore zone.
"""

from collections import Counter
from itertools import islice
from pathlib import Path
from typing import Any

from evaluation.extractions import Extract, extract_article
from evaluation.figures import Figure, Target, figure_f1, figure_share
from evaluation.scores.counts import Counts, add_counts
from evaluation.scores.quoted_sources import QuoteScores, ScoredQuote, collect_letters, match_quotes, score_quotes
from evaluation.scores.speakers import judge_resolution, list_parts
from service.extraction import ExtractionOptions, QuotedSource
from training.corpora.annotated import read_rows

OPTIONS = ExtractionOptions(features=("quoted_sources",))
ATTRIBUTED_TARGET = Target(70.0, "at least")
SOURCE_KINDS = ("single-name", "pronoun", "full-name")
RESOLUTIONS = ("right", "wrong", "unresolved")


def measure_polnear(extract: Extract, folder: Path, *, limit: int | None = None) -> list[Figure]:
    """The figures of quotations, then those of resolved names."""
    quotes = [
        score_quotes(row["text"], list_gold_quotes(row), list_found_quotes(extract_sources(extract, row)))
        for row in islice(read_rows(folder / "dev.jsonl"), limit)
    ]
    judged: Counter[tuple[str, str]] = Counter()
    for row in islice(read_rows(folder / "dev_resolved.jsonl"), limit):
        judged.update(judge_speakers(row, extract_sources(extract, row)))
    return [*list_quote_figures(quotes), *list_speaker_figures(judged)]


def extract_sources(extract: Extract, row: dict[str, Any]) -> tuple[QuotedSource, ...]:
    """The quoted sources of a row's text."""
    return extract_article(extract, row["text"], OPTIONS).extraction.quoted_sources


def list_gold_quotes(row: dict[str, Any]) -> list[ScoredQuote]:
    """The attributions of a row, those out of scope as ignore zones."""
    quotes = [
        ScoredQuote(
            parts=list_offsets(attribution["content"]),
            speakers=list_offsets(attribution["source"]),
            kind=attribution["type"],
            in_scope=attribution["type"] != "indirect" or attribution["cue_reporting"],
        )
        for attribution in row["attributions"]
    ]
    zones = [ScoredQuote((span,), (), "discard", in_scope=False) for span in list_offsets(row["discard"])]
    return [*quotes, *zones]


def list_offsets(pairs: list[list[int]]) -> tuple[tuple[int, int], ...]:
    """Spans of a row as offsets."""
    return tuple((start, end) for start, end in pairs)


def list_found_quotes(sources: tuple[QuotedSource, ...]) -> list[ScoredQuote]:
    """The quotations of an extraction."""
    return [
        ScoredQuote(
            parts=list_parts(quote),
            speakers=((quote.speaker.start, quote.speaker.end),) if quote.speaker else (),
            kind=quote.kind,
        )
        for source in sources
        for quote in source.quotes
    ]


def judge_speakers(row: dict[str, Any], sources: tuple[QuotedSource, ...]) -> Counter[tuple[str, str]]:
    """How many of a row's named speakers came out how: (source kind, resolution or "missed") → count."""
    gold = row["attributions"]
    found = [(source, quote) for source in sources for quote in source.quotes]
    matches = match_quotes(
        [collect_letters(row["text"], list_offsets(attribution["content"])) for attribution in gold],
        [collect_letters(row["text"], list_parts(quote)) for _, quote in found],
    )
    sources_of_gold = {expected: found[index][0] for index, expected in matches.items()}
    judged: Counter[tuple[str, str]] = Counter()
    for at, attribution in enumerate(gold):
        speaker = attribution.get("speaker")
        if speaker:
            source = sources_of_gold.get(at)
            judged[
                speaker["source_kind"],
                "missed" if source is None else judge_resolution(speaker["full_name"], source),
            ] += 1
    return judged


def list_quote_figures(scores: list[QuoteScores]) -> list[Figure]:
    """The figures of quotations over all articles."""
    kinds = sorted({kind for score in scores for kind in score.recall_by_kind})
    empty = Counts(0, 0, 0)
    return [
        figure_f1(
            "PolNeAR speech: attributed quote F1", add_counts(score.attributed for score in scores), ATTRIBUTED_TARGET
        ),
        figure_f1("PolNeAR speech: quote F1", add_counts(score.quotes for score in scores)),
        figure_f1("PolNeAR speech: exact content F1", add_counts(score.exact for score in scores)),
        *(
            figure_recall(f"PolNeAR speech: {kind} recall", [score.recall_by_kind.get(kind, empty) for score in scores])
            for kind in kinds
        ),
        figure_recall("PolNeAR speech: kind right", [score.kind_right for score in scores]),
    ]


def figure_recall(name: str, counts: list[Counts]) -> Figure:
    """The recall of counts in percent."""
    total = add_counts(counts)
    return figure_share(name, total.right, total.expected)


def list_speaker_figures(judged: Counter[tuple[str, str]]) -> list[Figure]:
    """Shares of right, wrong and unresolved names among matched quotations, for each kind of source and over all."""
    figures: list[Figure] = []
    for name, kinds in (("all", SOURCE_KINDS), *((kind, (kind,)) for kind in SOURCE_KINDS)):
        counts = {outcome: sum(judged[kind, outcome] for kind in kinds) for outcome in (*RESOLUTIONS, "missed")}
        matched = sum(counts[outcome] for outcome in RESOLUTIONS)
        figures.extend(
            figure_share(f"PolNeAR speakers, {name}: {outcome}", counts[outcome], matched) for outcome in RESOLUTIONS
        )
        figures.append(
            figure_share(f"PolNeAR speakers, {name}: right end to end", counts["right"], matched + counts["missed"])
        )
    return figures
