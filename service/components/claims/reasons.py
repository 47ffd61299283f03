"""Why a claim is where it is in the ranking, in words."""

from collections.abc import Mapping, Sequence

from service.extraction import ClaimReason

# Reason → the signs that speak for it together. Each is given where they lift the claim's log-odds above the mean of
# the article's assertions by LEAST_LIFT, that is its odds by a quarter.
SIGNS_OF: Mapping[ClaimReason, tuple[str, ...]] = {
    "early": ("order", "opening"),
    "in_headline": ("headline",),
    "on_topic": ("shared",),
    "cause": ("cause_specific", "cause_general", "causal"),
    "prediction": ("expectation",),
    "factual": ("fact",),
    "has_number": ("quantities", "has_quantity"),
    "trend": ("trend",),
    "comparison": ("comparison",),
}
LEAST_LIFT = 0.25
# An assertion with this centrality more likely tells the main event or its consequence than not.
MAIN_EVENT = 0.5


def list_reasons(
    signs: Mapping[str, float], means: Mapping[str, float], weights: Mapping[str, float], *, centrality: float
) -> tuple[ClaimReason, ...]:
    """The reasons for a claim's score, the weightiest first; means: of each sign over the article's assertions."""
    lifts = {
        reason: sum(weights[name] * (signs[name] - means[name]) for name in names) for reason, names in SIGNS_OF.items()
    }
    ranked = sorted((reason for reason in lifts if lifts[reason] >= LEAST_LIFT), key=lifts.__getitem__, reverse=True)
    return ("main_event", *ranked) if centrality >= MAIN_EVENT else tuple(ranked)


def average_signs(rows: Sequence[Mapping[str, float]]) -> dict[str, float]:
    """The mean of each sign over rows, of which there is at least one."""
    return {name: sum(row[name] for row in rows) / len(rows) for name in rows[0]}
