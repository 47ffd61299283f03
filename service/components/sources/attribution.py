"""Attributions: which words are reported, by which cue, from which source."""

from bisect import bisect_right
from dataclasses import dataclass

from service.components.encoder.bio import WordSpan

# Costs of a link between two spans, in words of distance. Each is named for what stands between the two.
SENTENCE_COST = 12
CUE_COST = 15
CONTENT_COST = 6
# A link that costs more is no link.
CONTENT_LINK_LIMIT = 60
SOURCE_LINK_LIMIT = 25


@dataclass(frozen=True, slots=True)
class WordLayout:
    """Where words stand: (n_words,) paragraph and sentence numbers."""

    paragraphs: list[int]
    sentences: list[int]


@dataclass(frozen=True, slots=True)
class LinkedAttribution:
    """Word ranges of one attribution; cue and source None where there is none. probability: of its weakest content."""

    contents: tuple[WordSpan, ...]
    cue: WordSpan | None
    source: WordSpan | None


def link_attributions(spans: list[WordSpan], layout: WordLayout) -> list[LinkedAttribution]:
    """The attributions among decoded spans, in order of their first word.

    Every content goes to the cheapest cue of its paragraph, every cue to the cheapest source. Contents of one cue are
    one quotation; a content without a cue stands alone.
    """
    contents = [span for span in spans if span.type == "CONTENT"]
    cues = [span for span in spans if span.type == "CUE"]
    sources = [span for span in spans if span.type == "SOURCE"]
    held: dict[int, list[WordSpan]] = {}
    alone: list[LinkedAttribution] = []
    for content in contents:
        chosen = find_cheapest(content, cues, spans, layout, limit=CONTENT_LINK_LIMIT)
        if chosen is None:
            source = find_cheapest(content, sources, spans, layout, limit=SOURCE_LINK_LIMIT)
            alone.append(LinkedAttribution((content,), None, None if source is None else sources[source]))
        else:
            held.setdefault(chosen, []).append(content)
    found = list(alone)
    for number, parts in held.items():
        source = find_cheapest(cues[number], sources, spans, layout, limit=SOURCE_LINK_LIMIT)
        found.append(LinkedAttribution(tuple(parts), cues[number], None if source is None else sources[source]))
    return sorted(found, key=find_first_word)


def find_first_word(attribution: LinkedAttribution) -> int:
    """The first word of an attribution's content."""
    return attribution.contents[0].first


def find_cheapest(
    span: WordSpan, candidates: list[WordSpan], spans: list[WordSpan], layout: WordLayout, *, limit: int
) -> int | None:
    """The index of the candidate that costs least to link with span; None where none costs at most limit."""
    best: int | None = None
    best_cost = limit + 1
    paragraph = layout.paragraphs[span.first]
    # Candidates are in order, so those of the paragraph are neighbours.
    first = bisect_right([layout.paragraphs[candidate.first] for candidate in candidates], paragraph - 1)
    for index in range(first, len(candidates)):
        candidate = candidates[index]
        if layout.paragraphs[candidate.first] != paragraph:
            break
        cost = find_link_cost(span, candidate, spans, layout)
        if cost < best_cost:
            best, best_cost = index, cost
    return best


def find_link_cost(one: WordSpan, other: WordSpan, spans: list[WordSpan], layout: WordLayout) -> int:
    """The words between two spans that belong to no other span, and what the spans and sentence borders there cost."""
    left, right = (one, other) if one.first < other.first else (other, one)
    cost = max(0, right.first - left.last)
    cost += SENTENCE_COST * max(0, layout.sentences[right.first] - layout.sentences[left.last - 1])
    for span in spans:
        if span.first >= left.last and span.last <= right.first:
            cost -= span.last - span.first
            if span.type == "CUE":
                cost += CUE_COST
            elif span.type == "CONTENT":
                cost += CONTENT_COST
    return cost
