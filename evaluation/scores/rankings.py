"""How good an order is: average precision, and discounted gain over its first places."""

from math import log2


def find_average_precision(hits: list[bool], *, missed: int = 0) -> float:
    """The mean, over all hits there are, of the share of hits up to each; 0 where there are none.

    missed: the hits that the ranking lacks, each of which counts as 0.

    >>> round(find_average_precision([True, False, True]), 3), find_average_precision([True], missed=1)
    (0.833, 0.5)
    """
    seen = 0
    total = 0.0
    for rank, is_hit in enumerate(hits, start=1):
        if is_hit:
            seen += 1
            total += seen / rank
    return total / (seen + missed) if seen else 0.0


def find_discounted_gain(gains: list[float], ideal: list[float], *, places: int) -> float:
    """nDCG: the gain of the first places, later ones worth less, as a share of what the best order would gain.

    ideal: every gain there is, in any order. 0 where there is nothing to gain.

    >>> find_discounted_gain([0.0, 1.0], [1.0], places=5) == 1 / log2(3)
    True
    """
    best = discount(sorted(ideal, reverse=True)[:places])
    return discount(gains[:places]) / best if best else 0.0


def discount(gains: list[float]) -> float:
    """The sum of gains, each divided by the logarithm of its place."""
    return sum(gain / log2(place + 1) for place, gain in enumerate(gains, start=1))
