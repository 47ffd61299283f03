"""The organisations of a Doc, most salient first."""

from collections import Counter

from spacy.tokens import Doc

from service.components.organisations.kinds import choose_kind
from service.components.organisations.patterns import LISTING
from service.components.span_keys import ORGANISATIONS
from service.extraction import Identifier, Organisation, OrganisationKind, OrganisationMention

# Salience of a mention: halved for each of these many characters from the start of the article.
SALIENCE_HALF_LIFE = 1500


def read_organisations(doc: Doc) -> tuple[Organisation, ...]:
    """The organisations, their ids numbered by salience; empty where the article names none.

    salience: each mention weighs 0.5 ** (offset / SALIENCE_HALF_LIFE), the sums normalised to 1 over the article.
    """
    mentions: dict[str, list[OrganisationMention]] = {}
    group = doc.spans.get(ORGANISATIONS)
    if not group:
        return ()
    for span, confidence in zip(group, group.attrs["confidences"], strict=True):
        mention = OrganisationMention(span.text, span.start_char, span.end_char, confidence)
        mentions.setdefault(span.id_, []).append(mention)
    weights = {number: sum(weigh(mention) for mention in members) for number, members in mentions.items()}
    total = sum(weights.values())
    text = doc.text
    ranked = sorted(mentions, key=weights.__getitem__, reverse=True)
    return tuple(
        build_organisation(
            f"o{rank}",
            mentions[number],
            choose_kind(group.attrs["chances"][int(number)]),
            weights[number] / total,
            text,
        )
        for rank, number in enumerate(ranked, start=1)
    )


def weigh(mention: OrganisationMention) -> float:
    """What a mention adds to the salience of its organisation."""
    return float(0.5 ** (mention.start / SALIENCE_HALF_LIFE))


def build_organisation(
    identifier: str, mentions: list[OrganisationMention], kind: OrganisationKind, salience: float, text: str
) -> Organisation:
    """The record of an organisation from its mentions; the longest form is the name, the first among equals."""
    forms = Counter(" ".join(mention.text.split()) for mention in mentions)
    name = max(forms, key=len)
    return Organisation(
        id=identifier,
        name=name,
        kind=kind,
        aliases=tuple(form for form in forms if form != name),
        identifiers=find_identifiers(mentions, text),
        salience=salience,
        mentions=tuple(mentions),
    )


def find_identifiers(mentions: list[OrganisationMention], text: str) -> tuple[Identifier, ...]:
    """The ticker that stands in brackets behind a mention."""
    for mention in mentions:
        match = LISTING.match(text, mention.end)
        if match is not None:
            return (Identifier("ticker", match["ticker"] or match["code"] or match["board"]),)
    return ()
