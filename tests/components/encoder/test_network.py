"""The network's scores: which windows it reads."""

import numpy as np

from service.components.encoder.heads import find_columns
from service.components.encoder.network import Network
from service.components.encoder.pieces import Pieces

WINDOW = 12


class Counting(Network):
    """A network that counts what it reads and scores every piece with ones."""

    def __init__(self):
        super().__init__(b"")
        self.read = []

    def score_window(self, window):
        self.read.append((window.first_word, window.last_word))
        return np.ones((len(window.ids), 1), dtype=np.float32)


def make_pieces(spoken):
    numbers = np.arange(len(spoken))
    zeros = np.zeros(len(spoken), dtype=np.int64)
    return Pieces(numbers + 2000, zeros, numbers, numbers, numbers + 1, zeros, np.array(spoken))


def test_windows_of_marks_alone_are_not_read():
    network = Counting()

    table = network.score_words(make_pieces([True] * 10 + [False] * 20 + [True]), window=WINDOW)

    assert network.read == [(0, 10), (30, 31)]
    assert (table[:10] == 1).all()
    for name in ("entities", "attribution", "sentences"):
        assert (table[10:30, find_columns(name)].argmax(axis=1) == 0).all()
    for name in ("roles", "claims", "opinion"):
        assert (table[10:30, find_columns(name)] == 0).all()


def test_a_window_of_one_word_among_marks_is_read():
    network = Counting()

    network.score_words(make_pieces([False] * 4 + [True] + [False] * 5), window=WINDOW)

    assert network.read == [(0, 10)]
