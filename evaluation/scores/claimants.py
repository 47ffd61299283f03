"""Whose claim a claim is: the source in whose quotations gold has it, or the article itself."""

from collections.abc import Sequence

from evaluation.gold_articles import GoldArticle
from evaluation.scores.key_claims import PLACES, match_claims
from evaluation.scores.names import is_same_name
from evaluation.scores.quoted_sources import collect_letters
from service.extraction import KeyClaim

# A gold claim is a source's where at least this share of its letters stands in one of the source's quotations.
CLAIMED_SHARE = 0.5


def score_claimants(article: GoldArticle, found: Sequence[KeyClaim]) -> tuple[int, int]:
    """How many of the first found claims that meet a gold one have its claimant, and how many meet one."""
    first = found[:PLACES]
    matches = match_claims(article.text, list(article.key_claims), [(claim.start, claim.end) for claim in first])
    met = [(claim, row[0]) for claim, row in zip(first, matches, strict=True) if row]
    return sum(is_claimant_right(claim, find_claimants(article, number)) for claim, number in met), len(met)


def is_claimant_right(claim: KeyClaim, expected: Sequence[str | None]) -> bool:
    """Whether a claim has one of the expected claimants; none are expected where the article itself asserts it."""
    if claim.claimant is None:
        return not expected
    name = claim.claimant.name
    return any(name == other or is_same_name(name, other) for other in expected)


def find_claimants(article: GoldArticle, number: int) -> list[str | None]:
    """The names of the sources that assert a gold claim, None for one without a name; empty for the article itself."""
    claim = collect_letters(article.text, (article.key_claims[number],))
    return [
        source.name
        for source in article.sources
        if any(
            len(claim & collect_letters(article.text, quote.parts)) >= CLAIMED_SHARE * len(claim)
            for quote in source.quotes
        )
    ]
