"""Learning curve: `python -m training.curve WORK` prints what training logged there as a Markdown table.

Loss per labelled word or sentence on 24 windows of each development set, of the weights as they are at that step: what
is exported is their running mean, which is smoother and better.
"""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

COLUMNS = (
    "worldwide/entities",
    "conll2003/entities",
    "finer_ord/entities",
    "polnear/attribution",
    "ewt/sentences",
    "news_discourse/sentences",
    "news_discourse/roles",
    "claimbuster/claims",
    "newssd_eng/opinion",
    "causal_news/causality",
)


def read_curve(path: Path) -> dict[int, dict[str, float]]:
    """Steps done → loss by corpus and head; of a step that was logged twice, as after an interruption, the last."""
    curve: dict[int, dict[str, float]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        entry = json.loads(line)
        if "dev" in entry:
            curve[entry["step"] + 1] = entry["dev"]
    return dict(sorted(curve.items()))


def spell_curve(curve: dict[int, dict[str, float]]) -> Iterator[str]:
    """A Markdown table, line by line."""
    yield "| steps | " + " | ".join(COLUMNS) + " |"
    yield "| ---: |" + " ---: |" * len(COLUMNS)
    for steps, losses in curve.items():
        yield f"| {steps} | " + " | ".join(f"{losses[name]:.3f}" for name in COLUMNS) + " |"


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m training.curve", description=__doc__)
    parser.add_argument("work", type=Path)
    parser.add_argument("--every", type=int, default=1, help="print one measurement in so many")
    options = parser.parse_args()
    measured = list(read_curve(options.work / "log.jsonl").items())
    print(*spell_curve(dict(measured[options.every - 1 :: options.every])), sep="\n")
