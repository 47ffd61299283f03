"""Logistic regression over a few features."""

import numpy as np

from evaluation.logistic import find_chances, fit, fit_scaled


def test_weights_are_those_that_made_the_data() -> None:
    generator = np.random.default_rng(3)
    features = np.column_stack([np.ones(20_000), generator.normal(5, 2, 20_000), generator.normal(0, 0.1, 20_000)])
    true = np.array([-3.0, 0.5, 8.0])
    is_right = (generator.random(20_000) < find_chances(features, true)).astype(np.float64)

    for weights in (fit(features, is_right, penalty=1e-6), fit_scaled(features, is_right, penalty=1e-6)):
        assert np.allclose(weights, true, atol=0.4)


def test_a_penalty_does_not_depend_on_the_unit_of_a_scaled_feature() -> None:
    generator = np.random.default_rng(4)
    features = np.column_stack([np.ones(200), generator.normal(size=200)])
    is_right = (features[:, 1] + generator.normal(size=200) > 0).astype(np.float64)

    small = fit_scaled(features, is_right, penalty=10.0)
    large = fit_scaled(features * [1, 1000], is_right, penalty=10.0)

    assert np.allclose(small, large * [1, 1000])


def test_a_feature_without_variance_weighs_nothing() -> None:
    features = np.array([[1.0, 2.0], [1.0, 2.0], [1.0, 2.0], [1.0, 2.0]])
    weights = fit_scaled(features, np.array([1.0, 0.0, 1.0, 0.0]), penalty=1.0)

    assert np.allclose(find_chances(features, weights), 0.5)
