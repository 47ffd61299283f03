"""The learning curve as a table."""

import json
from pathlib import Path

from training.curve import COLUMNS, read_curve, spell_curve


def test_the_last_log_of_a_step_counts(tmp_path: Path) -> None:
    entries = [
        {"step": 0, "of": 20, "loss": 3.0, "s": 0},
        {"step": 9, "dev": dict.fromkeys(COLUMNS, 0.5)},
        {"step": 19, "dev": dict.fromkeys(COLUMNS, 0.4)},
        {"step": 9, "dev": dict.fromkeys(COLUMNS, 0.25)},
    ]
    (tmp_path / "log.jsonl").write_text("\n".join(json.dumps(entry) for entry in entries), encoding="utf-8")

    lines = list(spell_curve(read_curve(tmp_path / "log.jsonl")))

    assert lines[2].startswith("| 10 | 0.250 |")
    assert lines[3].startswith("| 20 | 0.400 |")
    assert len({line.count("|") for line in lines}) == 1
