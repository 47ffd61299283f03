"""Figures of datelines on articles that others annotated: modern ones, and Reuters' of 1987.

Only the opening of an article is read, which is all of modern.jsonl's texts and of most of Reuters'. On the first 1,000
rows of reuters21578.jsonl the answers are those for the whole texts.
"""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from evaluation.dateline_articles import DatelineArticle, read_modern, read_reuters
from evaluation.extractions import Extract, extract_article
from evaluation.figures import Figure, Target, figure_recall, figure_share
from evaluation.measures.gold import convert_found
from evaluation.scores.datelines import DatelinePair, DatelineScores, ScoredDateline, score_datelines
from service.extraction import Dateline, ExtractionOptions

OPENING = 1500
MODERN = "modern"
REUTERS = "Reuters 1987"
TARGETS = {
    f"datelines, {REUTERS}: text exact": Target(99.0, "at least"),
    f"datelines, {REUTERS}: places right": Target(99.0, "at least"),
    f"datelines, {MODERN}: text exact": Target(97.0, "at least"),
    f"datelines, {MODERN}: places right": Target(98.0, "at least"),
    f"datelines, {MODERN}: agency right": Target(98.0, "at least"),
    f"datelines, {MODERN}: date right": Target(98.0, "at least"),
    f"datelines, {MODERN}: country right": Target(97.0, "at least"),
    f"datelines, {MODERN}: false datelines": Target(0.5, "at most"),
}


def measure_datelines(extract: Extract, folder: Path, *, limit: int | None = None) -> list[Figure]:
    """The figures of both sets in a folder, over at most limit articles of each.

    Reuters' articles all have a dateline with a day and no signature, and no annotated country.
    """
    modern = score_articles(extract, read_modern(folder / "modern.jsonl", limit=limit))
    reuters = score_articles(extract, read_reuters(folder / "reuters21578.jsonl", limit=limit))
    name = f"datelines, {MODERN}"
    false_datelines = [(score.false_alarms.right, score.false_alarms.expected) for score in modern]
    figures = [
        *list_common_figures(name, modern),
        figure_recall(f"{name}: agency right", [score.agencies for score in modern]),
        figure_recall(f"{name}: country right", [score.countries for score in modern]),
        replace(figure_share(f"{name}: false datelines", false_datelines), better="lower"),
        *list_common_figures(f"datelines, {REUTERS}", reuters),
    ]
    return [replace(figure, target=TARGETS.get(figure.name)) for figure in figures]


def list_common_figures(name: str, scores: Sequence[DatelineScores]) -> list[Figure]:
    """The figures that both sets have, over the articles with a dateline."""
    return [
        figure_recall(f"{name}: text exact", [score.text for score in scores]),
        figure_recall(f"{name}: places right", [score.locations for score in scores]),
        figure_recall(f"{name}: date right", [score.days for score in scores]),
    ]


def score_articles(extract: Extract, articles: Sequence[DatelineArticle]) -> list[DatelineScores]:
    """The scores of each article's opening."""
    return [score_datelines([extract_pair(extract, article)]) for article in articles]


def extract_pair(extract: Extract, article: DatelineArticle) -> DatelinePair:
    """The dateline of an article, and what is found in its opening."""
    options = ExtractionOptions(features=("dateline",), published=article.published)
    extraction = extract_article(extract, article.text[:OPENING], options).extraction
    return DatelinePair(article.gold, convert_printed(extraction.dateline))


def convert_printed(dateline: Dateline | None) -> ScoredDateline | None:
    """A found dateline as it is scored here: its places as printed, with their regions, and any day as printed."""
    found = convert_found(dateline)
    if dateline is None or found is None:
        return None
    places = tuple(location.text for location in dateline.locations)
    return replace(found, locations=places, day=found.day or dateline.date_text)
