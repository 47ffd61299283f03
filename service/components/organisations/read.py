"""The organisations of a Doc, most salient first."""

from collections import Counter, defaultdict
from collections.abc import Mapping

from spacy.tokens import Doc

from service.components.article_text import read_text
from service.components.organisations.kinds import choose_kind
from service.components.organisations.patterns import LISTING
from service.components.span_keys import ORGANISATIONS
from service.extraction import TICKER, Identifier, Organisation, OrganisationKind, OrganisationMention


def read_organisations(doc: Doc) -> tuple[Organisation, ...]:
    """The organisations, their ids numbered by salience; empty where the article names none.

    salience: what its mentions weigh (salience.py: position, headline and role), as a share of all the article's.
    """
    mentions: dict[str, list[OrganisationMention]] = {}
    group = doc.spans.get(ORGANISATIONS)
    if not group:
        return ()
    weights: dict[str, float] = defaultdict(float)
    for span, confidence, weight in zip(group, group.attrs["confidences"], group.attrs["weights"], strict=True):
        mention = OrganisationMention(span.text, span.start_char, span.end_char, confidence)
        mentions.setdefault(span.id_, []).append(mention)
        weights[span.id_] += weight
    total = sum(weights.values())
    text = read_text(doc)
    ranked = sorted(mentions, key=weights.__getitem__, reverse=True)
    return tuple(
        build_organisation(
            f"o{rank}",
            mentions[number],
            choose_kind(group.attrs["chances"][int(number)]),
            weights[number] / total,
            find_identifiers(mentions[number], text, group.attrs["identifiers"][int(number)]),
        )
        for rank, number in enumerate(ranked, start=1)
    )


def build_organisation(
    number: str,
    mentions: list[OrganisationMention],
    kind: OrganisationKind,
    salience: float,
    identifiers: tuple[Identifier, ...],
) -> Organisation:
    """The record of an organisation from its mentions; the longest form is the name, the first among equals."""
    forms = Counter(" ".join(mention.text.split()) for mention in mentions)
    name = max(forms, key=len)
    return Organisation(
        id=number,
        name=name,
        kind=kind,
        aliases=tuple(form for form in forms if form != name),
        identifiers=identifiers,
        salience=salience,
        mentions=tuple(mentions),
    )


def find_identifiers(
    mentions: list[OrganisationMention], text: str, known: Mapping[str, str]
) -> tuple[Identifier, ...]:
    """What is known, then the ticker that stands in brackets behind a mention, unless another is known."""
    identifiers = tuple(Identifier(scheme, value) for scheme, value in known.items())
    if TICKER in known:
        return identifiers
    listings = (LISTING.match(text, mention.end) for mention in mentions)
    listing = next((match for match in listings if match is not None), None)
    if listing is None:
        return identifiers
    return (*identifiers, Identifier(TICKER, listing["ticker"] or listing["code"] or listing["board"]))
