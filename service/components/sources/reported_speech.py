"""Reported speech: the quotations of an article, out of linked spans and of marks that nobody is heard to say."""

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, replace

from service.components.encoder.bio import WordSpan
from service.components.encoder.pieces import Pieces
from service.components.sources.attribution import LinkedAttribution
from service.components.sources.confidence import (
    FLOATING_CONFIDENCE,
    LEAST_CONFIDENCE,
    LEAST_UNFAMILIAR,
    estimate_confidence,
)
from service.components.sources.cue_words import is_familiar
from service.components.sources.quotations import (
    Content,
    find_continuing,
    find_floating,
    find_signature,
    is_declined,
    shape_content,
)
from service.text.quote_marks import QuotePair, pair_quote_marks
from service.text.spans import Offsets


@dataclass(frozen=True, slots=True)
class Quotation:
    """One quotation as code points. source: the words that the network gives as its source."""

    content: Content
    cue: Offsets | None
    source: Offsets | None
    confidence: float


def find_quotations(
    text: str, linked: list[LinkedAttribution], pieces: Pieces, confidence: Mapping[str, float], *, body: int
) -> list[Quotation]:
    """The quotations of text in order: what the network reports, and marks that follow from it.

    confidence: the weights of its features. body: where the words behind the dateline begin.
    """
    pairs = find_outer_pairs(text)
    found: list[Quotation] = []
    for attribution in linked:
        content = find_content(text, attribution, pieces, pairs, body=body)
        certainty = 0.0 if content is None else estimate_confidence(attribution, content, confidence)
        cue = None if attribution.cue is None else find_offsets(attribution.cue, pieces)
        if content is None or certainty < find_least_confidence(text, content, cue):
            continue
        source = None if attribution.source is None else find_offsets(attribution.source, pieces)
        found.append(Quotation(content, cue, source, certainty))
    continuing = find_continuing(text, pairs)
    spoken = join_floating(text, [one for one in found if not is_held_over(one, continuing)], pairs)
    return [signed for quotation in spoken for signed in sign(text, quotation)]


def find_least_confidence(text: str, content: Content, cue: Offsets | None) -> float:
    """The confidence below which a quotation is left out: higher where neither marks nor its cue speak for it."""
    is_plain = content.kind != "indirect" or cue is None or is_familiar(text[slice(*cue)])
    return LEAST_CONFIDENCE if is_plain else LEAST_UNFAMILIAR


def sign(text: str, quotation: Quotation) -> list[Quotation]:
    """The quotation, its last part given to the name that a dash sets behind that, where nobody else says it.

    A last part that was taken for the end of somebody else's quotation becomes one of its own.
    """
    *before, last = quotation.content.parts
    is_heard = not before and (quotation.cue is not None or quotation.source is not None)
    signature = None if quotation.content.kind != "direct" or is_heard else find_signature(text, last[1])
    if signature is None:
        return [quotation]
    signed = Quotation(Content("direct", (last,)), None, signature, quotation.confidence)
    rest = [replace(quotation, content=Content("direct", tuple(before)))] if before else []
    return [*rest, signed]


def is_held_over(quotation: Quotation, continuing: list[QuotePair]) -> bool:
    """Whether a quotation only goes on with the one before: it reopens that, and has no cue behind its opening mark."""
    start = find_quotation_start(quotation)
    return any(
        pair.outer_start <= start <= pair.start and (quotation.cue is None or quotation.cue[0] < pair.outer_start)
        for pair in continuing
    )


def find_outer_pairs(text: str) -> list[QuotePair]:
    """The pairs of quotation marks that stand in no other pair, in order."""
    return [pair for pair in pair_quote_marks(text) if pair.depth == 0]


def find_content(
    text: str, linked: LinkedAttribution, pieces: Pieces, pairs: list[QuotePair], *, body: int
) -> Content | None:
    """The content that linked spans mean; None where nothing is said, or nothing behind the start of the body."""
    ranges = [find_offsets(span, pieces) for span in linked.contents]
    ranges = [(max(start, body), end) for start, end in ranges if end > body or start > body]
    if not ranges:
        return None
    cue = None if linked.cue is None else find_offsets(linked.cue, pieces)
    content = shape_content(text, ranges, pairs, cue)
    if content is None or (cue is not None and is_declined(text, cue, content.parts[0])):
        return None
    return content


def find_offsets(span: WordSpan, pieces: Pieces) -> Offsets:
    """The code points of a span of words."""
    return int(pieces.starts[span.first]), int(pieces.ends[span.last - 1])


def join_floating(text: str, found: list[Quotation], pairs: list[QuotePair]) -> list[Quotation]:
    """The quotations with marks that nobody is heard to say: part of the one before, or quotations of their own.

    Marks that follow a direct quotation in its paragraph, or reopen one that was never closed, are its next part.
    """
    floating = find_floating(text, pairs, [part for quotation in found for part in quotation.content.parts])
    joined: list[Quotation] = []
    # The direct quotation that ended last, by its place in joined.
    before: int | None = None
    waiting = deque(sorted(found, key=find_quotation_start))
    for pair in [*floating, None]:
        while waiting and (pair is None or find_quotation_start(waiting[0]) < pair.start):
            joined.append(waiting.popleft())
            if joined[-1].content.kind == "direct":
                before = len(joined) - 1
        if pair is None:
            break
        if before is not None and is_continued(text, joined[before].content.parts[-1][1], pair):
            parts = (*joined[before].content.parts, (pair.start, pair.end))
            joined[before] = replace(joined[before], content=Content("direct", parts))
            continue
        content = Content("direct", ((pair.start, pair.end),))
        joined.append(Quotation(content, None, None, FLOATING_CONFIDENCE))
        before = len(joined) - 1
    return joined


def find_quotation_start(quotation: Quotation) -> int:
    """Where a quotation begins."""
    return quotation.content.parts[0][0]


def is_continued(text: str, end: int, pair: QuotePair) -> bool:
    """Whether a pair of marks goes on with the direct quotation whose last part ends at end."""
    if end > pair.start:
        return False
    between = text[end : pair.outer_start]
    # An unclosed part ends at its line's end, so that only blanks stand between it and the next.
    return "\n" not in between or not between.strip()
