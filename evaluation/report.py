"""The results of a run: tables for people, JSON for comparing."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from evaluation.figures import Figure
from evaluation.intervals import Interval
from evaluation.scores.confidences import Calibration, ReliabilityBin
from service.extraction import Model

RESULTS_PATH = Path(__file__).parent / "results.json"
DIGITS = 2
# Shares, confidences and Brier scores lie between 0 and 1.
SHARE_DIGITS = 4


def spell_table(figures: list[Figure]) -> str:
    """One row for each figure that is no detail: name, value, interval, target, and whether it is met."""
    rows = [spell_row(figure) for figure in figures if figure.place != "detail"]
    return align_columns([("measured", "value", "95 % interval", "target", "met"), *rows])


def align_columns(rows: list[tuple[str, ...]]) -> str:
    """Rows of equal length with a rule under the first: the first column to the left, the others to the right."""
    widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)]
    lines = []
    for row in [rows[0], tuple("-" * width for width in widths), *rows[1:]]:
        cells = [f"{cell:>{width}}" for cell, width in zip(row[1:], widths[1:], strict=True)]
        lines.append("  ".join([f"{row[0]:<{widths[0]}}", *cells]).rstrip())
    return "\n".join(lines)


def spell_row(figure: Figure) -> tuple[str, ...]:
    """The cells of a figure.

    >>> from evaluation.figures import Target
    >>> spell_row(Figure("ORG F1", 69.456, Target(69.0, "at least"), interval=Interval(66, 73)))
    ('ORG F1', '69.46 %', '66.00 to 73.00', 'at least 69', 'yes')
    >>> spell_row(Figure("exceptions", 2.0, None, "count"))
    ('exceptions', '2', '', '', '')
    """
    interval = "" if figure.interval is None else spell_interval(figure.interval.low, figure.interval.high)
    cells = (figure.name, spell_value(figure.value, figure.unit), interval)
    if figure.target is None:
        return (*cells, "", "")
    met = "yes" if figure.target.is_met(figure.value) else "NO"
    return (*cells, f"{figure.target.kind} {figure.target.bound:g}", met)


def spell_value(value: float, unit: str) -> str:
    """A value with its unit; counts are whole numbers without one."""
    return f"{value:.0f}" if unit == "count" else f"{value:.{DIGITS}f} {unit}"


def spell_interval(low: float, high: float) -> str:
    """An interval without its unit."""
    return f"{low:.{DIGITS}f} to {high:.{DIGITS}f}"


def spell_calibration(calibration: Calibration) -> str:
    """A heading with the sums, then one row for each tenth of the scale that holds findings."""
    heading = (
        f"calibration: {calibration.name}: {calibration.findings} findings, {calibration.right:.3f} of them right; "
        f"Brier score {calibration.brier:.3f}, with one number for all {calibration.constant_brier:.3f}; "
        f"calibration error {calibration.error:.3f}"
    )
    rows = [
        (f"{each.low:.1f} to {each.high:.1f}", str(each.findings), f"{each.confidence:.3f}", f"{each.right:.3f}")
        for each in calibration.bins
        if each.findings
    ]
    return f"{heading}\n{align_columns([('confidence', 'findings', 'mean', 'right'), *rows])}"


def describe_results(model: Model, figures: list[Figure], calibrations: list[Calibration]) -> dict[str, Any]:
    """The results as a JSON object; the timings stand apart, for they alone differ from run to run."""
    return {
        "model": asdict(model),
        "figures": [describe(figure) for figure in figures if figure.place != "timing"],
        "calibration": [describe_calibration(calibration) for calibration in calibrations],
        "timings": [describe(figure) for figure in figures if figure.place == "timing"],
    }


def merge_results(before: dict[str, Any], now: dict[str, Any]) -> dict[str, Any]:
    """The results of a part of the evaluation in the place of those before, and the others of before.

    Raises ValueError where the two belong to different models.
    """
    if before["model"] != now["model"]:
        raise ValueError("the results are those of another model: measure all parts")
    merged = dict(now)
    for key in ("figures", "calibration", "timings"):
        by_name = {row["name"]: row for row in (*before[key], *now[key])}
        merged[key] = list(by_name.values())
    return merged


def spell_json(results: dict[str, Any]) -> str:
    """The results as JSON."""
    return json.dumps(results, indent=1, ensure_ascii=False) + "\n"


def describe(figure: Figure) -> dict[str, Any]:
    """A figure as a JSON object, without what it has not: interval, target and verdict, counts."""
    row: dict[str, Any] = {"name": figure.name, "value": round(figure.value, DIGITS), "unit": figure.unit}
    row |= describe_interval(figure.interval, DIGITS)
    if figure.target is not None:
        row |= {"target": figure.target.bound, "kind": figure.target.kind, "met": figure.target.is_met(figure.value)}
    if figure.better == "lower":
        row["better"] = figure.better
    if figure.counts:
        row["counts"] = dict(figure.counts)
    return row


def describe_calibration(calibration: Calibration) -> dict[str, Any]:
    """A calibration as a JSON object."""
    return {
        "name": calibration.name,
        "findings": calibration.findings,
        "right": round(calibration.right, SHARE_DIGITS),
        "brier": round(calibration.brier, SHARE_DIGITS),
        **describe_interval(calibration.interval, SHARE_DIGITS),
        "constant_brier": round(calibration.constant_brier, SHARE_DIGITS),
        "error": round(calibration.error, SHARE_DIGITS),
        "bins": [describe_bin(each) for each in calibration.bins],
    }


def describe_bin(each: ReliabilityBin) -> dict[str, Any]:
    """A tenth of the scale as a JSON object; null for the means of no findings."""
    return {
        "from": each.low,
        "to": each.high,
        "findings": each.findings,
        "confidence": None if each.confidence is None else round(each.confidence, SHARE_DIGITS),
        "right": None if each.right is None else round(each.right, SHARE_DIGITS),
    }


def describe_interval(interval: Interval | None, digits: int) -> dict[str, float]:
    """The two ends of an interval under their names, nothing where there is none."""
    return {} if interval is None else {"low": round(interval.low, digits), "high": round(interval.high, digits)}
