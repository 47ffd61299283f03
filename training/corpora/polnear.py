"""PolNeAR: political news with every attribution's source, cue and content."""

from collections.abc import Iterator
from pathlib import Path

from service.text.spans import find_start
from training.corpora.annotated import UNKNOWN, AnnotatedText, LabelledSpan, read_rows

ROLES = (("source", "SOURCE"), ("cue", "CUE"), ("content", "CONTENT"))


def read_polnear(path: Path) -> Iterator[AnnotatedText]:
    """The articles of a PolNeAR file; what its annotators set aside is unknown, not outside."""
    for row in read_rows(path):
        spans = {
            LabelledSpan(start, end, label)
            for attribution in row["attributions"]
            for role, label in ROLES
            for start, end in attribution[role]
        }
        spans.update(LabelledSpan(start, end, UNKNOWN) for start, end in row["discard"])
        ordered = tuple(sorted(spans, key=find_start))
        yield AnnotatedText(row["text"], {"attribution": ordered}, is_article=True)
