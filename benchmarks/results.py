"""What a benchmark hands back, and the table that shows it."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Result:
    """A measured quantity in words. target: what it should be, empty where it only informs."""

    name: str
    value: str
    target: str = ""


def spell_results(results: Sequence[Result]) -> str:
    """A Markdown table, a row for each result.

    >>> print(spell_results([Result("time to load", "2.1 s", "under 5 s")]))
    | measured | value | target |
    | --- | --- | --- |
    | time to load | 2.1 s | under 5 s |
    """
    rows = [f"| {result.name} | {result.value} | {result.target} |" for result in results]
    return "\n".join(["| measured | value | target |", "| --- | --- | --- |", *rows])
