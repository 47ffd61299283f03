"""The quoted sources of a Doc, in order of first citation."""

from collections import defaultdict

from spacy.tokens import Doc, Span

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
from service.extraction import Organisation, Quote, QuotedSource, TextSpan
from service.text.names import strip_honorifics


def read_quoted_sources(doc: Doc, organisations: tuple[Organisation, ...]) -> tuple[QuotedSource, ...]:
    """The sources with all their quotes, empty where nobody is cited; organisations: those that they may speak for."""
    group = doc.spans.get(QUOTATIONS)
    if not group:
        return ()
    quotes = read_quotes(doc)
    quotes_of: dict[int, list[Quote]] = defaultdict(list)
    for quote, number in zip(quotes, group.attrs["sources"], strict=True):
        quotes_of[number].append(quote)
    roles: dict[tuple[int, str], list[Span]] = defaultdict(list)
    for span in doc.spans[SOURCES]:
        roles[int(span.id_), span.label_].append(span)
    kinds = doc.spans[SOURCES].attrs["kinds"]
    mentioned = {mention.start: organisation for organisation in organisations for mention in organisation.mentions}
    return tuple(
        build_source(number, kinds[number], roles, quotes_of[number], mentioned) for number in range(len(kinds))
    )


def read_quotes(doc: Doc) -> list[Quote]:
    """The quotes of all sources in order."""
    parts: dict[int, list[Span]] = defaultdict(list)
    for span in doc.spans[QUOTATIONS]:
        parts[int(span.id_)].append(span)
    cues = {int(span.id_): read_span(span) for span in doc.spans[CUES]}
    speakers = {int(span.id_): read_span(span) for span in doc.spans[SPEAKERS]}
    confidences = doc.spans[QUOTATIONS].attrs["confidences"]
    return [
        Quote(
            id=f"q{number + 1}",
            kind=parts[number][0].label_,  # type: ignore[arg-type]
            confidence=confidences[number],
            text=" ".join(span.text for span in parts[number]),
            parts=tuple(read_span(span) for span in parts[number]),
            cue=cues.get(number),
            speaker=speakers.get(number),
        )
        for number in range(len(confidences))
    ]


def read_span(span: Span) -> TextSpan:
    """A span of the Doc as a span of the article."""
    return TextSpan(span.text, span.start_char, span.end_char)


def build_source(
    number: int,
    kind: str,
    roles: dict[tuple[int, str], list[Span]],
    quotes: list[Quote],
    mentioned: dict[int, Organisation],
) -> QuotedSource:
    """The record of one source from the spans that tell of it; mentioned: organisations by where a mention starts."""
    names = roles[number, SOURCE_NAME]
    descriptions = roles[number, SOURCE_DESCRIPTION]
    tied = (roles[number, SOURCE_AFFILIATION] or (names if kind == "organisation" else []))[:1]
    organisation = mentioned.get(tied[0].start_char) if tied else None
    name = strip_honorifics(" ".join(names[0].text.split())) if names else None
    affiliation: str | None = None
    if kind == "organisation" and organisation is not None:
        name = organisation.name
    elif tied:
        affiliation = organisation.name if organisation is not None else tied[0].text
    mentions = {(span.start_char, span.end_char): read_span(span) for span in [*names, *roles[number, SOURCE_MENTION]]}
    return QuotedSource(
        id=f"s{number + 1}",
        name=name,
        kind=kind,  # type: ignore[arg-type]
        description=descriptions[0].text if descriptions else None,
        affiliation=affiliation,
        organisation_id=None if organisation is None else organisation.id,
        mentions=tuple(mentions[offsets] for offsets in sorted(mentions)),
        quotes=tuple(quotes),
    )
