"""Organisations by compromise, a rule-based tagger in JavaScript, run in Node.js over all texts at once."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

from evaluation.scores.entities import Entity

SCRIPT = Path(__file__).with_name("compromise.cjs")
# Where `make peers` installs it: beside the interpreter that runs this.
MODULES = Path(sys.prefix) / "node_modules"
MANIFEST = MODULES / "compromise/package.json"
find_tail = re.compile(r"(?:['’]s?|[\s,;:!?)\]\"”]+)*$").search


def find_obstacle() -> str | None:
    """Why it cannot run here, or None."""
    if shutil.which("node") is None:
        return "no Node.js"
    return None if MANIFEST.exists() else "compromise is not installed"


def name_system() -> str:
    """The name and version of what is installed."""
    return f"compromise {json.loads(MANIFEST.read_text(encoding='utf-8'))['version']} (npm)"


def read_texts(texts: list[str]) -> list[list[Entity]]:
    """The organisations of each text; CalledProcessError where Node.js fails."""
    given = "".join(json.dumps(text) + "\n" for text in texts)
    ran = subprocess.run(
        ["node", str(SCRIPT)],
        input=given,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
        env={"NODE_PATH": str(MODULES), "PATH": str(Path(shutil.which("node") or "").parent)},
    )
    rows = [json.loads(line) for line in ran.stdout.splitlines()]
    return [convert_spans(text, spans) for text, spans in zip(texts, rows, strict=True)]


def convert_spans(text: str, spans: list[list[int]]) -> list[Entity]:
    """Spans in UTF-16 units as entities in code points, without the possessive and the marks at their ends.

    >>> convert_spans("😀 Nokia’s plan", [[3, 10]])
    [Entity(start=2, end=7, label='ORG')]
    """
    points = count_points(text)
    entities: list[Entity] = []
    for first, last in spans:
        start, end = points[first], points[last]
        tail = find_tail(text, start, end)
        if tail is not None and tail.start() > start:
            entities.append(Entity(start, tail.start(), "ORG"))
    return entities


def count_points(text: str) -> list[int]:
    """For every position in UTF-16 units, the end included, the code point that stands there.

    >>> count_points("a😀b")
    [0, 1, 1, 2, 3]
    """
    points: list[int] = []
    for at, character in enumerate(text):
        points.extend([at] * (2 if ord(character) > 0xFFFF else 1))
    return [*points, len(text)]
