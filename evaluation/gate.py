"""The gate: names every figure that is worse than the baseline by more than its noise.

The figures of gold are measured anew; those of the corpora are read from results.json, which `make evaluate` writes.
With --accept, writes the baseline from both.
"""

import argparse
import hashlib
import json
import sys
from pathlib import Path
from typing import Any

from evaluation.baseline import BASELINE_PATH, Baseline, HeldFigure, hold_figures, read_baseline, spell_baseline
from evaluation.gold_articles import GOLD_FOLDER, HALVES_NAME, read_gold
from evaluation.measures.gold import extract_gold, measure_gold
from evaluation.report import RESULTS_PATH, describe
from service.pipeline.extractor import Extractor

GOLD_PREFIX = "gold "
ACCEPT = "`python -m evaluation.gate --accept`"
NOTHING_ACCEPTED = Baseline("none", {}, (), ())
# Values and noises are rounded to two digits, so a difference of theirs is exact to less than this.
ROUNDING = 1e-6


def main(arguments: list[str]) -> int:
    """Check everything, or write the baseline; 1 where there is a complaint."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.gate", description=__doc__)
    parser.add_argument("--accept", action="store_true", help="write baseline.json from what is measured now")
    is_accepting = parser.parse_args(arguments).accept
    extractor = Extractor.load()
    results = json.loads(RESULTS_PATH.read_text(encoding="utf-8"))
    now = measure_baseline(extractor, results["figures"])
    before = read_baseline() if BASELINE_PATH.exists() else NOTHING_ACCEPTED
    foreign = compare_models("results.json", results["model"]["digest"], now.model, "`make evaluate`")
    complaints = [*compare_gold(before, now), *(foreign or compare_figures(before.corpora, now.corpora))]
    if is_accepting and not foreign:
        BASELINE_PATH.write_text(spell_baseline(now), encoding="utf-8")
        print("\n".join(["accepted in spite of:", *complaints]) if complaints else "accepted: nothing is worse")
        return 0
    print("\n".join(complaints) or f"{len(now.gold) + len(now.corpora)} figures hold")
    return 1 if complaints else 0


def measure_baseline(extractor: Extractor, rows: list[dict[str, Any]]) -> Baseline:
    """What would be accepted now. rows: the figures of results.json."""
    return Baseline(
        model=extractor.model.digest,
        digests=digest_files(GOLD_FOLDER),
        gold=measure_held_gold(extractor),
        corpora=tuple(figure for figure in hold_figures(rows) if not figure.name.startswith(GOLD_PREFIX)),
    )


def measure_held_gold(extractor: Extractor) -> tuple[HeldFigure, ...]:
    """The figures of gold, measured now."""
    figures = measure_gold(extract_gold(extractor.extract, read_gold(GOLD_FOLDER)))
    return hold_figures([describe(figure) for figure in figures])


def digest_files(folder: Path) -> dict[str, str]:
    """Name → SHA-256, in hexadecimal, of each article in a folder and of the list of their halves."""
    paths = sorted([*folder.glob("*.json"), *folder.glob(HALVES_NAME)])
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in paths}


def compare_gold(before: Baseline, now: Baseline) -> list[str]:
    """The complaints about the model, the files of gold, and the figures measured on them."""
    return [
        *compare_models("baseline.json", before.model, now.model, ACCEPT),
        *compare_files(before.digests, now.digests),
        *compare_figures(before.gold, now.gold),
    ]


def compare_models(file: str, digest: str, shipped: str, remedy: str) -> list[str]:
    """A complaint where a file belongs to another model than the one that ships.

    >>> compare_models("results.json", "0123456789", "abc", "`make evaluate`")
    ['results.json belongs to model 01234567, but abc ships: run `make evaluate`']
    """
    if digest == shipped:
        return []
    return [f"{file} belongs to model {digest[:8]}, but {shipped[:8]} ships: run {remedy}"]


def compare_files(before: dict[str, str], now: dict[str, str]) -> list[str]:
    """A complaint for each file of gold that was changed, added or removed."""
    return [
        f"gold/{name} changed, and the baseline did not: run {ACCEPT}"
        for name in sorted(before.keys() | now.keys())
        if before.get(name) != now.get(name)
    ]


def compare_figures(before: tuple[HeldFigure, ...], now: tuple[HeldFigure, ...]) -> list[str]:
    """A complaint for each figure that is worse by more than its noise, no longer measured, or not in the baseline."""
    measured = {figure.name: figure for figure in now}
    known = {figure.name for figure in before}
    complaints = [
        complain(figure, measured[figure.name])
        for figure in before
        if figure.name in measured and find_fall(figure, measured[figure.name]) > figure.noise + ROUNDING
    ]
    complaints.extend(f"{name}: no longer measured" for name in sorted(known - measured.keys()))
    complaints.extend(f"{name}: not in the baseline: run {ACCEPT}" for name in sorted(measured.keys() - known))
    return complaints


def find_fall(before: HeldFigure, now: HeldFigure) -> float:
    """How much worse a figure is than before, negative where it is better."""
    change = now.value - before.value
    return change if before.better == "lower" else -change


def complain(before: HeldFigure, now: HeldFigure) -> str:
    """What the gate says of a figure that is worse.

    >>> complain(HeldFigure("ORG F1", 77.0, "%", 1.26, "higher"), HeldFigure("ORG F1", 75.5, "%", 1.26, "higher"))
    'ORG F1: 77 % before, 75.5 % now, worse by 1.5; 1.26 is allowed'
    """
    unit = "" if before.unit == "count" else f" {before.unit}"
    fall = find_fall(before, now)
    return (
        f"{before.name}: {before.value:g}{unit} before, {now.value:g}{unit} now, worse by {fall:.4g}; "
        f"{before.noise:g} is allowed"
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
