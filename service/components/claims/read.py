"""The key claims of a Doc, tied to whom they belong to."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from spacy.tokens import Doc, Span

from service.components.article_text import read_text
from service.components.claims.dates import find_dates
from service.components.claims.modality import find_modality
from service.components.claims.quantities import find_quantities
from service.components.claims.standalone import spell_standalone
from service.components.span_keys import CLAIMS
from service.extraction import Claimant, KeyClaim, Organisation, Quote, QuotedSource, TextSpan

# A claim is a source's when at least this share of it lies in the source's quotes, the words that only attribute left
# out. Claimants right of 1,645 in our own articles, none of which the network had read: 1,364 with 0.45, 1,382 with
# 0.4, 1,388 with 0.35 and 1,392 with 0.3; on the development half of gold 91 of 101 with each.
CLAIMED_SHARE = 0.35


def read_key_claims(
    doc: Doc,
    sources: tuple[QuotedSource, ...],
    organisations: tuple[Organisation, ...],
    *,
    limit: int,
    published: date | None,
) -> tuple[KeyClaim, ...]:
    """At most limit claims, best first; empty where the article asserts nothing that can be checked.

    published: the day that the article appeared, which relative dates need.
    """
    group = doc.spans.get(CLAIMS)
    if not group:
        return ()
    spans = list(group)[:limit]
    return tuple(
        build_claim(number, span, group.attrs, sources, organisations, published=published)
        for number, span in enumerate(spans)
    )


def build_claim(
    number: int,
    span: Span,
    attrs: Mapping[str, Any],
    sources: tuple[QuotedSource, ...],
    organisations: tuple[Organisation, ...],
    *,
    published: date | None,
) -> KeyClaim:
    """The record of a claim; attrs: what span_keys says of the claims, of which this is the one of this number."""
    start, end, text = span.start_char, span.end_char, span.text
    owner = find_owner(read_text(span.doc), start, end, sources)
    source, quote = owner if owner is not None else (None, None)
    is_named = source is not None and source.kind != "unnamed"
    return KeyClaim(
        id=f"c{number + 1}",
        text=text,
        start=start,
        end=end,
        score=attrs["scores"][number],
        kind=span.label_,  # type: ignore[arg-type]
        claimant=None if source is None else Claimant(source.id, source.name),
        quote_id=None if quote is None else quote.id,
        organisation_ids=tuple(
            organisation.id
            for organisation in organisations
            if any(start <= mention.start and mention.end <= end for mention in organisation.mentions)
        ),
        quantities=tuple(
            replace(quantity, start=start + quantity.start, end=start + quantity.end)
            for quantity in find_quantities(text)
        ),
        dates=tuple(
            replace(found, start=start + found.start, end=start + found.end) for found in find_dates(text, published)
        ),
        claim=attrs["claims"][number],
        centrality=attrs["centralities"][number],
        check_worthiness=attrs["check_worthiness"][number],
        reasons=(*attrs["reasons"][number], *(("named_source",) if is_named else ())),
        modality=find_modality(text),
        standalone_text=spell_standalone(text, start, owner, published),
    )


def find_owner(text: str, start: int, end: int, sources: tuple[QuotedSource, ...]) -> tuple[QuotedSource, Quote] | None:
    """The source in whose quotes most of a claim stands, and the one with most of it; None for the article itself.

    The words that only attribute, "the ministry said", are no part of what is claimed.
    """
    best, most = None, 0
    for source in sources:
        shared = [measure_overlap(start, end, quote.parts) for quote in source.quotes]
        if sum(shared) <= most:
            continue
        attributing = sum(measure_overlap(start, end, list_attributing(text, quote)) for quote in source.quotes)
        if sum(shared) >= CLAIMED_SHARE * (end - start - attributing):
            best, most = (source, source.quotes[shared.index(max(shared))]), sum(shared)
    return best


def list_attributing(text: str, quote: Quote) -> list[TextSpan]:
    """The speaker and the cue of a quote, what commas enclose between them, and what leads from there to the content.

    In 'Ann Lee, who heads the court, told reporters on Monday that "it" fell' that is all before the content.
    """
    speaker, cue = quote.speaker, quote.cue
    spans = [span for span in (speaker, cue) if span is not None]
    if cue is None:
        return spans
    last = max(span.end for span in spans)
    following = [part.start for part in quote.parts if part.start >= last]
    if following:
        spans.append(TextSpan.of(text, last, min(following)))
    if speaker is not None and speaker.end < cue.start:
        gap = TextSpan.of(text, speaker.end, cue.start)
        if is_apposed(gap.text):
            spans.append(gap)
    return spans


def is_apposed(gap: str) -> bool:
    """Whether the words between a speaker and a cue stand between two commas."""
    return gap.startswith(",") and gap.rstrip().endswith(",")


def measure_overlap(start: int, end: int, spans: Iterable[TextSpan]) -> int:
    """How many characters from start to end lie in spans."""
    return sum(max(0, min(end, span.end) - max(start, span.start)) for span in spans)
