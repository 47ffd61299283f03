"""The component "news_dateline": marks the dateline and its places."""

from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup

from service.components.article_text import read_text
from service.components.dateline.evidence import Evidence
from service.components.dateline.gazetteer import Gazetteer, load_gazetteer
from service.components.dateline.grammar import find_dateline
from service.components.dateline.opening import read_opening
from service.components.span_keys import DATELINE, DATELINE_LOCATION


class DatelineAnnotator:
    """The component; holds the gazetteer."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer

    def __call__(self, doc: Doc) -> Doc:
        """Annotate doc with its dateline."""
        return annotate_dateline(doc, self._gazetteer)


@Language.factory("news_dateline", assigns=["doc.spans"])
def create_news_dateline(nlp: Language, name: str) -> DatelineAnnotator:
    """The component's entry in a pipeline's config."""
    return DatelineAnnotator(load_gazetteer())


def annotate_dateline(doc: Doc, gazetteer: Gazetteer) -> Doc:
    """Mark the dateline and its places on doc; both keys stay empty where it has none."""
    opening = read_opening(doc)
    starts = None if opening.places is None else frozenset([place.start for place in opening.places])
    form = find_dateline(opening.text, Evidence(gazetteer, starts))
    places = form.places if form else ()
    doc.spans[DATELINE] = SpanGroup(doc, spans=[mark_span(doc, form.start, form.end)] if form else [])
    doc.spans[DATELINE_LOCATION] = SpanGroup(doc, spans=[mark_span(doc, place.start, place.end) for place in places])
    return doc


def mark_span(doc: Doc, start: int, end: int) -> Span:
    """The tokens of doc from start to end; one that a boundary cuts belongs to the span."""
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None:
        raise ValueError(f"no tokens between {start} and {end} of {len(read_text(doc))} characters")
    return span
