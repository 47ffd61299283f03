"""Our own training articles: plain text with marks in it, which `training/articles/README.md` describes.

`python -m training.corpora.check_articles FILE …` says what is wrong with files.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from service.extraction import ORGANISATION_KINDS

FOLDER = Path(__file__).parents[1] / "articles"
FIRST_LINE = "=== "
TEXT_LINE = "---"
NONE = "-"
# The letter of a mark → what it encloses.
ENTITY_LABELS = {"o": "ORG", "p": "PERSON", "l": "LOC", "f": "FAC", "n": "NORP", "m": "MISC"}
ATTRIBUTION_LABELS = {"v": "SOURCE", "c": "CUE", "q": "CONTENT"}
CLAIM_LETTER = "k"
NUMBERED = frozenset((*ATTRIBUTION_LABELS, CLAIM_LETTER, "o"))
SOURCE_KINDS = ("person", "organisation", "unnamed")
# Characters of a line that is named in a complaint.
SHOWN = 60

find_marks = re.compile(r"<(/?)([a-z])(\d*)((?::s\d+)*)>").finditer
has_stray_bracket = re.compile(r"[<>]").search


class MarkError(ValueError):
    """A file that is not marked as it should be; says where."""


@dataclass(frozen=True, slots=True)
class Marked:
    """What one pair of marks encloses, in code points of the text without marks. sources: the ids behind ":"."""

    letter: str
    number: str
    sources: tuple[str, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class MarkedSource:
    """A line of the head: who is cited. description, affiliation: None where the article gives none."""

    id: str
    name: str
    kind: str
    description: str | None
    affiliation: str | None


@dataclass(frozen=True, slots=True)
class MarkedOrganisation:
    """A line of the head: an organisation by its fullest printed name."""

    id: str
    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class MarkedArticle:
    """An article without its marks, and what they said. marked: in order of their ends."""

    id: str
    text: str
    sources: tuple[MarkedSource, ...]
    organisations: tuple[MarkedOrganisation, ...]
    marked: tuple[Marked, ...]


def read_marked_articles(folder: Path = FOLDER) -> Iterator[MarkedArticle]:
    """The articles of every file of a folder, in order of their names; MarkError where one is wrong."""
    for path in sorted(folder.glob("*.txt")):
        yield from parse_file(path.read_text(encoding="utf-8"))


def parse_file(content: str) -> Iterator[MarkedArticle]:
    """The articles of a file: each begins with a line "=== ID"."""
    yield from map(parse_article, split_file(content))


def split_file(content: str) -> list[str]:
    """The blocks of a file, each from its article's id."""
    return re.split(rf"(?m)^{FIRST_LINE}", content)[1:]


def parse_article(block: str) -> MarkedArticle:
    """The article of a block that begins with its id; MarkError where a mark or a line of the head is wrong."""
    head, found, body = block.partition(f"\n{TEXT_LINE}\n")
    name, *lines = head.split("\n")
    name = name.strip()
    if not found:
        raise MarkError(f"{name}: no line {TEXT_LINE} between head and text")
    sources: list[MarkedSource] = []
    organisations: list[MarkedOrganisation] = []
    for line in filter(str.strip, lines):
        fields = [field.strip() for field in line.split("|")]
        if line.startswith("s") and len(fields) == 5 and fields[2] in SOURCE_KINDS:
            sources.append(MarkedSource(fields[0], fields[1], fields[2], read_field(fields[3]), read_field(fields[4])))
        elif line.startswith("o") and len(fields) == 3 and fields[2] in ORGANISATION_KINDS:
            organisations.append(MarkedOrganisation(*fields))
        else:
            raise MarkError(f"{name}: a line of the head is wrong: {line[:SHOWN]}")
    text, marked = strip_marks(name, body.strip("\n"))
    return MarkedArticle(name, text, tuple(sources), tuple(organisations), marked)


def read_field(field: str) -> str | None:
    """A field of the head; None where it holds a dash."""
    return None if field == NONE else field


def strip_marks(name: str, body: str) -> tuple[str, tuple[Marked, ...]]:
    """The text without marks, and what they enclose; MarkError where they do not pair."""
    parts: list[str] = []
    marked: list[Marked] = []
    # By letter: marks of one letter do not nest, those of several may overlap.
    opened: dict[str, tuple[str, tuple[str, ...], int]] = {}
    at = length = 0
    for match in find_marks(body):
        parts.append(body[at : match.start()])
        length += match.start() - at
        at = match.end()
        closes, letter, number, sources = match.groups()
        where = f"{name}: {body[max(0, match.start() - SHOWN) : match.end()]!r}"
        if letter not in ENTITY_LABELS and letter not in ATTRIBUTION_LABELS and letter != CLAIM_LETTER:
            raise MarkError(f"{where}: unknown mark")
        if bool(number) != (letter in NUMBERED):
            raise MarkError(f"{where}: {'no number' if letter in NUMBERED else 'a number'}")
        if not closes:
            if letter in opened:
                raise MarkError(f"{where}: opened twice")
            opened[letter] = number, tuple(filter(None, sources.split(":"))), length
            continue
        if letter not in opened or opened[letter][0] != number:
            raise MarkError(f"{where}: closed but not open")
        _, ids, start = opened.pop(letter)
        if start == length:
            raise MarkError(f"{where}: encloses nothing")
        marked.append(Marked(letter, number, ids, start, length))
    parts.append(body[at:])
    text = "".join(parts)
    if opened:
        raise MarkError(f"{name}: not closed: {', '.join(sorted(opened))}")
    if stray := has_stray_bracket(text):
        raise MarkError(
            f"{name}: a bracket that is no mark: {text[max(0, stray.start() - SHOWN) : stray.end() + SHOWN]!r}"
        )
    return text, tuple(marked)


def is_kept_apart(article: MarkedArticle) -> bool:
    """Whether an article measures and does not teach: one in ten, by the last figure of its id."""
    return article.id.endswith("0")
