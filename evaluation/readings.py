"""What the encoder reads in the annotated texts of a corpus, without the annotators that build on it."""

from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc

from evaluation.scores.entities import Entity
from service.components.encoder.annotate import NewsEncoder
from service.components.encoder.scores import WordScores, read_word_scores
from training.corpora.annotated import AnnotatedText, LabelledSpan
from training.corpora.catalogue import Corpus, LabelMap, list_corpora


@dataclass(frozen=True, slots=True)
class Reading:
    """An annotated text as the encoder read it. sentence_starts: offsets of the first word of each sentence."""

    annotated: AnnotatedText
    entities: tuple[Entity, ...]
    sentence_starts: tuple[int, ...]
    words: WordScores


@dataclass(frozen=True, slots=True)
class CorpusReadings:
    """A corpus read. maps: head name → what the corpus's labels mean there."""

    name: str
    maps: dict[str, LabelMap]
    readings: tuple[Reading, ...]


def find_encoder(nlp: Language) -> NewsEncoder:
    """The encoder of a pipeline; TypeError where news_encoder is something else."""
    encoder = nlp.get_pipe("news_encoder")
    if not isinstance(encoder, NewsEncoder):
        raise TypeError(f"news_encoder is {type(encoder).__name__}, not NewsEncoder")
    return encoder


def read_corpora(nlp: Language, data: Path, *, limit: int | None = None) -> list[CorpusReadings]:
    """The development set of every corpus, read with the weights that nlp has now; at most limit texts of each."""
    return [read_corpus(nlp, corpus, limit=limit) for corpus in list_corpora(data, "dev")]


def read_corpus(nlp: Language, corpus: Corpus, *, limit: int | None = None) -> CorpusReadings:
    """One corpus, read; at most limit texts."""
    readings = tuple(read_text(nlp, annotated) for annotated in islice(corpus.read(), limit))
    return CorpusReadings(corpus.name, corpus.maps, readings)


def read_text(nlp: Language, annotated: AnnotatedText) -> Reading:
    """One annotated text, read."""
    doc = find_encoder(nlp)(nlp.tokenizer(annotated.text))
    entities = tuple(Entity(ent.start_char, ent.end_char, ent.label_) for ent in doc.ents)
    return Reading(annotated, entities, find_starts(doc), read_word_scores(doc))


def find_starts(doc: Doc) -> tuple[int, ...]:
    """The offset of the first word of each sentence; a sentence of nothing but blanks has none."""
    words = (next((token for token in sent if not token.is_space), None) for sent in doc.sents)
    return tuple(word.idx for word in words if word is not None)


def list_gold_entities(annotated: AnnotatedText) -> list[Entity]:
    """The entities that a corpus marks in a text, with its own labels."""
    return [Entity(span.start, span.end, span.label) for span in annotated.spans["entities"]]


def find_span_words(span: LabelledSpan, words: WordScores) -> NDArray[np.int64]:
    """The words whose middle lies in a span."""
    return np.arange(*words.pieces.find_words((span.start, span.end)))
