"""Figures of all four outputs on our own annotated articles."""

from dataclasses import dataclass

from evaluation.extractions import Extract, extract_article
from evaluation.figures import Figure, figure_f1, figure_mean, figure_share
from evaluation.gold_articles import GoldArticle, GoldDateline
from evaluation.scores.counts import Counts, add_counts
from evaluation.scores.datelines import DatelinePair, ScoredDateline, score_datelines
from evaluation.scores.key_claims import score_claims
from evaluation.scores.organisations import score_organisations
from evaluation.scores.speakers import score_sources
from service.extraction import Dateline, Extraction, ExtractionOptions


@dataclass(frozen=True, slots=True)
class GoldPair:
    """An annotated article, and what was extracted from it."""

    article: GoldArticle
    extraction: Extraction


def measure_gold(extract: Extract, articles: list[GoldArticle]) -> list[Figure]:
    """The figures of datelines, quoted sources, organisations and key claims."""
    pairs = [
        GoldPair(
            article, extract_article(extract, article.text, ExtractionOptions(published=article.published)).extraction
        )
        for article in articles
    ]
    return [
        *measure_datelines(pairs),
        *measure_sources(pairs),
        *measure_organisations(pairs),
        *measure_claims(pairs),
    ]


def measure_datelines(pairs: list[GoldPair]) -> list[Figure]:
    """The figures of datelines: all but the first over the articles that have one."""
    scores = score_datelines(
        DatelinePair(convert_gold(pair.article.dateline), convert_found(pair.extraction.dateline)) for pair in pairs
    )
    return [
        figure_f1("gold datelines: detection F1", scores.detection),
        figure_right("gold datelines: text exact", scores.text),
        figure_right("gold datelines: locations right", scores.locations),
        figure_right("gold datelines: country codes right", scores.countries),
        figure_right("gold datelines: date right", scores.days),
        figure_right("gold datelines: agency right", scores.agencies),
        figure_share("gold datelines: false alarms", scores.false_alarms.right, scores.false_alarms.expected),
    ]


def convert_gold(dateline: GoldDateline | None) -> ScoredDateline | None:
    """A gold dateline as it is scored."""
    if dateline is None:
        return None
    return ScoredDateline(
        text=dateline.text,
        start=dateline.start,
        locations=dateline.locations,
        country_codes=dateline.country_codes,
        day=dateline.date.isoformat() if dateline.date else None,
        agency=dateline.agency,
    )


def convert_found(dateline: Dateline | None) -> ScoredDateline | None:
    """A found dateline as it is scored."""
    if dateline is None:
        return None
    return ScoredDateline(
        text=dateline.text,
        start=dateline.start,
        locations=tuple(location.name for location in dateline.locations),
        country_codes=tuple(location.country_code for location in dateline.locations),
        day=dateline.date.isoformat() if dateline.date else None,
        agency=dateline.agency,
    )


def measure_sources(pairs: list[GoldPair]) -> list[Figure]:
    """The figures of quoted sources: quotations over all, what is said of a person over sources named right."""
    scores = [score_sources(pair.article, pair.extraction.quoted_sources) for pair in pairs]
    return [
        figure_f1("gold sources: quote F1", add_counts(score.quotes for score in scores)),
        figure_f1("gold sources: attributed quote F1", add_counts(score.attributed for score in scores)),
        figure_right("gold sources: quote kind right", add_counts(score.quote_kinds for score in scores)),
        figure_right("gold sources: source kind right", add_counts(score.source_kinds for score in scores)),
        figure_f1("gold sources: description exact F1", add_counts(score.descriptions for score in scores)),
        figure_f1(
            "gold sources: description overlap F1", add_counts(score.descriptions_overlapping for score in scores)
        ),
        figure_f1("gold sources: affiliation F1", add_counts(score.affiliations for score in scores)),
    ]


def measure_organisations(pairs: list[GoldPair]) -> list[Figure]:
    """The figures of organisations."""
    scores = [score_organisations(pair.article.organisations, pair.extraction.organisations) for pair in pairs]
    mentions = add_counts(score.mentions for score in scores)
    return [
        figure_f1("gold organisations: entity F1", add_counts(score.entities for score in scores)),
        figure_share("gold organisations: mention precision", mentions.right, mentions.found),
        figure_share("gold organisations: mention recall", mentions.right, mentions.expected),
        figure_right("gold organisations: names right", add_counts(score.names for score in scores)),
        figure_right("gold organisations: kinds right", add_counts(score.kinds for score in scores)),
    ]


def measure_claims(pairs: list[GoldPair]) -> list[Figure]:
    """The figures of key claims."""
    scores = [
        score_claims(
            pair.article.text,
            list(pair.article.key_claims),
            [(claim.start, claim.end) for claim in pair.extraction.key_claims],
        )
        for pair in pairs
    ]
    precise = add_counts(score.precise for score in scores)
    return [
        figure_right("gold claims: found among five", add_counts(score.found for score in scores)),
        figure_share("gold claims: precision@5", precise.right, precise.found),
        figure_mean("gold claims: nDCG@5", [score.gain for score in scores]),
    ]


def figure_right(name: str, counts: Counts) -> Figure:
    """The share of the expected that is right, in percent."""
    return figure_share(name, counts.right, counts.expected)
