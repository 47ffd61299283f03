"""What counts as a right source of a matched quotation: its name, and what is said of the person."""

from dataclasses import dataclass
from typing import Literal

from evaluation.gold_articles import GoldArticle, GoldSource
from evaluation.scores.counts import Counts
from evaluation.scores.names import is_part_of_name, is_same_name, is_same_person, normalise_name
from evaluation.scores.quoted_sources import collect_letters, match_quotes
from service.extraction import Quote, QuotedSource

Resolution = Literal["right", "wrong", "unresolved"]
# A description overlaps where the words it shares with gold are at least this share of the words of both.
DESCRIPTION_IOU = 0.5


@dataclass(frozen=True, slots=True)
class SourceScores:
    """quotes: matched by content. attributed: with the right resolved name. The rest is counted among matches.

    quote_kinds: of matched quotations. source_kinds, descriptions, affiliations: of sources whose name is right;
    found and expected of the latter two count only the sources that have one.
    """

    quotes: Counts
    attributed: Counts
    quote_kinds: Counts
    source_kinds: Counts
    descriptions: Counts
    descriptions_overlapping: Counts
    affiliations: Counts


def score_sources(article: GoldArticle, found: tuple[QuotedSource, ...]) -> SourceScores:
    """Counts of one article."""
    gold_kinds = [quote.kind for source in article.sources for quote in source.quotes]
    found_kinds = [quote.kind for source in found for quote in source.quotes]
    matches = match_attributed(article, found)
    kinds = sum(found_kinds[index] == gold_kinds[expected] for index, expected in matches.items())
    sources = pair_sources(article.sources, found)
    return SourceScores(
        quotes=Counts(len(matches), len(found_kinds), len(gold_kinds)),
        attributed=Counts(sum(judge_attributed(article, found)), len(found_kinds), len(gold_kinds)),
        quote_kinds=Counts(kinds, len(matches), len(matches)),
        source_kinds=Counts(sum(one.kind == other.kind for one, other in sources), len(sources), len(sources)),
        descriptions=count_pairs([(one.description, other.description) for one, other in sources], "exact"),
        descriptions_overlapping=count_pairs([(one.description, other.description) for one, other in sources], "words"),
        affiliations=count_pairs([(one.affiliation, other.affiliation) for one, other in sources], "name"),
    )


def judge_attributed(article: GoldArticle, found: tuple[QuotedSource, ...]) -> list[bool]:
    """For each quotation of each found source, in order, whether its content matches and its source has gold's name."""
    matches = match_attributed(article, found)
    gold_names = [source.name for source in article.sources for _ in source.quotes]
    found_names = [source.name for source in found for _ in source.quotes]
    return [
        index in matches and is_same_name(name, gold_names[matches[index]]) for index, name in enumerate(found_names)
    ]


def match_attributed(article: GoldArticle, found: tuple[QuotedSource, ...]) -> dict[int, int]:
    """Index of found → index of gold, over the quotations of all sources in order."""
    gold_pairs = [(source, quote) for source in article.sources for quote in source.quotes]
    found_pairs = [(source, quote) for source in found for quote in source.quotes]
    gold_letters = [collect_letters(article.text, quote.parts) for _, quote in gold_pairs]
    found_letters = [collect_letters(article.text, list_parts(quote)) for _, quote in found_pairs]
    return settle_shared(
        match_quotes(gold_letters, found_letters),
        gold_letters,
        [source.name for source, _ in gold_pairs],
        [source.name for source, _ in found_pairs],
    )


def settle_shared(
    matches: dict[int, int], letters: list[frozenset[int]], gold_names: list[str], found_names: list[str | None]
) -> dict[int, int]:
    """The matches, where several gold sources share one quotation, changed so that as many names as can be agree."""
    settled = dict(matches)
    for index, expected in matches.items():
        if is_same_name(found_names[index], gold_names[settled[index]]):
            continue
        for other in range(len(letters)):
            if letters[other] != letters[expected] or not is_same_name(found_names[index], gold_names[other]):
                continue
            # Whoever holds it takes the other in exchange.
            for holder, held in settled.items():
                if held == other:
                    settled[holder] = settled[index]
            settled[index] = other
            break
    return settled


def pair_sources(
    gold: tuple[GoldSource, ...], found: tuple[QuotedSource, ...]
) -> list[tuple[GoldSource, QuotedSource]]:
    """Gold and found sources of the same name, each used once."""
    free = list(found)
    pairs: list[tuple[GoldSource, QuotedSource]] = []
    for source in gold:
        match = next((other for other in free if is_same_name(source.name, other.name)), None)
        if match is not None:
            pairs.append((source, match))
            free.remove(match)
    return pairs


def count_pairs(pairs: list[tuple[str | None, str | None]], rule: Literal["exact", "words", "name"]) -> Counts:
    """Counts of pairs of an expected and a found string; None is nothing to find, or nothing found.

    >>> count_pairs([("a tech analyst", "analyst"), (None, "mayor"), ("mayor", None)], "exact")
    Counts(right=0, found=2, expected=2)
    """
    return Counts(
        sum(
            expected is not None and found is not None and is_agreed(expected, found, rule) for expected, found in pairs
        ),
        sum(found is not None for _, found in pairs),
        sum(expected is not None for expected, _ in pairs),
    )


def is_agreed(expected: str, found: str, rule: Literal["exact", "words", "name"]) -> bool:
    """Whether two strings agree: to the letter, in half of their words, or as names."""
    if rule == "exact":
        return expected == found
    if rule == "name":
        return is_same_name(expected, found)
    one, other = set(normalise_name(expected).split()), set(normalise_name(found).split())
    return bool(one & other) and len(one & other) / len(one | other) >= DESCRIPTION_IOU


def judge_resolution(full_name: str, found: QuotedSource) -> Resolution:
    """Whether a source got a speaker's full name.

    A source without a name, an unnamed one, and one that has only a part of the name abstain: unresolved, not wrong.
    """
    if found.name is not None and is_same_person(found.name, full_name):
        return "right"
    if found.name is None or found.kind == "unnamed" or is_part_of_name(found.name, full_name):
        return "unresolved"
    return "wrong"


def list_parts(quote: Quote) -> tuple[tuple[int, int], ...]:
    """The offsets of a quotation's parts."""
    return tuple((part.start, part.end) for part in quote.parts)
