"""The component "news_claims": marks the assertions that a reader would check, best first."""

from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup

from service.components.article_text import read_text
from service.components.claims.candidates import find_candidates, find_headline
from service.components.claims.kinds import find_kind
from service.components.claims.ranking import rank_claims, score_candidates
from service.components.claims.weights import WEIGHTS_PATH, ClaimWeights, read_weights
from service.components.span_keys import CLAIMS
from service.extraction import MAX_CLAIMS_LIMIT


class NewsClaims:
    """The component; weights: what the signs of a claim weigh."""

    def __init__(self, weights: ClaimWeights) -> None:
        self.weights = weights

    def __call__(self, doc: Doc) -> Doc:
        """Write the claims to doc.spans, as many as any caller may ask for."""
        text = read_text(doc)
        scored = score_candidates(find_candidates(doc), find_headline(doc), self.weights)
        ranked = rank_claims(scored, limit=MAX_CLAIMS_LIMIT)
        spans: list[Span] = []
        for claim in ranked:
            start, end = claim.candidate.start, claim.candidate.end
            assertion = claim.candidate.assertion
            kind = find_kind(text[start:end], assertion.roles, assertion.quantities)
            span = doc.char_span(start, end, label=kind, alignment_mode="expand")
            assert span is not None
            spans.append(span)
        attrs = {
            "scores": [claim.score for claim in ranked],
            "claims": [claim.claim for claim in ranked],
            "centralities": [claim.centrality for claim in ranked],
            "check_worthiness": [claim.check_worthiness for claim in ranked],
            "reasons": [claim.reasons for claim in ranked],
        }
        doc.spans[CLAIMS] = SpanGroup(doc, spans=spans, attrs=attrs)
        return doc


@Language.factory(
    "news_claims", requires=["doc.spans", "token.is_sent_start", "doc._.word_scores"], assigns=["doc.spans"]
)
def create_news_claims(nlp: Language, name: str) -> NewsClaims:
    """The component's entry in a pipeline's config."""
    return NewsClaims(read_weights(WEIGHTS_PATH))
