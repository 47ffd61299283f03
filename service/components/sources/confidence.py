"""How far a quotation can be trusted: a calibrated probability that its words and its source are right."""

import math

from service.components.encoder.bio import WordSpan
from service.components.sources.attribution import LinkedAttribution
from service.components.sources.quotations import Content

# Logistic regression on the attributions of PolNeAR's dev part: right where content and source match the gold.
INTERCEPT = -1.0
CONTENT_WEIGHT = 2.0
CUE_WEIGHT = 1.5
SOURCE_WEIGHT = 1.5
DIRECT_WEIGHT = 0.7
# Measured on floating quotations, which the network did not report.
FLOATING_CONFIDENCE = 0.5


def estimate_confidence(linked: LinkedAttribution | None, content: Content) -> float:
    """The probability, 0 to 1, that a quotation is right in words and source; linked: None where it floats."""
    if linked is None:
        return FLOATING_CONFIDENCE
    total = INTERCEPT
    total += CONTENT_WEIGHT * max(span.probability for span in linked.contents)
    total += CUE_WEIGHT * find_probability(linked.cue) + SOURCE_WEIGHT * find_probability(linked.source)
    if content.kind == "direct":
        total += DIRECT_WEIGHT
    return 1 / (1 + math.exp(-total))


def find_probability(span: WordSpan | None) -> float:
    """The probability of a span, 0 where there is none."""
    return 0.0 if span is None else span.probability
