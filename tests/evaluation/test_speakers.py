"""Scores of sources: names, kinds, descriptions, and speakers resolved."""

import pytest

from evaluation.gold_articles import GoldArticle, GoldQuote, GoldSource
from evaluation.scores.counts import Counts
from evaluation.scores.speakers import count_pairs, judge_resolution, score_sources
from service.extraction import Quote, QuotedSource, QuoteKind, SourceKind, TextSpan

TEXT = "Ms Lee, a doctor, said it was late. The mayor said nothing would change, and Mr Roe agreed it was bad."
LATE, CHANGE, BAD = (23, 34), (51, 71), (91, 101)


def build_gold(name: str, *parts: tuple[int, int], kind: str = "person", description: str | None = None) -> GoldSource:
    """A gold source with one indirect quotation for each part."""
    quotes = tuple(GoldQuote("indirect", (part,)) for part in parts)
    return GoldSource(name, kind, description, None, quotes)


def build_found(
    name: str | None,
    *parts: tuple[int, int],
    kind: SourceKind = "person",
    quote_kind: QuoteKind = "indirect",
    description: str | None = None,
) -> QuotedSource:
    """A found source with one quotation for each part."""
    quotes = tuple(
        Quote("q1", quote_kind, 1.0, TEXT[start:end], (TextSpan.of(TEXT, start, end),), None, None)
        for start, end in parts
    )
    return QuotedSource("s1", name, kind, description, None, None, (), quotes)


def build_article(*sources: GoldSource) -> GoldArticle:
    """An article with sources alone."""
    return GoldArticle("x", TEXT, None, None, sources, (), ())


def test_misses_and_false_alarms_count() -> None:
    gold = build_article(build_gold("Lee", LATE), build_gold("The mayor", CHANGE, kind="unnamed"))
    found = (build_found("Roe", LATE), build_found("mayor", CHANGE, BAD, kind="person", quote_kind="mixed"))
    scores = score_sources(gold, found)
    assert scores.quotes == Counts(2, 3, 2)
    assert scores.attributed == Counts(1, 3, 2)
    assert scores.quote_kinds == Counts(1, 2, 2)
    assert scores.source_kinds == Counts(0, 1, 1)


def test_a_source_without_a_name_is_never_right() -> None:
    scores = score_sources(build_article(build_gold("Lee", LATE)), (build_found(None, LATE),))
    assert (scores.quotes.right, scores.attributed.right) == (1, 0)


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_joint_sources_are_told_apart_by_name(order: tuple[int, int]) -> None:
    gold = build_article(build_gold("Lee", LATE), build_gold("Roe", LATE))
    found = (build_found("Lee", LATE), build_found("Roe", LATE))
    scores = score_sources(gold, tuple(found[at] for at in order))
    assert scores.attributed == Counts(2, 2, 2)


def test_one_of_two_joint_sources_twice_is_right_once() -> None:
    gold = build_article(build_gold("Lee", LATE), build_gold("Roe", LATE))
    scores = score_sources(gold, (build_found("Lee", LATE), build_found("Lee", LATE)))
    assert (scores.quotes, scores.attributed) == (Counts(2, 2, 2), Counts(1, 2, 2))


def test_the_second_of_two_joint_sources_alone_is_right() -> None:
    gold = build_article(build_gold("Lee", LATE), build_gold("Roe", LATE))
    assert score_sources(gold, (build_found("Roe", LATE),)).attributed == Counts(1, 1, 2)


def test_descriptions_are_exact_or_overlap() -> None:
    gold = build_article(build_gold("Lee", LATE, description="a doctor"), build_gold("Roe", BAD))
    found = (build_found("Lee", LATE, description="doctor"), build_found("Roe", BAD, description="chief"))
    scores = score_sources(gold, found)
    assert scores.descriptions == Counts(0, 2, 1)
    assert scores.descriptions_overlapping == Counts(1, 2, 1)


def test_names_ignore_case_and_article() -> None:
    assert count_pairs([("The Fed", "the fed"), ("Acme", "Acme Corp"), ("Acme", None)], "name") == Counts(1, 2, 3)


@pytest.mark.parametrize(
    ("name", "kind", "resolution"),
    [
        ("Donald Trump", "person", "right"),
        ("Donald J. Trump", "person", "right"),
        ("Trump", "person", "unresolved"),
        (None, "unnamed", "unresolved"),
        ("the candidate", "unnamed", "unresolved"),
        ("Ivanka Trump", "person", "wrong"),
        ("Hillary Clinton", "person", "wrong"),
    ],
)
def test_a_short_or_missing_name_is_unresolved_not_wrong(name: str | None, kind: SourceKind, resolution: str) -> None:
    assert judge_resolution("Donald Trump", build_found(name, LATE, kind=kind)) == resolution
