"""The baseline: the figures that were last accepted, each with its noise, and what they were measured on."""

import json
from dataclasses import dataclass
from math import sqrt
from pathlib import Path
from typing import Any, Literal

BASELINE_PATH = Path(__file__).parent / "baseline.json"
# What a change without a meaning does: reading gold with the fp32 weights in place of the int8 ones turned 18 of 632
# attributed quotations, 14 of 627 mentions, 9 of 398 organisations and 3 of 240 claims, some for the better and some
# for the worse. That is one item in forty, or fewer.
TURNED_SHARE = 1 / 40
# Where each of those turns is for the better or the worse by chance, their sum has a standard deviation of the square
# root of their number; it falls by more than two of these once in forty times.
DEVIATIONS = 2
DIGITS = 2
# What a figure is a share or a mean of, under the name that its counts have for it.
ITEM_NAMES = ("expected", "whole", "articles", "sentences")


@dataclass(frozen=True, slots=True)
class HeldFigure:
    """A figure as the gate compares it. noise: how much worse it may get before that counts, in its unit."""

    name: str
    value: float
    unit: str
    noise: float
    better: Literal["higher", "lower"]


@dataclass(frozen=True, slots=True)
class Baseline:
    """What was accepted. model: the digest of its weights. digests: file of gold → SHA-256, in hexadecimal."""

    model: str
    digests: dict[str, str]
    gold: tuple[HeldFigure, ...]
    corpora: tuple[HeldFigure, ...]


def hold_figures(rows: list[dict[str, Any]]) -> tuple[HeldFigure, ...]:
    """The figures of results.json's form that the gate holds: percentages, and counts of what should not be.

    The others are no scores: sizes, and the losses of int8, which have their own targets.
    """
    return tuple(
        HeldFigure(
            name=row["name"],
            value=row["value"],
            unit=row["unit"],
            noise=find_noise(row["unit"], row.get("counts", {})),
            better=row.get("better", "higher"),
        )
        for row in rows
        if row["unit"] in ("%", "count")
    )


def find_noise(unit: str, counts: dict[str, int]) -> float:
    """The noise of a figure: none for a count, for a percentage that of the items behind it.

    >>> find_noise("%", {"right": 545, "found": 614, "expected": 632}), find_noise("count", {"among": 895})
    (1.26, 0.0)
    """
    items = next((counts[name] for name in ITEM_NAMES if counts.get(name)), 0)
    if unit == "count" or not items:
        return 0.0
    return round(100 * DEVIATIONS * sqrt(TURNED_SHARE * items) / items, DIGITS)


def read_baseline(path: Path = BASELINE_PATH) -> Baseline:
    """The baseline of a file."""
    row = json.loads(path.read_text(encoding="utf-8"))
    return Baseline(
        model=row["model"],
        digests=row["digests"],
        gold=tuple(HeldFigure(**figure) for figure in row["gold"]),
        corpora=tuple(HeldFigure(**figure) for figure in row["corpora"]),
    )


def spell_baseline(baseline: Baseline) -> str:
    """The JSON of a baseline, one line for each figure, so that a diff shows what moved."""
    digests = [f"  {json.dumps(name)}: {json.dumps(digest)}" for name, digest in sorted(baseline.digests.items())]
    parts = [
        f' "model": {json.dumps(baseline.model)}',
        ' "digests": {\n' + ",\n".join(digests) + "\n }",
        f' "gold": {spell_figures(baseline.gold)}',
        f' "corpora": {spell_figures(baseline.corpora)}',
    ]
    return "{\n" + ",\n".join(parts) + "\n}\n"


def spell_figures(figures: tuple[HeldFigure, ...]) -> str:
    """A JSON list of figures, one a line."""
    rows = [
        {"name": each.name, "value": each.value, "unit": each.unit, "noise": each.noise, "better": each.better}
        for each in figures
    ]
    if not rows:
        return "[]"
    return "[\n" + ",\n".join(f"  {json.dumps(row, ensure_ascii=False)}" for row in rows) + "\n ]"
