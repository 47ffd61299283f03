"""The component "news_claims": marks the assertions that a reader would check, best first."""

from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup

from service.components.claims.candidates import find_candidates
from service.components.claims.kinds import find_kind
from service.components.claims.ranking import collect_words, rank_claims
from service.components.span_keys import CLAIMS
from service.extraction import MAX_CLAIMS_LIMIT
from service.text.headlines import is_headline

# The article's topic is what its headline and its first sentences name.
TOPIC_SENTENCES = 3


@Language.component(
    "news_claims", requires=["doc.spans", "token.is_sent_start", "doc._.word_scores"], assigns=["doc.spans"]
)
def annotate_claims(doc: Doc) -> Doc:
    """Write the claims to doc.spans, as many as any caller may ask for."""
    text = doc.text
    ranked = rank_claims(text, find_candidates(doc), find_topic(doc), limit=MAX_CLAIMS_LIMIT)
    spans: list[Span] = []
    for claim in ranked:
        kind = find_kind(text[claim.candidate.start : claim.candidate.end], claim.candidate.roles)
        span = doc.char_span(claim.candidate.start, claim.candidate.end, label=kind, alignment_mode="expand")
        assert span is not None
        spans.append(span)
    doc.spans[CLAIMS] = SpanGroup(doc, spans=spans, attrs={"scores": [claim.score for claim in ranked]})
    return doc


def find_topic(doc: Doc) -> frozenset[str]:
    """The words of the headline and of the first sentences of the body."""
    topic: set[str] = set()
    bodies = 0
    text = doc.text
    for sent in doc.sents:
        topic |= collect_words(sent.text)
        bodies += not is_headline(text, sent.start_char, sent.end_char)
        if bodies == TOPIC_SENTENCES:
            break
    return frozenset(topic)
