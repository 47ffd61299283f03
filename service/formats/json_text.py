"""JSON as every answer of ours is written: one line, nothing that says nothing, the same bytes for the same content."""

import json
from typing import Any


def write_json(content: dict[str, Any]) -> str:
    """The content as one line, newline included."""
    return json.dumps(content, ensure_ascii=False, allow_nan=False, separators=(",", ":")) + "\n"


def drop_absent(content: dict[str, Any]) -> dict[str, Any]:
    """The content without members that are None or empty: these formats say nothing where nothing is known.

    >>> drop_absent({"name": "Oslo", "country": None, "mentions": [], "longitude": 0.0})
    {'name': 'Oslo', 'longitude': 0.0}
    """
    return {name: value for name, value in content.items() if value is not None and value != [] and value != {}}
