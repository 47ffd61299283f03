"""The pipeline's components in order."""

import spacy
from spacy.language import Language

import service.components  # noqa: F401  (registers the factories)

# The dateline comes first, since its agency is no organisation of the article; sources need the organisations that
# people speak for, and claims need to know what is reported.
COMPONENTS = ("news_encoder", "news_dateline", "news_organisations", "news_sources", "news_claims")


def build_pipeline() -> Language:
    """The pipeline without vocabulary and weights."""
    nlp = spacy.blank("en", config={"nlp": {"tokenizer": {"@tokenizers": "news_tokenizer.v1"}}})
    nlp.meta["name"] = "news"
    for name in COMPONENTS:
        nlp.add_pipe(name)
    return nlp
