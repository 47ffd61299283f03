"""The one shape into which every corpus is read: a text, and labelled spans for some of the heads."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

# A span of this label is left out of the loss.
UNKNOWN = "?"


@dataclass(frozen=True, slots=True)
class LabelledSpan:
    """Code points start to end (exclusive) of a text, with the corpus's own label."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class AnnotatedText:
    """A text with the spans that one corpus marks in it.

    spans: head name → the corpus's spans for that head; a head that is absent was not annotated.
    is_article: whether the text starts where an article starts, so that positions in it mean something.
    """

    text: str
    spans: dict[str, tuple[LabelledSpan, ...]] = field(default_factory=dict)
    is_article: bool = False


def read_rows(path: Path) -> Iterator[dict[str, Any]]:
    """The JSON objects of a file of JSON lines."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def join_sentences(sentences: list[str], separators: list[str]) -> tuple[str, list[int]]:
    """The sentences as one text, each followed by its separator, and the offset at which each begins.

    >>> join_sentences(["One.", "Two."], [" ", ""])
    ('One. Two.', [0, 5])
    """
    starts: list[int] = []
    length = 0
    for sentence, separator in zip(sentences, separators, strict=True):
        starts.append(length)
        length += len(sentence) + len(separator)
    return "".join(sentence + separator for sentence, separator in zip(sentences, separators, strict=True)), starts
