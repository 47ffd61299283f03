"""The bare network of the shipped pipeline: the matrices that an article costs, and nothing else."""

from functools import partial
from typing import cast

import spacy

from service.components.encoder.annotate import NewsEncoder
from service.components.encoder.network import Network
from service.components.encoder.scores import read_word_scores
from service.components.encoder.windows import Window, cut_windows
from service.pipeline.extractor import MODEL_PATH


class BareNetwork:
    """The network, run over windows that stand ready."""

    def __init__(self) -> None:
        self._nlp = spacy.load(MODEL_PATH)
        self._encoder = cast(NewsEncoder, self._nlp.get_pipe("news_encoder"))

    def prepare(self, text: str) -> "partial[None]":
        """A call that runs the network over the windows of text."""
        if self._encoder.network is None:
            raise RuntimeError("the pipeline has no weights")
        pieces = read_word_scores(self._nlp.make_doc(text)).pieces
        return partial(score_all, self._encoder.network, cut_windows(pieces, limit=self._encoder.window))

    def count_pieces(self, text: str) -> int:
        """The word pieces of text."""
        return len(read_word_scores(self._nlp.make_doc(text)).pieces.ids)


def score_all(network: Network, windows: tuple[Window, ...]) -> None:
    """Run every window through the network."""
    for window in windows:
        network.score_window(window)
