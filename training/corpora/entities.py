"""Corpora of named entities: token and tag columns, and the raw text of the Worldwide newswire."""

import random
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

from training.corpora.annotated import AnnotatedText, LabelledSpan, join_sentences, read_rows

# Corpora without document ids are cut into texts of this many rows.
ROWS_WITHOUT_DOCUMENT = 12


def read_columns(path: Path, *, separators: str, seed: int = 0) -> Iterator[AnnotatedText]:
    """The documents of a file of tokens and BIO tags, each sentence followed by one of the separators at random.

    To teach, both a blank and a newline, since agencies write both ways. To measure, a newline alone: many rows are
    headlines and lines of tables, which run into each other behind a blank.
    """
    chooser = random.Random(seed)
    for rows in group_rows(list(read_rows(path))):
        sentences = [spell_sentence(row["tokens"]) for row in rows]
        text, starts = join_sentences(sentences, [chooser.choice(separators) for _ in rows])
        spans = [
            span
            for row, start in zip(rows, starts, strict=True)
            for span in find_tagged_spans(row["tokens"], row["tags"], start)
        ]
        yield AnnotatedText(text, {"entities": tuple(spans)}, is_article=rows[0]["doc"] is not None)


def group_rows(rows: list[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    """Consecutive rows of one document; rows without one in groups of a fixed size."""
    numbered = [(row["doc"] or f"group {at // ROWS_WITHOUT_DOCUMENT}", row) for at, row in enumerate(rows)]
    for _, members in groupby(numbered, key=find_document):
        yield [row for _, row in members]


def find_document(numbered_row: tuple[str, dict[str, Any]]) -> str:
    """The document that a numbered row belongs to."""
    return numbered_row[0]


def spell_sentence(tokens: list[str]) -> str:
    """The tokens with blanks between them, the contracted "n't" joined to its verb as in print.

    >>> spell_sentence(["Do", "n't", "go", "."])
    "Don't go ."
    """
    return " ".join(tokens).replace(" n't", "n't")


def find_tagged_spans(tokens: list[str], tags: list[str], offset: int) -> list[LabelledSpan]:
    """The entities of a tagged sentence that begins at this offset of its text.

    >>> find_tagged_spans(["Bank", "of", "Japan"], ["B-ORG", "I-ORG", "I-ORG"], 10)
    [LabelledSpan(start=10, end=23, label='ORG')]
    """
    spans: list[LabelledSpan] = []
    at = offset
    for index, (token, tag) in enumerate(zip(tokens, tags, strict=True)):
        if index and token != "n't":
            at += 1
        if tag.startswith("B-"):
            spans.append(LabelledSpan(at, at + len(token), tag[2:]))
        elif tag.startswith("I-") and spans:
            spans[-1] = LabelledSpan(spans[-1].start, at + len(token), spans[-1].label)
        at += len(token)
    return spans


def read_worldwide(path: Path, split: str) -> Iterator[AnnotatedText]:
    """The articles of one split of the Worldwide newswire, as raw text."""
    for row in read_rows(path):
        if row["split"] == split:
            spans = tuple(LabelledSpan(start, end, label) for start, end, label in row["spans"])
            yield AnnotatedText(row["text"], {"entities": spans}, is_article=True)
