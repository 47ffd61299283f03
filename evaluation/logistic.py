"""Logistic regression, for the few weights that are learned on development data."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

# Newton's method needs a handful.
STEPS = 30
# Items are kept apart in turn, one in so many, to see how well weights do on others.
FOLDS = 10

Table = NDArray[np.float64]
Item = TypeVar("Item")


def fit(features: Table, is_right: Table, *, penalty: float) -> Table:
    """(n_features,) the weights, by Newton's method. features: (n, n_features). is_right: (n,) 0 or 1.

    penalty: the weight of half the squared weights beside the summed loss.
    """
    weights = np.zeros(features.shape[1])
    for _ in range(STEPS):
        chances = find_chances(features, weights)
        curvature = (features * (chances * (1 - chances))[:, np.newaxis]).T @ features
        slope = features.T @ (is_right - chances) - penalty * weights
        weights += np.linalg.solve(curvature + penalty * np.eye(len(weights)), slope)
    return weights


def fit_scaled(features: Table, is_right: Table, *, penalty: float) -> Table:
    """The weights as fit gives them, the penalty on those of features of one mean and deviation.

    The first feature is the constant 1.
    """
    means, deviations = features.mean(axis=0), features.std(axis=0)
    deviations[deviations == 0] = 1.0
    means[0] = 0.0
    weights: Table = fit((features - means) / deviations, is_right, penalty=penalty) / deviations
    weights[0] -= (weights * means).sum()
    return weights


def find_chances(features: Table, weights: Table) -> Table:
    """(n,) the probabilities that weights give to (n, n_features) features."""
    chances: Table = 1 / (1 + np.exp(-(features @ weights)))
    return chances


def keep_apart(items: Sequence[Item]) -> Iterator[tuple[list[Item], range]]:
    """For each fold the items outside it, to learn from, and the numbers of those in it, to judge.

    >>> [(others, list(numbers)) for others, numbers in keep_apart("ab")]
    [(['b'], [0]), (['a'], [1])]
    """
    for fold in range(min(FOLDS, len(items))):
        others = [item for number, item in enumerate(items) if number % FOLDS != fold]
        yield others, range(fold, len(items), FOLDS)
