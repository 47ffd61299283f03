"""Figures of all four outputs on our own annotated articles."""

from dataclasses import dataclass, replace

from evaluation.extractions import Extract, extract_article
from evaluation.figures import Figure, Target, figure_f1, figure_mean, figure_precision, figure_recall, figure_share
from evaluation.gold_articles import HALVES, GoldArticle, GoldDateline
from evaluation.scores.claimants import score_claimants
from evaluation.scores.datelines import DatelinePair, ScoredDateline, score_datelines
from evaluation.scores.key_claims import score_claims
from evaluation.scores.organisations import score_organisations
from evaluation.scores.speakers import score_sources
from service.extraction import Dateline, Extraction, ExtractionOptions

# The figures that are also given for each half.
HEADLINES = frozenset(
    {
        "gold claims: found among five",
        "gold datelines: detection F1",
        "gold organisations: entity F1",
        "gold sources: attributed quote F1",
    }
)

SOURCE_TARGETS = {
    "gold sources: attributed quote F1": Target(85.0, "at least"),
    "gold sources: description exact F1": Target(80.0, "at least"),
    "gold sources: affiliation F1": Target(80.0, "at least"),
    "gold sources: quote kind right": Target(93.0, "at least"),
}

ORGANISATION_TARGETS = {
    "gold organisations: entity F1": Target(92.0, "at least"),
    "gold organisations: mention F1": Target(90.0, "at least"),
    "gold organisations: kinds right": Target(85.0, "at least"),
}

CLAIM_TARGETS = {
    "gold claims: found among five": Target(60.0, "at least"),
    "gold claims: precision@5": Target(60.0, "at least"),
    "gold claims: first is one": Target(85.0, "at least"),
    "gold claims: claimant right": Target(90.0, "at least"),
}


@dataclass(frozen=True, slots=True)
class GoldPair:
    """An annotated article, and what was extracted from it."""

    article: GoldArticle
    extraction: Extraction


def extract_gold(extract: Extract, articles: list[GoldArticle]) -> list[GoldPair]:
    """The articles with what is extracted from each."""
    return [
        GoldPair(
            article, extract_article(extract, article.text, ExtractionOptions(published=article.published)).extraction
        )
        for article in articles
    ]


def measure_gold(pairs: list[GoldPair]) -> list[Figure]:
    """The figures of datelines, quoted sources, organisations and key claims, then the headlines for each half."""
    figures = measure_outputs(pairs)
    for half in HALVES:
        figures.extend(
            replace(figure, name=f"{figure.name}, {half} half")
            for figure in measure_outputs([pair for pair in pairs if pair.article.half == half])
            if figure.name in HEADLINES
        )
    return figures


def measure_outputs(pairs: list[GoldPair]) -> list[Figure]:
    """The figures of all four outputs."""
    return [*measure_datelines(pairs), *measure_sources(pairs), *measure_organisations(pairs), *measure_claims(pairs)]


def measure_datelines(pairs: list[GoldPair]) -> list[Figure]:
    """The figures of datelines: all but the first over the articles that have one."""
    scores = [
        score_datelines([DatelinePair(convert_gold(pair.article.dateline), convert_found(pair.extraction.dateline))])
        for pair in pairs
    ]
    false_alarms = [(score.false_alarms.right, score.false_alarms.expected) for score in scores]
    return [
        figure_f1("gold datelines: detection F1", [score.detection for score in scores]),
        figure_recall("gold datelines: text exact", [score.text for score in scores]),
        figure_recall("gold datelines: locations right", [score.locations for score in scores]),
        figure_recall("gold datelines: country codes right", [score.countries for score in scores]),
        figure_recall("gold datelines: date right", [score.days for score in scores]),
        figure_recall("gold datelines: agency right", [score.agencies for score in scores]),
        replace(figure_share("gold datelines: false alarms", false_alarms), better="lower"),
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
    figures = [
        figure_f1("gold sources: quote F1", [score.quotes for score in scores]),
        figure_f1("gold sources: attributed quote F1", [score.attributed for score in scores]),
        figure_recall("gold sources: quote kind right", [score.quote_kinds for score in scores]),
        figure_recall("gold sources: source kind right", [score.source_kinds for score in scores]),
        figure_f1("gold sources: description exact F1", [score.descriptions for score in scores]),
        figure_f1("gold sources: description overlap F1", [score.descriptions_overlapping for score in scores]),
        figure_f1("gold sources: affiliation F1", [score.affiliations for score in scores]),
    ]
    return [replace(figure, target=SOURCE_TARGETS.get(figure.name)) for figure in figures]


def measure_organisations(pairs: list[GoldPair]) -> list[Figure]:
    """The figures of organisations."""
    scores = [score_organisations(pair.article.organisations, pair.extraction.organisations) for pair in pairs]
    figures = [
        figure_f1("gold organisations: entity F1", [score.entities for score in scores]),
        figure_f1("gold organisations: mention F1", [score.mentions for score in scores]),
        figure_precision("gold organisations: mention precision", [score.mentions for score in scores]),
        figure_recall("gold organisations: mention recall", [score.mentions for score in scores]),
        figure_recall("gold organisations: names right", [score.names for score in scores]),
        figure_recall("gold organisations: kinds right", [score.kinds for score in scores]),
    ]
    return [replace(figure, target=ORGANISATION_TARGETS.get(figure.name)) for figure in figures]


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
    expected = (("expected", sum(score.found.expected for score in scores)),)
    figures = [
        figure_recall("gold claims: found among five", [score.found for score in scores]),
        figure_precision("gold claims: precision@5", [score.precise for score in scores]),
        figure_mean("gold claims: nDCG@5", [score.gain for score in scores], expected),
        figure_share("gold claims: first is one", [(score.first, 1) for score in scores]),
        figure_share(
            "gold claims: claimant right", [score_claimants(pair.article, pair.extraction.key_claims) for pair in pairs]
        ),
    ]
    return [replace(figure, target=CLAIM_TARGETS.get(figure.name)) for figure in figures]
