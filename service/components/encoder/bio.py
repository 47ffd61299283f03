"""Spans out of begin-inside-outside scores: the best sequence of labels that the scheme permits."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from service.components.encoder.pieces import Ints
from service.components.encoder.scores import Floats, softmax

# Sequences are decoded side by side; a longer paragraph is cut, so that none makes the others wait.
SEQUENCE_LIMIT = 400
IMPOSSIBLE = np.float32(-1e9)


@dataclass(frozen=True, slots=True)
class WordSpan:
    """Words first to last (exclusive) of one type. probability: the lowest that any of its words gives to the type."""

    first: int
    last: int
    type: str
    probability: float


def decode_spans(scores: Floats, labels: tuple[str, ...], paragraphs: Ints, *, touching: float = 0.0) -> list[WordSpan]:
    """The spans of the best permitted labelling, in order; no span crosses a paragraph.

    scores: (n_words, n_labels) log-odds, labels as spelt by `spell_bio`. paragraphs: (n_words,) paragraph numbers.
    touching: what a span costs that begins directly behind another, in log-odds.
    """
    if not len(scores):
        return []
    probabilities = softmax(scores)
    best = decode_labels(np.log(probabilities + 1e-9), paragraphs, touching=touching)
    type_names = [label[2:] for label in labels[1::2]]
    spans: list[WordSpan] = []
    (inside,) = np.nonzero(best)
    first = 0
    while first < len(inside):
        start = int(inside[first])
        number = (int(best[start]) - 1) // 2
        last = first + 1
        # An even label is an inside label, and belongs to the span that is open.
        while last < len(inside) and inside[last] == inside[last - 1] + 1 and best[inside[last]] == 2 * number + 2:
            last += 1
        end = int(inside[last - 1]) + 1
        support = probabilities[start:end, 2 * number + 1 : 2 * number + 3].sum(axis=1).min()
        spans.append(WordSpan(start, end, type_names[number], float(support)))
        first = last
    return spans


def decode_labels(scores: Floats, paragraphs: Ints, *, touching: float = 0.0) -> Ints:
    """(n_words,) the best label of each word, by Viterbi's algorithm over all stretches between certain gaps at once.

    scores: (n_words, n_labels) log-probabilities, O first, then B and I of each type. I may follow only B or I of its
    own type within a paragraph; everything else may follow anything, at the cost of touching where B follows B or I.
    """
    n_words, n_labels = scores.shape
    starts, lengths = find_sequences(paragraphs, find_certain_gaps(scores))
    if not len(starts):
        return np.zeros(n_words, dtype=np.int64)
    # Longest first: at each step the sequences that still run are a prefix.
    order = np.argsort(-lengths, kind="stable")
    starts, lengths = starts[order], lengths[order]
    best = scores[starts].copy()
    best[:, 2::2] = IMPOSSIBLE
    came_from = np.zeros((n_words, n_labels), dtype=np.int64)
    running = len(starts)
    finals = np.zeros(len(starts), dtype=np.int64)
    begins, insides = np.arange(1, n_labels, 2), np.arange(2, n_labels, 2)
    costs = np.where(np.arange(n_labels) > 0, np.float32(touching), np.float32(0))
    for step in range(1, int(lengths[0]) + 1):
        still = int(np.searchsorted(-lengths, -step, side="left"))
        finals[still:running] = best[still:running].argmax(axis=1)
        running = still
        if not running:
            break
        words = starts[:running] + step
        before = best[:running]
        apart = before - costs
        rows = np.arange(running)
        any_label, apart_label = before.argmax(axis=1), apart.argmax(axis=1)
        origin, reached = came_from[words], np.empty_like(before)
        origin[:, 0], reached[:, 0] = any_label, before[rows, any_label]
        origin[:, begins], reached[:, begins] = apart_label[:, np.newaxis], apart[rows, apart_label][:, np.newaxis]
        open_now, open_before = before[:, begins], before[:, insides]
        origin[:, insides] = np.where(open_now >= open_before, begins, insides)
        reached[:, insides] = np.maximum(open_now, open_before)
        came_from[words] = origin
        best[:running] = scores[words] + reached
    return trace_back(came_from, starts, lengths, finals)


def find_certain_gaps(scores: Floats) -> NDArray[np.bool_]:
    """(n_words,) where O is on the best path whatever stands around: there a path can be cut in two.

    To put O in the place of a type's label costs the path no more than turning a following I of that type into B.
    """
    opening, inside = scores[:, 1::2], scores[:, 2::2]
    turned = np.zeros_like(inside)
    turned[:-1] = np.maximum(inside[1:] - opening[1:], 0)
    is_better = scores[:, :1] - np.maximum(opening, inside) > turned
    certain: NDArray[np.bool_] = np.logical_and.reduce(is_better, axis=1)
    return certain


def find_sequences(paragraphs: Ints, gaps: NDArray[np.bool_]) -> tuple[Ints, Ints]:
    """(n_sequences,) first words and lengths of what is decoded apart: the words of a paragraph between two gaps.

    A stretch of more than SEQUENCE_LIMIT words is cut.
    """
    words = np.flatnonzero(~gaps)
    is_first = (np.diff(words, prepend=-2) > 1) | (np.diff(paragraphs[words], prepend=-1) != 0)
    bounds = np.append(np.flatnonzero(is_first), len(words))
    places = np.arange(len(words)) - np.repeat(bounds[:-1], np.diff(bounds))
    is_first |= places % SEQUENCE_LIMIT == 0
    firsts = np.flatnonzero(is_first)
    return words[firsts], np.diff(np.append(firsts, len(words)))


def trace_back(came_from: Ints, starts: Ints, lengths: Ints, finals: Ints) -> Ints:
    """(n_words,) labels, followed back from each sequence's last one; sequences are ordered by falling length."""
    labels = np.zeros(len(came_from), dtype=np.int64)
    current = np.zeros(len(starts), dtype=np.int64)
    for step in range(int(lengths[0]) - 1, -1, -1):
        running = int(np.searchsorted(-lengths, -step, side="left"))
        ended = int(np.searchsorted(-lengths, -(step + 1), side="left"))
        current[ended:running] = finals[ended:running]
        words = starts[:running] + step
        labels[words] = current[:running]
        current[:running] = came_from[words, current[:running]]
    return labels
