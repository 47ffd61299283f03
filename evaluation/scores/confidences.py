"""How far a confidence can be taken at its word: reliability by tenths of the scale, Brier score, calibration error."""

from collections.abc import Sequence
from dataclasses import dataclass

from evaluation.intervals import Interval, TextSums, find_interval, find_value

BINS = 10


@dataclass(frozen=True, slots=True)
class Judged:
    """A finding's confidence, 0 to 1, and whether the finding is right."""

    confidence: float
    is_right: bool


@dataclass(frozen=True, slots=True)
class ReliabilityBin:
    """The findings whose confidence lies between two bounds, the upper one excluded but for 1.

    confidence: their mean confidence; right: the share of them that is right; both None where there are none.
    """

    low: float
    high: float
    findings: int
    confidence: float | None
    right: float | None


@dataclass(frozen=True, slots=True)
class Calibration:
    """What the confidences of some findings are worth.

    right: the share of the findings that is right. brier: the mean squared distance of confidence from 1 where right,
    from 0 where wrong, with its interval over texts. constant_brier: the same for `right` as the one confidence of
    all. error: the mean distance of confidence from share right, over the bins, weighted by their findings.
    """

    name: str
    findings: int
    right: float
    brier: float
    interval: Interval | None
    constant_brier: float
    error: float
    bins: tuple[ReliabilityBin, ...]


def calibrate(name: str, texts: Sequence[Sequence[Judged]]) -> Calibration:
    """The calibration of the findings of texts; all 0 where there are none.

    >>> calibration = calibrate("two", [[Judged(0.9, True), Judged(0.7, False)]])
    >>> calibration.right, round(calibration.brier, 2), round(calibration.error, 2)
    (0.5, 0.25, 0.4)
    """
    findings = [finding for text in texts for finding in text]
    right = sum(finding.is_right for finding in findings) / max(1, len(findings))
    sums = TextSums.of([(sum(square_error(finding) for finding in text), len(text)) for text in texts])
    bins = tuple(fill_bin(number, findings) for number in range(BINS))
    distances = [
        each.findings * abs(each.confidence - each.right)
        for each in bins
        if each.confidence is not None and each.right is not None
    ]
    return Calibration(
        name=name,
        findings=len(findings),
        right=right,
        brier=find_value(sums),
        interval=find_interval(sums),
        constant_brier=right * (1 - right),
        error=sum(distances) / max(1, len(findings)),
        bins=bins,
    )


def square_error(finding: Judged) -> float:
    """The squared distance of a confidence from what turned out."""
    return (finding.confidence - finding.is_right) ** 2


def fill_bin(number: int, findings: list[Judged]) -> ReliabilityBin:
    """One of the BINS equal parts of the scale, counted from 0."""
    held = [finding for finding in findings if find_bin(finding.confidence) == number]
    return ReliabilityBin(
        low=number / BINS,
        high=(number + 1) / BINS,
        findings=len(held),
        confidence=sum(finding.confidence for finding in held) / len(held) if held else None,
        right=sum(finding.is_right for finding in held) / len(held) if held else None,
    )


def find_bin(confidence: float) -> int:
    """The part of the scale in which a confidence lies.

    >>> find_bin(0.0), find_bin(0.1), find_bin(0.99), find_bin(1.0)
    (0, 1, 9, 9)
    """
    return min(BINS - 1, int(confidence * BINS))
