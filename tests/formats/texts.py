"""Articles that are hard to count in, and extractions that name stretches of them."""

from datetime import date

from hypothesis import strategies as st

from service.extraction import (
    FEATURES,
    Claimant,
    ClaimDate,
    Dateline,
    Extraction,
    Identifier,
    KeyClaim,
    Location,
    Organisation,
    OrganisationMention,
    Quantity,
    Quote,
    QuotedSource,
    TextSpan,
)
from tests.fakes import MODEL

# Plain, wide, combining, written from the right, joined, ending lines, and what CSV, JSON and URIs give a meaning to.
PIECES = [
    *("a", "B", " ", ",", ";", '"', "“", "”", "'", "=", "+", "-", "@", "|", "\\", "#", "%", "<", "&", "\t", "\x00"),
    *("\n", "\r\n", "\r", "\u2028", "\u0085", "\ufeff", "\u00a0"),
    *("é", "e\u0301", "각", "\u1100\u1161", "ﬁ", "ẞ", "中", "𝒜"),
    *("😀", "👩‍👩‍👧", "🇳🇴", "✈️", "👍🏽"),
    *("שלום", "مرحبا", "\u200f", "\u202e", "ไทย", "हिन्दी"),
]
# How many stretches of the text the extraction below names.
SPANS = 11


@st.composite
def hard_texts(draw):
    """A text of at least a character."""
    return "".join(draw(st.lists(st.sampled_from(PIECES), min_size=1, max_size=40)))


@st.composite
def spans_of(draw, text):
    """A stretch of text."""
    start = draw(st.integers(0, len(text) - 1))
    end = draw(st.integers(start + 1, len(text)))
    return TextSpan.of(text, start, end)


@st.composite
def read_texts(draw):
    """A text, and an extraction of it."""
    text = draw(hard_texts())
    return text, extraction_of([draw(spans_of(text)) for _ in range(SPANS)])


def extraction_of(spans):
    """One of everything, each in a span of its own; who speaks and what is named is called as it is printed."""
    dateline, place, part, second_part, third_part, cue, speaker, mention, second_mention, claim, figure = spans
    location = Location(place.text, place.start, place.end, place.text, None, "Norway", "NO", 59.9, 10.7)
    quotes = (
        Quote("q1", "direct", 0.987654, f"{part.text} {second_part.text}", (part, second_part), cue, speaker),
        Quote("q2", "indirect", 0.5, third_part.text, (third_part,), None, None),
    )
    return Extraction(
        dateline=Dateline(
            dateline.text, dateline.start, dateline.end, (location,), date(2026, 3, 2), "March 2", "Reuters"
        ),
        quoted_sources=(
            QuotedSource("s1", speaker.text, "person", cue.text, mention.text, "o1", (speaker,), quotes[:1]),
            QuotedSource("s2", None, "unnamed", None, None, None, (), quotes[1:]),
        ),
        organisations=(
            Organisation(
                "o1",
                mention.text,
                "company",
                (second_mention.text,),
                (Identifier("ticker", "ACME"), Identifier("desk", second_mention.text)),
                1.0,
                tuple(OrganisationMention(span.text, span.start, span.end, 0.9) for span in (mention, second_mention)),
            ),
        ),
        key_claims=(
            KeyClaim(
                id="c1",
                text=claim.text,
                start=claim.start,
                end=claim.end,
                score=0.123456,
                kind="statistic",
                claimant=Claimant("s1", speaker.text),
                quote_id="q1",
                organisation_ids=("o1",),
                quantities=(Quantity(figure.text, figure.start, figure.end, None, None),),
                dates=(ClaimDate(figure.text, figure.start, figure.end, "2025"),),
                claim=0.5,
                centrality=0.5,
                check_worthiness=0.5,
                reasons=("early", "factual"),
                modality=(),
                standalone_text=claim.text,
            ),
        ),
        language="en",
        features=FEATURES,
        model=MODEL,
        warnings=(),
    )
