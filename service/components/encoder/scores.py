"""What the network leaves on a Doc for the annotators that follow: its words, and a table of scores for each head."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from service.components.encoder.heads import find_columns
from service.components.encoder.pieces import Ints, Pieces

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class WordScores:
    """The network's reading of a Doc. A word is a token that is no blank.

    pieces: the words with their offsets and paragraphs. tokens: (n_words,) the Doc's token of each word.
    table: (n_words, n_columns), log-odds of every head side by side; (0, n_columns) before the network has run.
    window: how many pieces the network read at once, at most.
    """

    pieces: Pieces
    tokens: Ints
    table: Floats
    window: int = 0

    def read_head(self, name: str) -> Floats:
        """(n_words, n_labels) log-odds of one head."""
        return self.table[:, find_columns(name)]


# The one extension: arrays that no native container holds. The pipeline drops them when its last annotator has run.
Doc.set_extension("word_scores", default=None, force=True)


def read_word_scores(doc: Doc) -> WordScores:
    """The scores on doc; ValueError where news_encoder has not run."""
    scores = doc._.word_scores
    if not isinstance(scores, WordScores):
        raise ValueError("the Doc holds no scores: news_encoder must run first")
    return scores


def softmax(scores: Floats) -> Floats:
    """Probabilities from log-odds, along the last axis."""
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    probabilities: Floats = powers / powers.sum(axis=-1, keepdims=True)
    return probabilities
