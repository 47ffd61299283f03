"""Sentence boundaries: the paragraphs of the English Web Treebank and of GUM."""

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

from training.corpora.annotated import AnnotatedText, LabelledSpan, join_sentences, read_rows

# Every tenth document measures, the others teach: the files carry no split of their own.
DEV_EVERY = 10


def read_sentences(path: Path, split: str) -> Iterator[AnnotatedText]:
    """The documents of one split, their paragraphs joined by newlines."""
    for number, (_, members) in enumerate(groupby(read_rows(path), key=find_document)):
        if (number % DEV_EVERY == 0) != (split == "dev"):
            continue
        rows = list(members)
        text, starts = join_sentences([row["text"] for row in rows], ["\n"] * len(rows))
        spans = tuple(
            LabelledSpan(offset + start, offset + end, "sentence")
            for row, offset in zip(rows, starts, strict=True)
            for start, end in row["sentences"]
        )
        yield AnnotatedText(text, {"sentences": spans}, is_article=True)


def find_document(row: dict[str, Any]) -> str:
    """The document that a row belongs to."""
    return str(row["doc"])
