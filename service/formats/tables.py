"""The answer as tables in CSV (RFC 4180): the quotations, a row for each part, and the claims, a row for each.

Every `text` is the article's own, also where it opens with what a spreadsheet takes for a formula: whoever opens a
table there imports its columns as text.
"""

import csv
import io
from collections.abc import Iterable, Sequence

from service.extraction import SCORE_DECIMALS, Extraction, KeyClaim, Quote, QuotedSource, TextSpan
from service.formats.article import list_quotations
from service.request import ExtractRequest
from service.text.offsets import index_offsets

QUOTATION_COLUMNS = (
    "article_id",
    "quote_id",
    "part",
    "kind",
    "text",
    "start",
    "end",
    "offset_unit",
    "confidence",
    "source_id",
    "source",
    "source_kind",
    "source_description",
    "source_affiliation",
    "speaker",
    "speaker_start",
    "speaker_end",
    "cue",
    "cue_start",
    "cue_end",
)
CLAIM_COLUMNS = (
    "article_id",
    "claim_id",
    "rank",
    "kind",
    "text",
    "start",
    "end",
    "offset_unit",
    "score",
    "claim",
    "centrality",
    "check_worthiness",
    "reasons",
    "modality",
    "claimant_id",
    "claimant",
    "quote_id",
    "organisations",
    "quantities",
    "dates",
    "standalone_text",
)
# Between the words of one cell that holds several, as in the table of organisations that an operator mounts.
SEPARATOR = "|"

Row = Sequence[str | int | float | None]


def render_quotations(extraction: Extraction, request: ExtractRequest) -> str:
    """The quotations in the order of the article, under a line of names; a cell is empty where nothing is known."""
    offsets = index_offsets(request.text, request.offset_unit)
    rows = (
        row for source, quote in list_quotations(extraction) for row in _list_parts(source, quote, request, offsets)
    )
    return _write_table(QUOTATION_COLUMNS, rows)


def render_claims(extraction: Extraction, request: ExtractRequest) -> str:
    """The key claims, best first, under a line of names; a cell is empty where nothing is known."""
    offsets = index_offsets(request.text, request.offset_unit)
    names = {organisation.id: organisation.name for organisation in extraction.organisations}
    rows = (
        (request.id, claim.id, rank, *_list_claim(claim, request, offsets, names))
        for rank, claim in enumerate(extraction.key_claims, start=1)
    )
    return _write_table(CLAIM_COLUMNS, rows)


def _list_parts(source: QuotedSource, quote: Quote, request: ExtractRequest, offsets: Sequence[int]) -> Iterable[Row]:
    for number, part in enumerate(quote.parts, start=1):
        yield (
            request.id,
            quote.id,
            number,
            quote.kind,
            *_list_span(part, offsets),
            request.offset_unit,
            round(quote.confidence, SCORE_DECIMALS),
            source.id,
            source.name,
            source.kind,
            source.description,
            source.affiliation,
            *_list_span(quote.speaker, offsets),
            *_list_span(quote.cue, offsets),
        )


def _list_claim(claim: KeyClaim, request: ExtractRequest, offsets: Sequence[int], names: dict[str, str]) -> Row:
    scores = (claim.score, claim.claim, claim.centrality, claim.check_worthiness)
    return (
        claim.kind,
        *_list_span(claim, offsets),
        request.offset_unit,
        *(round(score, SCORE_DECIMALS) for score in scores),
        SEPARATOR.join(claim.reasons),
        SEPARATOR.join(claim.modality),
        claim.claimant.source_id if claim.claimant else None,
        claim.claimant.name if claim.claimant else None,
        claim.quote_id,
        SEPARATOR.join(names[organisation] for organisation in claim.organisation_ids),
        SEPARATOR.join(quantity.text for quantity in claim.quantities),
        SEPARATOR.join(day.date or day.text for day in claim.dates),
        claim.standalone_text,
    )


def _list_span(span: TextSpan | KeyClaim | None, offsets: Sequence[int]) -> Row:
    """Text, start and end."""
    if span is None:
        return None, None, None
    return span.text, offsets[span.start], offsets[span.end]


def _write_table(columns: Sequence[str], rows: Iterable[Row]) -> str:
    # The writer ends lines as RFC 4180 does, unless told otherwise.
    lines = io.StringIO(newline="")
    writer = csv.writer(lines)
    writer.writerow(columns)
    writer.writerows(rows)
    return lines.getvalue()
