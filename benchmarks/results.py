"""What a benchmark hands back, the tables that show it, and the file that keeps it."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

PATH = Path(__file__).with_name("results.json")


@dataclass(frozen=True, slots=True)
class Result:
    """A measured quantity in words. target: what it should be, empty where it only informs; is_met: whether it is."""

    name: str
    value: str
    target: str = ""
    is_met: bool | None = None


def spell_results(results: Sequence[Result]) -> str:
    """A Markdown table, a row for each result.

    >>> print(spell_results([Result("time to load", "2.1 s", "under 5 s", is_met=True)]))
    | measured | value | target | met |
    | --- | --- | --- | --- |
    | time to load | 2.1 s | under 5 s | yes |
    """
    met = {None: "", True: "yes", False: "NO"}
    rows = [f"| {result.name} | {result.value} | {result.target} | {met[result.is_met]} |" for result in results]
    return "\n".join(["| measured | value | target | met |", "| --- | --- | --- | --- |", *rows])


def read_results() -> dict[str, list[Result]]:
    """Title → what was measured last; empty where nothing was."""
    if not PATH.is_file():
        return {}
    content = json.loads(PATH.read_text(encoding="utf-8"))
    return {title: [Result(**result) for result in results] for title, results in content.items()}


def write_results(results: Mapping[str, Iterable[Result]]) -> None:
    """Keep the results, by title."""
    content = {title: [asdict(result) for result in measured] for title, measured in results.items()}
    PATH.write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
