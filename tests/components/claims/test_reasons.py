"""Why a claim is where it is."""

from service.components.claims.reasons import average_signs, list_reasons
from service.components.claims.signs import KEY_SIGNS

NONE = dict.fromkeys(KEY_SIGNS, 0.0)
WEIGHTS = {**NONE, "quantities": 1.0, "has_quantity": 0.5, "fact": 0.1, "headline": 2.0}


def test_reasons_are_what_lifts_the_score_above_the_article_s_mean() -> None:
    plain, counted = NONE, {**NONE, "quantities": 2.0, "has_quantity": 1.0, "fact": 1.0, "headline": 0.4}
    means = average_signs([plain, counted])

    # 1.25, 0.4 and 0.05 above the mean.
    assert list_reasons(counted, means, WEIGHTS, centrality=0.2) == ("has_number", "in_headline")
    assert list_reasons(plain, means, WEIGHTS, centrality=0.2) == ()


def test_a_central_claim_tells_the_main_event() -> None:
    assert list_reasons(NONE, NONE, WEIGHTS, centrality=0.5) == ("main_event",)
