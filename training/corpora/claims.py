"""Corpora of labelled sentences: the discourse roles of news, and what is checkable, opinion or causal."""

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

from training.corpora.annotated import AnnotatedText, LabelledSpan, join_sentences, read_rows

# Sentences that share no article are laid into texts of this many.
ROWS_IN_TEXT = 12


def read_discourse(path: Path) -> Iterator[AnnotatedText]:
    """The articles of the news discourse corpus, headline first, with roles and sentence boundaries."""
    for _, members in groupby(read_rows(path), key=find_document):
        rows = list(members)
        headline = rows[0]["headline"] or ""
        prefix = f"{headline}\n" if headline else ""
        separators = [
            " " if following is not None and following["para"] == row["para"] else "\n"
            for row, following in zip(rows, [*rows[1:], None], strict=True)
        ]
        text, starts = join_sentences([row["text"] for row in rows], separators)
        roles: list[LabelledSpan] = []
        for row, start in zip(rows, starts, strict=True):
            at = len(prefix) + start
            roles.append(LabelledSpan(at, at + len(row["text"]), row["label"]))
        boundaries = [LabelledSpan(role.start, role.end, "sentence") for role in roles]
        yield AnnotatedText(prefix + text, {"roles": tuple(roles), "sentences": tuple(boundaries)}, is_article=True)


def read_labelled_sentences(path: Path, head: str) -> Iterator[AnnotatedText]:
    """The sentences of a file, each a paragraph, labelled for one head."""
    rows = list(read_rows(path))
    for first in range(0, len(rows), ROWS_IN_TEXT):
        members = rows[first : first + ROWS_IN_TEXT]
        text, starts = join_sentences([row["text"] for row in members], ["\n"] * len(members))
        spans = tuple(
            LabelledSpan(start, start + len(row["text"]), str(row["label"]))
            for row, start in zip(members, starts, strict=True)
        )
        yield AnnotatedText(text, {head: spans})


def find_document(row: dict[str, Any]) -> str:
    """The article that a row belongs to."""
    return str(row["doc"])
