"""The component "news_claims": marks the assertions that a reader would check, best first."""

from collections.abc import Iterable
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup

from service.components.claims.candidates import find_candidates, find_headline
from service.components.claims.kinds import find_kind
from service.components.claims.ranking import rank_claims, score_candidates
from service.components.claims.weights import ClaimWeights, read_weights, write_weights
from service.components.span_keys import CLAIMS
from service.extraction import MAX_CLAIMS_LIMIT

WEIGHTS_NAME = "weights.json"


class NewsClaims:
    """The component, without weights until it is loaded."""

    def __init__(self) -> None:
        self.weights: ClaimWeights | None = None

    def __call__(self, doc: Doc) -> Doc:
        """Write the claims to doc.spans, as many as any caller may ask for; ValueError where no weights are loaded."""
        if self.weights is None:
            raise ValueError(f"no weights: load the pipeline from a folder that holds {WEIGHTS_NAME}")
        text = doc.text
        scored = score_candidates(find_candidates(doc), find_headline(doc), self.weights)
        ranked = rank_claims(scored, limit=MAX_CLAIMS_LIMIT)
        spans: list[Span] = []
        for claim in ranked:
            start, end = claim.candidate.start, claim.candidate.end
            kind = find_kind(text[start:end], claim.candidate.assertion.roles)
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

    def to_disk(self, path: Path | str, *, exclude: Iterable[str] = ()) -> None:
        """Write the weights, if there are any, to the folder of this path."""
        if self.weights is not None:
            Path(path).mkdir(parents=True, exist_ok=True)
            write_weights(Path(path) / WEIGHTS_NAME, self.weights)

    def from_disk(self, path: Path | str, *, exclude: Iterable[str] = ()) -> "NewsClaims":
        """Read the weights from the folder of this path; ModelError where they are for other signs."""
        self.weights = read_weights(Path(path) / WEIGHTS_NAME)
        return self


@Language.factory(
    "news_claims", requires=["doc.spans", "token.is_sent_start", "doc._.word_scores"], assigns=["doc.spans"]
)
def create_news_claims(nlp: Language, name: str) -> NewsClaims:
    """The component's entry in a pipeline's config."""
    return NewsClaims()
