"""Reads the dateline of an annotated Doc."""

from datetime import date

from spacy.tokens import Doc, Span

from service.components.dateline.agencies import name_agency
from service.components.dateline.context import find_named_areas
from service.components.dateline.forms import read_whole_form
from service.components.dateline.gazetteer import load_gazetteer
from service.components.dateline.locate import locate_places
from service.components.dateline.loose_days import parse_loose_day
from service.components.dateline.opening import read_opening
from service.components.dateline.patterns import find_capitals
from service.components.span_keys import DATELINE
from service.extraction import Dateline
from service.text.dates import parse_date, resolve_date


def read_dateline(doc: Doc, published: date | None) -> Dateline | None:
    """The dateline that news_dateline marked on doc, or None where it marked none.

    published: the day the article appeared, which gives a printed day its year.
    """
    spans = doc.spans.get(DATELINE)
    if not spans:
        return None
    opening = read_opening(doc)
    text = opening.text
    gazetteer = load_gazetteer()
    form = read_whole_form(text, find_start(text, spans[0]), spans[0].end_char, gazetteer)
    if form is None:
        return None
    printed = parse_date(form.date.text) or parse_loose_day(form.date.text) if form.date else None
    return Dateline(
        text=text[form.start : form.end],
        start=form.start,
        end=form.end,
        locations=locate_places(
            text, form.places, gazetteer, find_named_areas(opening.places or (), form.body, gazetteer)
        ),
        date=resolve_date(printed, published) if printed else None,
        date_text=form.date.text if form.date else None,
        agency=name_agency(form.agency.text) if form.agency else None,
    )


def find_start(text: str, span: Span) -> int:
    """Where the dateline in span begins: a byline may be glued to its first token, as in "Ana LeeLIMA, Peru (AP) -"."""
    first_token = span[0]
    for match in find_capitals(text, span.start_char, span.start_char + len(first_token)):
        return match.start()
    return span.start_char
