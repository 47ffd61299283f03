"""The tables of README.md, written from results.json between two comments."""

import json
import sys
from pathlib import Path
from typing import Any

from evaluation.report import RESULTS_PATH, spell_interval, spell_value

README_PATH = Path(__file__).parent / "README.md"
OPENING = "<!-- written by `python -m evaluation.readme` from results.json -->\n"
CLOSING = "<!-- end of what is written -->\n"
# The figures that sum up each output, in the order of the table. results.json has all of them.
HEADLINES = {
    "encoder": (
        "entities, worldwide: ORG F1",
        "entities, worldwide: all types F1",
        "entities, conll2003: ORG F1",
        "entities, finer_ord: ORG F1",
        "entities, own: ORG F1",
        "attribution: CONTENT spans F1",
        "attribution: CONTENT words F1",
        "attribution: SOURCE words F1",
        "sentences, all corpora: boundary F1",
        "weights: size",
    ),
    "quoted sources": (
        "PolNeAR speech: quote F1",
        "PolNeAR speech: attributed quote F1",
        "PolNeAR direct and mixed: attributed quote F1",
        "PolNeAR speakers given, single-name: right",
        "PolNeAR speakers given, pronoun: right",
        "PolNeAR speakers given, pronoun: wrong",
        "PolNeAR speakers, all: right end to end",
        "gold sources: attributed quote F1",
        "gold sources: attributed quote F1, development half",
        "gold sources: attributed quote F1, blind half",
        "gold sources: description exact F1",
        "gold sources: affiliation F1",
        "gold sources: quote kind right",
    ),
    "organisations": (
        "gold organisations: entity F1",
        "gold organisations: entity F1, development half",
        "gold organisations: entity F1, blind half",
        "gold organisations: mention F1",
        "gold organisations: kinds right",
        "aliases: right",
        "aliases: one organisation, right",
        "aliases: two organisations, right",
    ),
    "dateline": (
        "gold datelines: detection F1",
        "gold datelines: detection F1, development half",
        "gold datelines: detection F1, blind half",
        "gold datelines: country codes right",
        "datelines, modern: text exact",
        "datelines, modern: places right",
        "datelines, modern: agency right",
        "datelines, modern: date right",
        "datelines, modern: country right",
        "datelines, modern: false datelines",
        "datelines, Reuters 1987: text exact",
        "datelines, Reuters 1987: places right",
    ),
    "key claims": (
        "gold claims: found among five",
        "gold claims: found among five, development half",
        "gold claims: found among five, blind half",
        "gold claims: precision@5",
        "gold claims: first is one",
        "gold claims: nDCG@5",
        "gold claims: claimant right",
        "main event by centrality: MAP",
        "main event by centrality: P@1",
        "main event by centrality: nDCG@5",
        "main event by centrality: MAP above lead order",
        "main event by centrality: MAP lost on raw text",
        "claims: factual F1",
        "opinion: macro-F1",
        "causality, causal_news: causal F1",
        "roles: expectation F1",
    ),
    "service": (
        "dev articles: exceptions",
        "dev articles: spans that are not their text",
        "dev articles: odd marks, and raised or nobody quoted",
        "news articles: exceptions",
        "news articles: odd marks, and raised or nobody quoted",
        "sample article: sources' time over network's",
        "sample article: time over network's",
    ),
}


def main() -> int:
    """Write the tables anew."""
    results = json.loads(RESULTS_PATH.read_text(encoding="utf-8"))
    README_PATH.write_text(insert_tables(README_PATH.read_text(encoding="utf-8"), results), encoding="utf-8")
    return 0


def insert_tables(readme: str, results: dict[str, Any]) -> str:
    """The README with the tables of results between its comments; ValueError where it lacks one of them."""
    start = readme.index(OPENING) + len(OPENING)
    return readme[:start] + spell_tables(results) + readme[readme.index(CLOSING, start) :]


def spell_tables(results: dict[str, Any]) -> str:
    """The model, its headlines, and its calibration, in Markdown. results: the content of results.json."""
    model = results["model"]
    title = f"Model {model['name']} {model['version']}, digest `{model['digest'][:12]}`."
    tables = [title, spell_headlines(results), spell_calibrations(results.get("calibration", []))]
    return "\n" + "\n\n".join(tables) + "\n\n"


def spell_headlines(results: dict[str, Any]) -> str:
    """One row for each headline; a figure that the run did not measure has no value."""
    rows = {row["name"]: row for row in [*results["figures"], *results["timings"]]}
    lines = ["| output | measured | value | 95 % interval | target | met |", "| --- | --- | --- | --- | --- | --- |"]
    for output, names in HEADLINES.items():
        for name in names:
            lines.append(spell_headline(output, rows.get(name, {"name": name})))
    return "\n".join(lines)


def spell_headline(output: str, row: dict[str, Any]) -> str:
    """A row of the table of headlines.

    >>> spell_headline("encoder", {"name": "ORG F1", "value": 70.8, "unit": "%", "low": 66.0, "high": 75.0})
    '| encoder | ORG F1 | 70.80 % | 66.00 to 75.00 |  |  |'
    """
    value = spell_value(row["value"], row["unit"]) if "value" in row else "not measured"
    interval = spell_interval(row["low"], row["high"]) if "low" in row else ""
    target = f"{row['kind']} {row['target']:g}" if "target" in row else ""
    met = ("yes" if row["met"] else "**no**") if "met" in row else ""
    return f"| {output} | {row['name']} | {value} | {interval} | {target} | {met} |"


def spell_calibrations(rows: list[dict[str, Any]]) -> str:
    """One row for each confidence; a sentence where none was measured."""
    if not rows:
        return "The calibration was not measured."
    lines = [
        "| confidence | findings | share right | Brier score | 95 % interval | one number for all | error |",
        "| --- | --- | --- | --- | --- | --- | --- |",
    ]
    for row in rows:
        interval = f"{row['low']:.3f} to {row['high']:.3f}" if "low" in row else ""
        lines.append(
            f"| {row['name']} | {row['findings']} | {row['right']:.3f} | {row['brier']:.3f} | {interval} "
            f"| {row['constant_brier']:.3f} | {row['error']:.3f} |"
        )
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
