"""Organisations by spaCy's small English pipeline as it ships."""

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

from evaluation.scores.entities import Entity

ORG = "ORG"


def read_texts(nlp: Language, texts: list[str]) -> list[list[Entity]]:
    """The organisations of each text."""
    return [list(list_organisations(doc)) for doc in nlp.pipe(texts)]


def list_organisations(doc: Doc) -> Iterator[Entity]:
    """The organisations of a Doc without their articles, which OntoNotes takes in and the other corpora leave out."""
    for ent in doc.ents:
        words = ent[1:] if ent[0].lower_ == "the" else ent
        if ent.label_ == ORG and words:
            yield Entity(words.start_char, words.end_char, ORG)
