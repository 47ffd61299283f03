"""Attributions: which words are reported, by which cue, from which source."""

from collections.abc import Mapping
from dataclasses import dataclass

from service.components.encoder.bio import WordSpan
from service.components.sources.link_features import RELATIONS, WordLayout, list_choices, tabulate_spans
from service.components.sources.links import LinkWeights, choose


@dataclass(frozen=True, slots=True)
class LinkedAttribution:
    """Word ranges of one attribution; cue and source None where there is none.

    cue_certainty, source_certainty: the probability of that choice, or of there being none; of several contents the
    least certain counts.
    """

    contents: tuple[WordSpan, ...]
    cue: WordSpan | None
    source: WordSpan | None
    cue_certainty: float
    source_certainty: float


def link_attributions(
    spans: list[WordSpan], layout: WordLayout, weights: Mapping[str, LinkWeights]
) -> list[LinkedAttribution]:
    """The attributions among decoded spans, which are in order; in order of their first content.

    Contents of one cue are one quotation; a content without a cue stands alone.
    """
    if not spans:
        return []
    table = tabulate_spans(spans, layout)
    cues, cue_sources, content_sources = (
        choose(list_choices(relation, table), weights[relation]) for relation in RELATIONS
    )
    held: dict[int, list[int]] = {}
    found: list[LinkedAttribution] = []
    for content, link in cues.items():
        if link.target is not None:
            held.setdefault(link.target, []).append(content)
            continue
        source = content_sources[content]
        found.append(
            LinkedAttribution(
                (spans[content],), None, find_span(spans, source.target), link.probability, source.probability
            )
        )
    for cue, contents in held.items():
        source = cue_sources[cue]
        found.append(
            LinkedAttribution(
                tuple(spans[content] for content in contents),
                spans[cue],
                find_span(spans, source.target),
                min(cues[content].probability for content in contents),
                source.probability,
            )
        )
    return sorted(found, key=find_first_word)


def find_span(spans: list[WordSpan], index: int | None) -> WordSpan | None:
    """The span at an index, None where there is none."""
    return None if index is None else spans[index]


def find_first_word(attribution: LinkedAttribution) -> int:
    """The first word of an attribution's content."""
    return attribution.contents[0].first
