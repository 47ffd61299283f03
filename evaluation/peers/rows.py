"""A system's line in a table of peers: who it is, and what it scored."""

from dataclasses import dataclass, replace

from evaluation.figures import Figure

OURS = "ours"


@dataclass(frozen=True, slots=True)
class Row:
    """A system and its figures, each named as the column that it stands in.

    origin: what was run. note: what a reader must know, as why there are no figures.
    """

    system: str
    origin: str
    figures: tuple[Figure, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """The systems that do one task. texts: what they were run on, in words."""

    task: str
    texts: str
    rows: tuple[Row, ...]


def make_detail(figure: Figure) -> Figure:
    """The same figure, left out of the page."""
    return replace(figure, place="detail")
