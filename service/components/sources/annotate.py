"""The component "news_sources": marks quotations, their cues and speakers, and the sources behind them."""

from collections import deque
from dataclasses import dataclass, replace

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup

from service.components.encoder.bio import WordSpan, decode_spans
from service.components.encoder.heads import HEADS
from service.components.encoder.scores import WordScores, read_word_scores
from service.components.sources.attribution import LinkedAttribution, WordLayout, link_attributions
from service.components.sources.cast import Cast, Name, build_cast
from service.components.sources.confidence import LEAST_CONFIDENCE, estimate_confidence
from service.components.sources.quotations import Content, find_floating, is_declined, shape_content
from service.components.sources.speakers import NOBODY, Speaker, resolve_speaker
from service.components.span_keys import (
    CUES,
    DATELINE,
    ORGANISATIONS,
    QUOTATIONS,
    SOURCE_AFFILIATION,
    SOURCE_DESCRIPTION,
    SOURCE_MENTION,
    SOURCE_NAME,
    SOURCES,
    SPEAKERS,
)
from service.text.quote_marks import OPENING_MARKS, QuotePair, pair_quote_marks
from service.text.spans import Offsets, find_overlapping


@dataclass(frozen=True, slots=True)
class Quotation:
    """One quotation as code points. source: the words that the network gives as its source."""

    content: Content
    cue: Offsets | None
    source: Offsets | None
    confidence: float


@dataclass(frozen=True, slots=True)
class Attributed:
    """A quotation with its speaker."""

    quotation: Quotation
    speaker: Speaker


@Language.component("news_sources", requires=["doc.ents", "doc.spans", "doc._.word_scores"], assigns=["doc.spans"])
def annotate_sources(doc: Doc) -> Doc:
    """Write quotations and sources to doc.spans."""
    quotations = find_quotations(doc)
    cast = read_cast(doc)
    write_spans(doc, attribute(doc.text, quotations, cast), cast)
    return doc


def find_quotations(doc: Doc) -> list[Quotation]:
    """The quotations on doc in order: what the network reports, and marks that follow from it."""
    text = doc.text
    scores = read_word_scores(doc)
    spans = decode_spans(scores.read_head("attribution"), HEADS["attribution"].labels, scores.pieces.paragraphs)
    pairs = [pair for pair in pair_quote_marks(text) if pair.depth == 0]
    body = find_body_start(doc)
    found: list[Quotation] = []
    for linked in link_attributions(spans, read_layout(doc, scores)):
        quotation = build_quotation(text, linked, scores, pairs, body=body)
        if quotation is not None and quotation.confidence >= LEAST_CONFIDENCE:
            found.append(quotation)
    return join_floating(text, found, pairs)


def find_body_start(doc: Doc) -> int:
    """Where the words behind the dateline begin; 0 where there is none, for a headline may quote too."""
    datelines = doc.spans.get(DATELINE, ())
    if not datelines:
        return 0
    text = doc.text
    end: int = datelines[0].end_char
    while end < len(text) and not text[end].isalnum() and text[end] not in OPENING_MARKS:
        end += 1
    return end


def read_layout(doc: Doc, scores: WordScores) -> WordLayout:
    """The paragraph and sentence of each word of doc."""
    starts = np.array([sent.start for sent in doc.sents], dtype=np.int64)
    sentences = np.searchsorted(starts, scores.tokens, side="right")
    return WordLayout(scores.pieces.paragraphs.tolist(), sentences.tolist())


def build_quotation(
    text: str, linked: LinkedAttribution, scores: WordScores, pairs: list[QuotePair], *, body: int
) -> Quotation | None:
    """The quotation that linked spans mean; None where no content is left behind the start of the body."""
    ranges = [find_offsets(span, scores) for span in linked.contents]
    ranges = [(max(start, body), end) for start, end in ranges if end > body or start > body]
    if not ranges:
        return None
    cue = None if linked.cue is None else find_offsets(linked.cue, scores)
    content = shape_content(text, ranges, pairs, cue)
    if content is None or (cue is not None and is_declined(text, cue, content.parts[0])):
        return None
    source = None if linked.source is None else find_offsets(linked.source, scores)
    return Quotation(content, cue, source, estimate_confidence(linked, content))


