"""Quotations and their sources as spans of a Doc."""

from dataclasses import dataclass

from spacy.tokens import Doc, Span, SpanGroup

from service.components.sources.affiliation_choice import AffiliationWeights, choose_affiliation, find_affiliation
from service.components.sources.affiliation_features import Role
from service.components.sources.cast import Name
from service.components.sources.organisation_descriptions import describe_organisation
from service.components.sources.reported_speech import Quotation
from service.components.sources.scene import Scene
from service.components.sources.speakers import Cited, Speaker
from service.components.span_keys import (
    CUES,
    QUOTATIONS,
    SOURCE_AFFILIATION,
    SOURCE_DESCRIPTION,
    SOURCE_MENTION,
    SOURCE_NAME,
    SOURCES,
    SPEAKERS,
)
from service.text.spans import Offsets


@dataclass(frozen=True, slots=True)
class Attributed:
    """A quotation with its speaker; previous: the named speaker cited before, in whose light it was resolved."""

    quotation: Quotation
    speaker: Speaker
    previous: Cited | None


def write_spans(doc: Doc, attributed: list[Attributed], scene: Scene, affiliations: AffiliationWeights) -> Doc:
    """Write what was found to doc.spans, sources numbered by first citation."""
    numbers: dict[str, int] = {}
    quotation_spans: list[Span] = []
    cues: list[Span] = []
    speakers: list[Span] = []
    source_spans: list[Span] = []
    kinds: list[str] = []
    cited = list_cited(attributed)
    for index, item in enumerate(attributed):
        quotation, speaker = item.quotation, item.speaker
        for part in quotation.content.parts:
            quotation_spans.append(mark(doc, part, quotation.content.kind, index))
        if quotation.cue is not None:
            cues.append(mark(doc, quotation.cue, "CUE", index))
        number = numbers.setdefault(speaker.key, len(numbers))
        if number == len(kinds):
            kinds.append(speaker.kind)
            source_spans.extend(describe_source(doc, speaker, scene, cited, affiliations, number))
        if speaker.mention is not None:
            speakers.append(mark(doc, speaker.mention, "SPEAKER", index))
            source_spans.append(mark(doc, speaker.mention, SOURCE_MENTION, number))
    doc.spans[QUOTATIONS] = SpanGroup(
        doc,
        spans=quotation_spans,
        attrs={
            "confidences": [item.quotation.confidence * item.speaker.certainty for item in attributed],
            "sources": [numbers[item.speaker.key] for item in attributed],
        },
    )
    doc.spans[CUES] = SpanGroup(doc, spans=cues)
    doc.spans[SPEAKERS] = SpanGroup(doc, spans=speakers)
    doc.spans[SOURCES] = SpanGroup(doc, spans=source_spans, attrs={"kinds": kinds})
    return doc


def list_cited(attributed: list[Attributed]) -> list[Name]:
    """The words by which organisations are cited, in order of the text."""
    cited = {
        mention: item.speaker.organisation
        for item in attributed
        if item.speaker.kind == "organisation" and (mention := item.speaker.mention) is not None
    }
    return [Name("", start, end, number) for (start, end), number in sorted(cited.items()) if number is not None]


def mark(doc: Doc, offsets: Offsets, label: str, number: int) -> Span:
    """The tokens of doc that cover the offsets, labelled and numbered."""
    span = doc.char_span(*offsets, label=label, span_id=str(number), alignment_mode="expand")
    assert span is not None
    return span


def describe_source(
    doc: Doc, speaker: Speaker, scene: Scene, cited: list[Name], affiliations: AffiliationWeights, number: int
) -> list[Span]:
    """The spans of a source's name, description and affiliation, as far as the article gives them."""
    if speaker.name is None:
        return []
    spans = [mark(doc, speaker.name, SOURCE_NAME, number)]
    affiliation = speaker.affiliation
    if speaker.kind == "organisation":
        printed = [(name.start, name.end) for name in scene.cast.organisations if name.number == speaker.organisation]
        description = describe_organisation(scene.text, printed)
        if description is not None:
            spans.append(mark(doc, description, SOURCE_DESCRIPTION, number))
    if speaker.person is not None:
        person = scene.cast.people[speaker.person]
        if person.description is not None:
            spans.append(mark(doc, person.description, SOURCE_DESCRIPTION, number))
        affiliation = find_affiliation(scene, person, cited, affiliations)
    elif speaker.kind == "unnamed" and affiliation is None:
        affiliation = choose_affiliation(scene, Role.of_unnamed(speaker.name), cited, affiliations)
    if affiliation is not None:
        spans.append(mark(doc, (affiliation.start, affiliation.end), SOURCE_AFFILIATION, number))
    return spans
