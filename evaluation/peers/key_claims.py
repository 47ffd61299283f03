"""The table of key claims: who finds those of our own annotated articles."""

from collections.abc import Callable
from functools import partial

from evaluation.extractions import Extract, extract_article
from evaluation.figures import figure_mean, figure_precision, figure_recall
from evaluation.gold_articles import GoldArticle
from evaluation.peers import headline, lead
from evaluation.peers.rows import OURS, Row, Table
from evaluation.scores.key_claims import PLACES, score_claims
from evaluation.scores.quoted_sources import Offsets
from service.extraction import ExtractionOptions

FindClaims = Callable[[GoldArticle], list[Offsets]]


def measure_claims(extract: Extract, articles: list[GoldArticle]) -> Table:
    """Every system's figures."""
    rows = (
        measure_system(f"lead-{PLACES}", "first sentences of the prose", find_lead, articles),
        measure_system("headline overlap", "sentences by words shared with the first line", find_headline, articles),
        measure_system(OURS, "service/model", partial(find_ours, extract), articles),
    )
    texts = f"Our own annotated articles, {len(articles)} of them; each system gives {PLACES} claims, best first."
    return Table("Key claims", texts, rows)


def find_lead(article: GoldArticle) -> list[Offsets]:
    """The claims of the lead baseline."""
    return lead.find_claims(article.text, places=PLACES)


def find_headline(article: GoldArticle) -> list[Offsets]:
    """The claims of the headline baseline."""
    return headline.find_claims(article.text, places=PLACES)


def find_ours(extract: Extract, article: GoldArticle) -> list[Offsets]:
    """The claims of our service."""
    extraction = extract_article(extract, article.text, ExtractionOptions(published=article.published)).extraction
    return [(claim.start, claim.end) for claim in extraction.key_claims]


def measure_system(system: str, origin: str, find: FindClaims, articles: list[GoldArticle]) -> Row:
    """The figures of one system."""
    scores = [score_claims(article.text, list(article.key_claims), find(article)) for article in articles]
    figures = (
        figure_recall("found among five", [score.found for score in scores]),
        figure_precision("precision@5", [score.precise for score in scores]),
        figure_mean("nDCG@5", [score.gain for score in scores]),
    )
    return Row(system, origin, figures)
