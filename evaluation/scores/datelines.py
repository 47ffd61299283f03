"""What counts as a right dateline: found where there is one, exact text, and its places, countries, day and agency.

The parts are counted over the articles that have a dateline, a missed one as wrong in all of them.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from evaluation.scores.counts import Counts
from service.components.dateline.names import fold_name


@dataclass(frozen=True, slots=True)
class ScoredDateline:
    """A dateline, gold or found. locations, country_codes: in printed order.

    country_codes: None for what is not scored. day: in ISO, or as printed where its year is not certain.
    """

    text: str
    start: int
    locations: tuple[str, ...]
    country_codes: tuple[str | None, ...]
    day: str | None
    agency: str | None


@dataclass(frozen=True, slots=True)
class DatelinePair:
    """The dateline that an article has, and the one that was found."""

    gold: ScoredDateline | None
    found: ScoredDateline | None


@dataclass(frozen=True, slots=True)
class DatelineScores:
    """Counts over articles.

    detection: any dateline found where there is one. countries: by place, where gold has one.
    false_alarms: datelines found where there is none, of the articles without one.
    """

    detection: Counts
    text: Counts
    locations: Counts
    countries: Counts
    days: Counts
    agencies: Counts
    false_alarms: Counts


def score_datelines(pairs: Iterable[DatelinePair]) -> DatelineScores:
    """The scores over the articles of pairs."""
    pairs = tuple(pairs)
    found = [pair for pair in pairs if pair.found]
    both = [(pair.gold, pair.found) for pair in pairs if pair.gold and pair.found]
    golds = [pair.gold for pair in pairs if pair.gold]
    false_alarms = sum(pair.gold is None for pair in found)
    expected_countries = sum(code is not None for gold in golds for code in gold.country_codes)
    return DatelineScores(
        detection=Counts(len(both), len(found), len(golds)),
        text=Counts(sum(is_same_text(gold, other) for gold, other in both), len(found), len(golds)),
        locations=Counts(sum(is_same_places(gold, other) for gold, other in both), len(found), len(golds)),
        countries=Counts(sum(count_countries(gold, other) for gold, other in both), len(found), expected_countries),
        days=Counts(
            sum(gold.day == other.day for gold, other in both if gold.day),
            sum(other.found.day is not None for other in found if other.found),
            sum(gold.day is not None for gold in golds),
        ),
        agencies=Counts(sum(gold.agency == other.agency for gold, other in both), len(found), len(golds)),
        false_alarms=Counts(false_alarms, len(found), len(pairs) - len(golds)),
    )


def is_same_text(gold: ScoredDateline, found: ScoredDateline) -> bool:
    """Whether both are the same stretch of the article."""
    return gold.start == found.start and gold.text == found.text


def is_same_places(gold: ScoredDateline, found: ScoredDateline) -> bool:
    """Whether both name the same places; a final full stop is no difference."""
    return [fold_name(name) for name in gold.locations] == [fold_name(name) for name in found.locations]


def count_countries(gold: ScoredDateline, found: ScoredDateline) -> int:
    """How many of gold's countries are right, place by place."""
    if len(gold.country_codes) != len(found.country_codes):
        return 0
    pairs = zip(gold.country_codes, found.country_codes, strict=True)
    return sum(code is not None and code == other for code, other in pairs)
