"""The tables of peers as Markdown, for the page, and as JSON, for comparing."""

import json
from dataclasses import asdict
from typing import Any

from evaluation.figures import Figure
from evaluation.peers.rows import Row, Table
from evaluation.report import describe
from service.extraction import Model

BEGIN = "<!-- peers:begin (written by `make peers`) -->"
END = "<!-- peers:end -->"
NOTHING = "–"


def spell_tables(tables: list[Table]) -> str:
    """The tables in Markdown, each under its task."""
    return "\n\n".join(spell_table(table) for table in tables)


def spell_table(table: Table) -> str:
    """One table: a system a line, its figures in percent, the best of each column in bold; notes below it."""
    figures = [figure for row in table.rows for figure in row.figures if figure.place == "figure"]
    best: dict[str, float] = {}
    for figure in figures:
        best[figure.name] = max(figure.value, best.get(figure.name, 0.0))
    lines = [
        f"### {table.task}",
        "",
        table.texts,
        "",
        f"| {' | '.join(('system', *best))} |",
        f"| {' | '.join(('---', *('---:' for _ in best)))} |",
        *(spell_row(row, best) for row in table.rows),
        "",
        *(spell_note(row) for row in table.rows),
    ]
    return "\n".join(lines)


def spell_row(row: Row, best: dict[str, float]) -> str:
    """The line of one system; a dash where it has no figure. best: column → its highest value.

    >>> spell_row(Row("lead", "", (Figure("F1", 50.0),)), {"F1": 50.0, "P@1": 1.0})
    '| lead | **50.0** | – |'
    """
    figures = {figure.name: figure for figure in row.figures}
    cells = [spell_figure(figures[column], top) if column in figures else NOTHING for column, top in best.items()]
    return f"| {' | '.join((row.system, *cells))} |"


def spell_figure(figure: Figure, top: float) -> str:
    """A value, in bold where it is its column's best, with its interval."""
    value = f"**{figure.value:.1f}**" if figure.value == top else f"{figure.value:.1f}"
    return value if figure.interval is None else f"{value} ({figure.interval.low:.1f}–{figure.interval.high:.1f})"


def spell_note(row: Row) -> str:
    """What was run, and what must be known of it.

    >>> spell_note(Row("textacy", "textacy 0.13", (), "refused 2 articles"))
    '- textacy: textacy 0.13; refused 2 articles'
    """
    return f"- {row.system}: {'; '.join(part for part in (row.origin, row.note) if part)}"


def insert_tables(page: str, tables: list[Table]) -> str:
    """The page with what stands between the marker comments replaced; ValueError where it lacks one of them."""
    start = page.index(BEGIN) + len(BEGIN)
    return f"{page[:start]}\n\n{spell_tables(tables)}\n\n{page[page.index(END, start) :]}"


def spell_json(model: Model, tables: list[Table]) -> str:
    """The tables as JSON, with the counts behind each figure; model: what is ours in them."""
    results = {"model": asdict(model), "tables": [describe_table(table) for table in tables]}
    return json.dumps(results, indent=1, ensure_ascii=False) + "\n"


def describe_table(table: Table) -> dict[str, Any]:
    """A table as a JSON object."""
    return {"task": table.task, "texts": table.texts, "systems": [describe_row(row) for row in table.rows]}


def describe_row(row: Row) -> dict[str, Any]:
    """A system as a JSON object, without a note where it has none."""
    described: dict[str, Any] = {"system": row.system, "origin": row.origin}
    if row.note:
        described["note"] = row.note
    return described | {"figures": [describe(figure) for figure in row.figures]}
