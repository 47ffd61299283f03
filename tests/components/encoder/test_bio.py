"""Decoding of begin-inside-outside scores."""

import itertools

import numpy as np
import pytest

from service.components.encoder.bio import SEQUENCE_LIMIT, decode_labels, decode_spans, find_certain_gaps

LABELS = ("O", "B-PERSON", "I-PERSON", "B-ORG", "I-ORG")


def is_permitted(labels: tuple[int, ...], paragraphs: list[int]) -> bool:
    """Whether every inside label follows its own type within its paragraph."""
    for index, label in enumerate(labels):
        if label and label % 2 == 0:
            starts = index == 0 or paragraphs[index] != paragraphs[index - 1]
            if starts or labels[index - 1] not in (label, label - 1):
                return False
    return True


def count_touching(labels: tuple[int, ...], paragraphs: list[int]) -> int:
    """How many spans begin directly behind another within a paragraph."""
    pairs = zip(itertools.pairwise(labels), itertools.pairwise(paragraphs), strict=True)
    return sum(before > 0 and label % 2 == 1 and one == other for (before, label), (one, other) in pairs)


@pytest.mark.parametrize("outside", [0.0, 1.0, 2.5])
@pytest.mark.parametrize("touching", [0.0, 0.7])
@pytest.mark.parametrize("seed", range(12))
def test_the_best_permitted_sequence_is_found(seed: int, touching: float, outside: float) -> None:
    scores = np.random.default_rng(seed).normal(size=(6, 5)).astype(np.float32)
    scores[:, 0] += np.float32(outside)
    paragraphs = [0, 0, 0, 1, 1, 2]
    permitted = [labels for labels in itertools.product(range(5), repeat=6) if is_permitted(labels, paragraphs)]

    def rate(labels: tuple[int, ...]) -> float:
        gain = sum(float(scores[at, label]) for at, label in enumerate(labels))
        return gain - touching * count_touching(labels, paragraphs)

    assert tuple(decode_labels(scores, np.array(paragraphs), touching=touching).tolist()) == max(permitted, key=rate)


def test_words_that_are_surely_outside_are_not_decoded() -> None:
    scores = np.zeros((4, 5), dtype=np.float32)
    scores[:, 0] = 2.0
    # Turned into O, the third word would cost its successor's I, which is worth more than the B in its place.
    scores[3, [3, 4]] = 1.0, 5.0

    assert find_certain_gaps(scores).tolist() == [True, True, False, False]
    assert decode_labels(scores, np.zeros(4, dtype=np.int64)).tolist() == [0, 0, 3, 4]


def test_spans_carry_type_and_weakest_word() -> None:
    scores = np.full((4, 5), -10.0, dtype=np.float32)
    scores[[0, 1, 2, 3], [3, 4, 0, 1]] = 10.0
    scores[1, 0] = 9.9

    first, second = decode_spans(scores, LABELS, np.zeros(4, dtype=np.int64))

    assert (first.first, first.last, first.type) == (0, 2, "ORG")
    assert first.probability == pytest.approx(0.525, abs=0.01)
    assert (second.first, second.last, second.type) == (3, 4, "PERSON")


def test_a_span_ends_with_its_paragraph() -> None:
    scores = np.full((2, 5), -10.0, dtype=np.float32)
    scores[[0, 1, 1], [3, 4, 0]] = 10.0, 10.0, 5.0

    assert [(span.first, span.last) for span in decode_spans(scores, LABELS, np.array([0, 0]))] == [(0, 2)]
    assert [(span.first, span.last) for span in decode_spans(scores, LABELS, np.array([0, 1]))] == [(0, 1)]


def test_a_paragraph_longer_than_the_limit_is_decoded_whole() -> None:
    count = 2 * SEQUENCE_LIMIT + 7
    scores = np.full((count, 5), -10.0, dtype=np.float32)
    scores[:, 0] = 10.0
    scores[-1, [0, 1]] = -10.0, 10.0

    assert [(span.first, span.last) for span in decode_spans(scores, LABELS, np.zeros(count, dtype=np.int64))] == [
        (count - 1, count)
    ]


def test_no_words_hold_no_spans() -> None:
    assert decode_spans(np.zeros((0, 5), dtype=np.float32), LABELS, np.zeros(0, dtype=np.int64)) == []
