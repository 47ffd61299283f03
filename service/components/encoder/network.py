"""The network at run time: an ONNX session over windows of word pieces."""

from functools import cache, cached_property

import numpy as np
import onnxruntime

from service.components.encoder.heads import COLUMN_COUNT, HEADS, find_columns
from service.components.encoder.pieces import Pieces
from service.components.encoder.scores import Floats
from service.components.encoder.windows import Window, cut_windows

# Sum and norm behind each half of a layer in one kernel, which is slower than one for each: without it the network
# takes 0.87 to 0.89 of the time, at 60 and at 190 pieces, on one core with VNNI instructions.
SLOW_FUSION = "SkipLayerNormFusion"
# Log-odds of what needs no reading.
CERTAIN = 10.0


class Network:
    """An int8 network on one thread. It starts with its first window, for a session does not survive a fork."""

    def __init__(self, weights: bytes, *, threads: int = 1) -> None:
        self._weights = weights
        self._threads = threads

    @cached_property
    def _session(self) -> onnxruntime.InferenceSession:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = self._threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        return onnxruntime.InferenceSession(
            self._weights, options, providers=["CPUExecutionProvider"], disabled_optimizers=[SLOW_FUSION]
        )

    def score_words(self, pieces: Pieces, *, window: int) -> Floats:
        """(n_words, n_columns) log-odds, from windows of at most so many pieces; those of marks alone are not read."""
        table = np.zeros((len(pieces.firsts), COLUMN_COUNT), dtype=np.float32)
        # One window a run: rows of different lengths would have to be padded, and one core gains nothing by batches.
        for row in cut_windows(pieces, limit=window):
            words = slice(row.first_word, row.last_word)
            table[words] = self.score_window(row)[row.rows] if pieces.spoken[words].any() else score_marks()
        return table

    def score_window(self, window: Window) -> Floats:
        """(length, n_columns) log-odds at every piece of a window."""
        rows = {"ids": window.ids[np.newaxis], "types": window.types[np.newaxis]}
        scores: Floats = self._session.run(["scores"], rows)[0][0]
        return scores


@cache
def score_marks() -> Floats:
    """(n_columns,) log-odds of a word among nothing but marks: part of nothing, and silent on its sentence."""
    scores = np.zeros(COLUMN_COUNT, dtype=np.float32)
    # The first label of a head of tokens is that of what is outside, or inside a sentence.
    scores[[find_columns(name).start for name, head in HEADS.items() if head.level == "token"]] = CERTAIN
    return scores