def find_offsets(span: WordSpan, scores: WordScores) -> Offsets:
    """The code points of a span of words."""
    return int(scores.pieces.starts[span.first]), int(scores.pieces.ends[span.last - 1])


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
        joined.append(Quotation(content, None, None, estimate_confidence(None, content)))
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


def read_cast(doc: Doc) -> Cast:
    """Everyone named on doc."""
    persons = [(ent.start_char, ent.end_char) for ent in doc.ents if ent.label_ == "PERSON"]
    mentions = doc.spans.get(ORGANISATIONS, ())
    organisations = [Name(span.text, span.start_char, span.end_char, int(span.id_)) for span in mentions]
    return build_cast(doc.text, persons, organisations)


def attribute(text: str, quotations: list[Quotation], cast: Cast) -> list[Attributed]:
    """The quotations with their speakers, each resolved in the light of the one before."""
    attributed: list[Attributed] = []
    previous: Speaker | None = None
    for quotation in quotations:
        speaker = find_speaker(text, quotation, cast, previous)
        attributed.append(Attributed(quotation, speaker))
        previous = speaker if speaker.name is not None else previous
    return attributed


def find_speaker(text: str, quotation: Quotation, cast: Cast, previous: Speaker | None) -> Speaker:
    """The speaker of a quotation; one that floats belongs to the speaker before, where there is one."""
    if quotation.source is not None:
        return resolve_speaker(text, quotation.source, cast, previous)
    if quotation.cue is None and quotation.content.kind == "direct" and previous is not None:
        return replace(previous, mention=None)
    return replace(NOBODY, key=f"nobody@{find_quotation_start(quotation)}")


def write_spans(doc: Doc, attributed: list[Attributed], cast: Cast) -> Doc:
    """Write what was found to doc.spans, sources numbered by first citation."""
    numbers: dict[str, int] = {}
    quotation_spans: list[Span] = []
    cues: list[Span] = []
    speakers: list[Span] = []
    source_spans: list[Span] = []
    kinds: list[str] = []
    for index, item in enumerate(attributed):
        quotation, speaker = item.quotation, item.speaker
        for part in quotation.content.parts:
            quotation_spans.append(mark(doc, part, quotation.content.kind, index))
        if quotation.cue is not None:
            cues.append(mark(doc, quotation.cue, "CUE", index))
        number = numbers.setdefault(speaker.key, len(numbers))
        if number == len(kinds):
            kinds.append(speaker.kind)
            source_spans.extend(describe_source(doc, speaker, cast, number))
        if speaker.mention is not None:
            speakers.append(mark(doc, speaker.mention, "SPEAKER", index))
            source_spans.append(mark(doc, speaker.mention, SOURCE_MENTION, number))
    doc.spans[QUOTATIONS] = SpanGroup(
        doc,
        spans=quotation_spans,
        attrs={
            "confidences": [item.quotation.confidence for item in attributed],
            "sources": [numbers[item.speaker.key] for item in attributed],
        },
    )
    doc.spans[CUES] = SpanGroup(doc, spans=cues)
    doc.spans[SPEAKERS] = SpanGroup(doc, spans=speakers)
    doc.spans[SOURCES] = SpanGroup(doc, spans=source_spans, attrs={"kinds": kinds})
    return doc


def mark(doc: Doc, offsets: Offsets, label: str, number: int) -> Span:
    """The tokens of doc that cover the offsets, labelled and numbered."""
    span = doc.char_span(*offsets, label=label, span_id=str(number), alignment_mode="expand")
    assert span is not None
    return span


def describe_source(doc: Doc, speaker: Speaker, cast: Cast, number: int) -> list[Span]:
    """The spans of a source's name, description and affiliation, as far as the article gives them."""
    if speaker.name is None:
        return []
    spans = [mark(doc, speaker.name, SOURCE_NAME, number)]
    if speaker.affiliation is not None:
        spans.append(mark(doc, (speaker.affiliation.start, speaker.affiliation.end), SOURCE_AFFILIATION, number))
    if speaker.kind == "person":
        description = cast.people[int(speaker.key.partition(":")[2])].description
        if description is not None:
            spans.append(mark(doc, description, SOURCE_DESCRIPTION, number))
            affiliated = find_overlapping(cast.organisations, *description)
            spans.extend(mark(doc, (org.start, org.end), SOURCE_AFFILIATION, number) for org in affiliated[:1])
    return spans
