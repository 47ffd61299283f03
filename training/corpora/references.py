"""Who is meant in our own articles: whom words for a source mean, and for which organisation persons speak."""

from service.text.names import find_words, is_short_for
from training.corpora.annotated import LabelledSpan
from training.corpora.marked_articles import Marked, MarkedArticle, MarkedSource

# The label of a span that means nobody who is named.
NOBODY = "-"


def list_references(article: MarkedArticle) -> dict[str, tuple[LabelledSpan, ...]]:
    """Head of vectors → its mentions in order; the label says who is meant, by an id of the article's head.

    anaphors: the words for a source that hold no name, with whom they mean. antecedents: names of persons and
    organisations. members: names of persons and words for sources without one, with the organisation that they speak
    for. owners: names of organisations. NOBODY stands for what the article does not say or who has no name.
    """
    sources = {source.id: source for source in article.sources}
    keys = {source.id: find_key(article, source) for source in article.sources}
    speakers = {mark.number: mark.sources[0] for mark in article.marked if mark.letter == "q"}
    names = [mark for mark in article.marked if mark.letter in "op"]
    spans: dict[str, list[LabelledSpan]] = {"anaphors": [], "antecedents": [], "members": [], "owners": []}
    for mark in sorted(article.marked, key=lambda mark: mark.start):
        if mark.letter == "o":
            span = LabelledSpan(mark.start, mark.end, f"o{mark.number}")
            spans["antecedents"].append(span)
            spans["owners"].append(span)
        elif mark.letter == "p":
            person = find_person(article, mark)
            key = person.id if person else f"p{article.text[mark.start : mark.end]}"
            spans["antecedents"].append(LabelledSpan(mark.start, mark.end, key))
            if person:
                spans["members"].append(LabelledSpan(mark.start, mark.end, person.affiliation or NOBODY))
        elif mark.letter == "v" and mark.number in speakers and not any(is_touching(mark, name) for name in names):
            source = sources[speakers[mark.number]]
            spans["anaphors"].append(LabelledSpan(mark.start, mark.end, keys[source.id]))
            if source.kind == "unnamed":
                spans["members"].append(LabelledSpan(mark.start, mark.end, source.affiliation or NOBODY))
    return {head: tuple(found) for head, found in spans.items()}


def find_key(article: MarkedArticle, source: MarkedSource) -> str:
    """The id by which the names of a source go: that of the organisation where it is one, NOBODY where it has none."""
    if source.kind == "person":
        return source.id
    ids = (organisation.id for organisation in article.organisations if organisation.name == source.name)
    return NOBODY if source.kind == "unnamed" else next(ids, NOBODY)


def find_person(article: MarkedArticle, mark: Marked) -> MarkedSource | None:
    """The source whose name is printed here; None where it is nobody's or that of several."""
    words = find_words(article.text[mark.start : mark.end])
    found = [
        source for source in article.sources if source.kind == "person" and is_short_for(words, find_words(source.name))
    ]
    return found[0] if len(found) == 1 else None


def is_touching(one: Marked, other: Marked) -> bool:
    """Whether two marks share a character."""
    return one.start < other.end and other.start < one.end
