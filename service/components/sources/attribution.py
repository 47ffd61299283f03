"""Attributions: which words are reported, by which cue, from which source."""

from dataclasses import dataclass

from service.components.encoder.bio import WordSpan

# Costs of a link between two spans, in words of distance. Each is named for what stands between the two.
SENTENCE_COST = 12
CUE_COST = 15
CONTENT_COST = 6
# A link that costs more is no link.
CONTENT_LINK_LIMIT = 60
SOURCE_LINK_LIMIT = 25
# A span is linked with one of this many spans before and behind it.
REACH = 10


@dataclass(frozen=True, slots=True)
class WordLayout:
    """Where words stand: (n_words,) paragraph and sentence numbers."""

    paragraphs: list[int]
    sentences: list[int]


@dataclass(frozen=True, slots=True)
class LinkedAttribution:
    """Word ranges of one attribution; cue and source None where there is none."""

    contents: tuple[WordSpan, ...]
    cue: WordSpan | None
    source: WordSpan | None


def link_attributions(spans: list[WordSpan], layout: WordLayout) -> list[LinkedAttribution]:
    """The attributions among decoded spans, which are in order; in order of their first content.

    Every content goes to the cheapest cue of its paragraph, every cue to the cheapest source. Contents of one cue are
    one quotation; a content without a cue stands alone.
    """
    held: dict[int, list[WordSpan]] = {}
    found: list[LinkedAttribution] = []
    for index, span in enumerate(spans):
        if span.type != "CONTENT":
            continue
        cue = find_cheapest(index, "CUE", spans, layout, limit=CONTENT_LINK_LIMIT)
        if cue is not None:
            held.setdefault(cue, []).append(span)
            continue
        source = find_cheapest(index, "SOURCE", spans, layout, limit=SOURCE_LINK_LIMIT)
        found.append(LinkedAttribution((span,), None, None if source is None else spans[source]))
    for cue, contents in held.items():
        source = find_cheapest(cue, "SOURCE", spans, layout, limit=SOURCE_LINK_LIMIT)
        found.append(LinkedAttribution(tuple(contents), spans[cue], None if source is None else spans[source]))
    return sorted(found, key=find_first_word)


def find_first_word(attribution: LinkedAttribution) -> int:
    """The first word of an attribution's content."""
    return attribution.contents[0].first


def find_cheapest(index: int, kind: str, spans: list[WordSpan], layout: WordLayout, *, limit: int) -> int | None:
    """The index of the span of a type that is cheapest to link with that at index; None where all exceed limit."""
    best: int | None = None
    best_cost = limit + 1
    paragraph = layout.paragraphs[spans[index].first]
    for candidate in range(max(0, index - REACH), min(len(spans), index + REACH + 1)):
        if spans[candidate].type != kind or layout.paragraphs[spans[candidate].first] != paragraph:
            continue
        cost = find_link_cost(min(index, candidate), max(index, candidate), spans, layout)
        if cost < best_cost:
            best, best_cost = candidate, cost
    return best


def find_link_cost(left: int, right: int, spans: list[WordSpan], layout: WordLayout) -> int:
    """The words between two spans that belong to no other span, and what the spans and sentence borders there cost."""
    start, end = spans[left].last, spans[right].first
    cost = end - start + SENTENCE_COST * (layout.sentences[end] - layout.sentences[start - 1])
    for span in spans[left + 1 : right]:
        cost -= span.last - span.first
        if span.type == "CUE":
            cost += CUE_COST
        elif span.type == "CONTENT":
            cost += CONTENT_COST
    return cost
