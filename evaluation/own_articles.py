"""Our own training articles as annotated ones, so that what measures these can measure what was kept apart of those."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from evaluation.gold_articles import OPENING_MARKS, GoldArticle, GoldOrganisation, GoldQuote, GoldSource, Offsets
from evaluation.scores.names import is_same_name
from service.components.sources.cast import Cast
from service.extraction import QuoteKind
from service.text.names import find_words, is_short_for
from training.corpora.marked_articles import (
    Marked,
    MarkedArticle,
    MarkedOrganisation,
    MarkedSource,
    is_kept_apart,
    read_marked_articles,
)

Item = TypeVar("Item")

CLOSING_MARKS = frozenset("\"”'’»")
TRAILING_MARKS = frozenset(",.")


def convert_article(article: MarkedArticle) -> GoldArticle:
    """The article with what its marks and its head say; its dateline and day are not annotated."""
    claims = sorted(
        (mark for mark in article.marked if mark.letter == "k"), key=lambda mark: (int(mark.number), mark.start)
    )
    return GoldArticle(
        id=article.id,
        text=article.text,
        published=None,
        dateline=None,
        sources=tuple(convert_source(article, source) for source in article.sources),
        organisations=tuple(convert_organisation(article, organisation) for organisation in article.organisations),
        key_claims=tuple((mark.start, mark.end) for mark in claims),
    )


def convert_source(article: MarkedArticle, source: MarkedSource) -> GoldSource:
    """A source with its quotations, in order of their numbers' first marks."""
    parts: dict[str, list[Marked]] = {}
    for mark in sorted(article.marked, key=lambda mark: mark.start):
        if mark.letter == "q":
            parts.setdefault(mark.number, []).append(mark)
    quotes = tuple(convert_quote(article.text, marks) for marks in parts.values() if source.id in marks[0].sources)
    names = {organisation.id: organisation.name for organisation in article.organisations}
    affiliation = names[source.affiliation] if source.affiliation else None
    # Who is an organisation speaks for itself.
    if affiliation == source.name:
        affiliation = None
    # What is told of a person in a clause is described without its "who".
    description = source.description.removeprefix("who ") if source.description else None
    return GoldSource(source.name, source.kind, description, affiliation, quotes)


def convert_quote(text: str, marks: list[Marked]) -> GoldQuote:
    """The kind of a quotation, and its parts: what stands between the marks where all of it is direct.

    One that begins in the middle of a sentence is a fragment, which is mixed.
    """
    spans = [strip_commas(text, (mark.start, mark.end)) for mark in marks]
    inner = [unquote(text, span) for span in spans]
    is_fragment = len(spans) == 1 and text[inner[0][0]].islower()
    if not is_fragment and all(span != bare for span, bare in zip(spans, inner, strict=True)):
        return GoldQuote("direct", tuple(inner))
    kind: QuoteKind = "mixed" if any(has_marks(text, span) for span in spans) else "indirect"
    return GoldQuote(kind, tuple(spans))


def strip_commas(text: str, span: Offsets) -> Offsets:
    """The span without a comma or full stop behind it."""
    start, end = span
    while end > start and text[end - 1] in TRAILING_MARKS:
        end -= 1
    return start, end


def unquote(text: str, span: Offsets) -> Offsets:
    """What a pair of marks around the whole span, or an opening one alone, encloses; the span where there is none."""
    start, end = span
    if text[start] not in OPENING_MARKS:
        return span
    return (start + 1, end - 1 if text[end - 1] in CLOSING_MARKS else end)


def has_marks(text: str, span: Offsets) -> bool:
    """Whether double marks stand in the span."""
    return any(letter in '"“”«»' for letter in text[slice(*span)])


def convert_organisation(article: MarkedArticle, organisation: MarkedOrganisation) -> GoldOrganisation:
    """An organisation with its mentions."""
    mentions = tuple(
        sorted(
            (mark.start, mark.end)
            for mark in article.marked
            if mark.letter == "o" and f"o{mark.number}" == organisation.id
        )
    )
    printed = dict.fromkeys(article.text[start:end] for start, end in mentions)
    forms = (organisation.name, *(form for form in printed if form != organisation.name))
    return GoldOrganisation(organisation.name, organisation.kind, forms, mentions)


def find_number(cast: Cast, article: MarkedArticle, name: str) -> int | None:
    """The number in a cast of the organisation that the head calls so; None where it has none, or it was not found."""
    places = {
        place
        for organisation in article.organisations
        if organisation.name == name
        for place in convert_organisation(article, organisation).mentions
    }
    return next((printed.number for printed in cast.organisations if (printed.start, printed.end) in places), None)


def find_source(sources: Iterable[GoldSource], name: str) -> GoldSource | None:
    """The source that a head calls so; None where it has none."""
    return next((source for source in sources if is_same_name(name, source.name)), None)


def find_person(cast: Cast, name: str) -> int | None:
    """The number in a cast of the person whom the head calls so; None where nobody, or nobody that was found, is."""
    words = find_words(name)
    for number, person in enumerate(cast.people):
        own = find_words(person.name.text)
        if is_short_for(own, words) or is_short_for(words, own):
            return number
    return None


def read_apart(read: Callable[[MarkedArticle], Iterable[Item]]) -> tuple[list[Item], list[Item]]:
    """What is read in the articles that teach, and in those kept apart."""
    taught: list[Item] = []
    kept: list[Item] = []
    for article in read_marked_articles():
        (kept if is_kept_apart(article) else taught).extend(read(article))
    return taught, kept
