"""How far a quotation can be trusted: a calibrated probability that its words and its source are right."""

import json
import math
from collections.abc import Mapping
from pathlib import Path

from service.components.encoder.bio import WordSpan
from service.components.sources.attribution import LinkedAttribution
from service.components.sources.quotations import Content
from service.errors import ModelError

# What a logistic regression knows of a quotation. Its weights are learned from PolNeAR's dev part, whose articles the
# encoder has not seen, by `python -m evaluation.calibrate`, which prints how well they do on articles kept apart.
FEATURES = (
    "constant",
    "content",
    "cue",
    "source",
    "cue_certainty",
    "source_certainty",
    "no_cue",
    "no_source",
    "direct",
    "mixed",
    "log_words",
    "parts",
)
# PolNeAR annotates no quotation without a cue, so this one is not measured: neither trusted nor distrusted.
FLOATING_CONFIDENCE = 0.5
# Quotations below this are left out: they are right so rarely that naming them costs more than it gives. Quote F1 and
# attributed-quote F1 with 0.4 and with 0.45: on PolNeAR's dev part, scope speech, 83.1, 79.5 and 83.2, 79.7; on gold's
# development half 85.7 and 86.0 attributed (weights on the way to 0.7.0).
LEAST_CONFIDENCE = 0.45
# The same without marks and with a cue none of whose words reports speech in our own articles: of 22 that are right in
# 296 articles whose cues are not in the list all are surer than 0.7, three that are wrong less sure than this.
LEAST_UNFAMILIAR = 0.6
DIGITS = 4


def estimate_confidence(linked: LinkedAttribution, content: Content, weights: Mapping[str, float]) -> float:
    """The probability, 0 to 1, that a quotation is right in words and source."""
    values = describe_confidence(linked, content)
    total = sum(weights[name] * value for name, value in zip(FEATURES, values, strict=True))
    return 1 / (1 + math.exp(-total))


def describe_confidence(linked: LinkedAttribution, content: Content) -> tuple[float, ...]:
    """The values of FEATURES."""
    return (
        1.0,
        max(span.probability for span in linked.contents),
        find_probability(linked.cue),
        find_probability(linked.source),
        linked.cue_certainty,
        linked.source_certainty,
        float(linked.cue is None),
        float(linked.source is None),
        float(content.kind == "direct"),
        float(content.kind == "mixed"),
        math.log(sum(span.last - span.first for span in linked.contents)),
        float(len(linked.contents) > 1),
    )


def find_probability(span: WordSpan | None) -> float:
    """The probability of a span, 0 where there is none."""
    return 0.0 if span is None else span.probability


def read_confidence(path: Path) -> dict[str, float]:
    """Feature → weight; ModelError where the file names other features than these."""
    weights: dict[str, float] = json.loads(path.read_text(encoding="utf-8"))
    if tuple(weights) != FEATURES:
        raise ModelError(f"{path.name} holds other features than this version of the service")
    return weights


def write_confidence(path: Path, weights: Mapping[str, float]) -> None:
    """Write the weights as JSON."""
    rounded = {name: round(weights[name], DIGITS) for name in FEATURES}
    path.write_text(json.dumps(rounded, indent=1) + "\n", encoding="utf-8")
