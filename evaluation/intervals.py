"""How far a figure would move with other texts: 95 % intervals by percentile bootstrap over texts."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

RESAMPLES = 1000
SEED = 0
TAIL_PERCENT = 2.5

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class TextSums:
    """What a figure is computed from, text by text: its value is the mean of its ratios.

    parts, wholes: (n_texts, n_ratios); a ratio is the sum of its parts over the sum of its wholes.
    """

    parts: Floats
    wholes: Floats

    @classmethod
    def of(cls, *ratios: Sequence[tuple[float, float]]) -> "TextSums":
        """The sums of ratios that are each given as a part and a whole for every text."""
        texts = len(ratios[0]) if ratios else 0
        table = np.array(ratios, dtype=np.float64).reshape(len(ratios), texts, 2)
        return cls(table[:, :, 0].T, table[:, :, 1].T)


@dataclass(frozen=True, slots=True)
class Interval:
    """Where a value lies in 95 of 100 resamples of its texts."""

    low: float
    high: float


def find_value(sums: TextSums) -> float:
    """The mean ratio over all texts; a ratio without a whole is 0, and so is a mean of no ratios.

    >>> find_value(TextSums.of([(1, 2), (2, 2)]))
    0.75
    """
    return float(find_values(sums, np.ones((1, len(sums.parts))))[0])


def find_interval(sums: TextSums) -> Interval | None:
    """The interval of the value; None for fewer than two texts, which say nothing of others."""
    if len(sums.parts) < 2:
        return None
    return cut_tails(find_values(sums, draw_weights(len(sums.parts))))


def find_loss_interval(before: TextSums, after: TextSums) -> Interval | None:
    """The interval of how much lower the value is after than before, from resamples of the texts of both at once.

    ValueError where they are not sums over the same number of texts.
    """
    if len(before.parts) != len(after.parts):
        raise ValueError(f"{len(before.parts)} texts before, {len(after.parts)} after")
    if len(before.parts) < 2:
        return None
    weights = draw_weights(len(before.parts))
    return cut_tails(find_values(before, weights) - find_values(after, weights))


def draw_weights(texts: int) -> Floats:
    """(RESAMPLES, n_texts): how often each text is drawn in each resample, the same in every call."""
    drawn = np.random.default_rng(SEED).integers(texts, size=(RESAMPLES, texts))
    numbered = drawn + texts * np.arange(RESAMPLES)[:, np.newaxis]
    counts = np.bincount(numbered.ravel(), minlength=RESAMPLES * texts)
    return counts.reshape(RESAMPLES, texts).astype(np.float64)


def find_values(sums: TextSums, weights: Floats) -> Floats:
    """(n_resamples,) the value with each text counted as often as weights, (n_resamples, n_texts), say."""
    parts, wholes = weights @ sums.parts, weights @ sums.wholes
    if not parts.shape[1]:
        return np.zeros(len(weights))
    ratios: Floats = np.divide(parts, wholes, out=np.zeros_like(parts), where=wholes > 0)
    return np.asarray(ratios.mean(axis=1))


def cut_tails(values: Floats) -> Interval:
    """The interval that leaves TAIL_PERCENT of values out on either side."""
    low, high = np.percentile(values, [TAIL_PERCENT, 100 - TAIL_PERCENT])
    return Interval(float(low), float(high))
