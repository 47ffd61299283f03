"""The results of a run: a table for people, JSON for comparing."""

import json
from dataclasses import asdict
from typing import Any

from evaluation.figures import Figure
from service.extraction import Model

DIGITS = 2


def spell_table(figures: list[Figure]) -> str:
    """One row for each figure that is no detail: name, value, target, and whether it is met."""
    rows = [("measured", "value", "target", "met")]
    rows.extend(spell_row(figure) for figure in figures if figure.place != "detail")
    widths = [max(len(row[column]) for row in rows) for column in range(4)]
    rule = tuple("-" * width for width in widths)
    lines = [
        f"{row[0]:<{widths[0]}}  {row[1]:>{widths[1]}}  {row[2]:>{widths[2]}}  {row[3]}".rstrip()
        for row in (rows[0], rule, *rows[1:])
    ]
    return "\n".join(lines)


def spell_row(figure: Figure) -> tuple[str, str, str, str]:
    """The cells of a figure.

    >>> from evaluation.figures import Target
    >>> spell_row(Figure("ORG F1", 69.456, Target(69.0, "at least")))
    ('ORG F1', '69.46 %', 'at least 69', 'yes')
    >>> spell_row(Figure("exceptions", 2.0, None, "count"))
    ('exceptions', '2', '', '')
    """
    value = f"{figure.value:.0f}" if figure.unit == "count" else f"{figure.value:.{DIGITS}f} {figure.unit}"
    if figure.target is None:
        return (figure.name, value, "", "")
    met = "yes" if figure.target.is_met(figure.value) else "NO"
    return (figure.name, value, f"{figure.target.kind} {figure.target.bound:g}", met)


def spell_json(model: Model, figures: list[Figure]) -> str:
    """The results as JSON: the same model and data give the same bytes, but for the timings, which stand apart."""
    results = {
        "model": asdict(model),
        "figures": [describe(figure) for figure in figures if figure.place != "timing"],
        "timings": [describe(figure) for figure in figures if figure.place == "timing"],
    }
    return json.dumps(results, indent=1, ensure_ascii=False) + "\n"


def describe(figure: Figure) -> dict[str, Any]:
    """A figure as a JSON object; without target and verdict where it has none."""
    row: dict[str, Any] = {"name": figure.name, "value": round(figure.value, DIGITS), "unit": figure.unit}
    if figure.target is not None:
        row |= {"target": figure.target.bound, "kind": figure.target.kind, "met": figure.target.is_met(figure.value)}
    if figure.counts:
        row["counts"] = dict(figure.counts)
    return row
