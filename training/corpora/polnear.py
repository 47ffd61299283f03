"""PolNeAR: political news with every attribution's source, cue and content."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from service.components.sources.quotations import Content
from service.components.sources.reported_speech import Quotation, find_quotation_start
from service.text.spans import Offsets
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
        ordered = tuple(sorted(spans, key=lambda span: (span.start, span.end, span.label)))
        yield AnnotatedText(row["text"], {"attribution": ordered}, is_article=True)


def list_quotations(row: dict[str, Any]) -> list[Quotation]:
    """The attributions of a row as the quotations that the service would find, in order, each with its source."""
    quotations = [
        Quotation(
            Content(attribution["type"], tuple((start, end) for start, end in attribution["content"])),
            find_first(attribution["cue"]),
            find_first(attribution["source"]),
            1.0,
        )
        for attribution in row["attributions"]
        if attribution["content"]
    ]
    return sorted(quotations, key=find_quotation_start)


def find_first(pairs: list[list[int]]) -> Offsets | None:
    """The first of a role's spans; None where it has none."""
    return (pairs[0][0], pairs[0][1]) if pairs else None
