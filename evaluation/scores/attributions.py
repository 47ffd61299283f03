"""What counts as a right source, cue or content: word by word, and as an exact span.

Words that the annotators set aside are not counted, nor is a span that touches one.
"""

from dataclasses import dataclass

from evaluation.scores.counts import Counts


@dataclass(frozen=True, slots=True)
class WordRange:
    """Words first to last (exclusive) of one type."""

    first: int
    last: int
    type: str


def score_attribution_words(gold: list[WordRange], found: list[WordRange], unknown: set[int], type_name: str) -> Counts:
    """Counts of words that belong to spans of one type.

    >>> score_attribution_words([WordRange(0, 4, "CUE")], [WordRange(2, 6, "CUE")], {5}, "CUE")
    Counts(right=2, found=3, expected=4)
    """
    expected = collect_words(gold, type_name) - unknown
    counted = collect_words(found, type_name) - unknown
    return Counts(len(expected & counted), len(counted), len(expected))


def score_attribution_spans(gold: list[WordRange], found: list[WordRange], unknown: set[int], type_name: str) -> Counts:
    """Counts of whole spans of one type, right where both ends are."""
    expected = select_spans(gold, unknown, type_name)
    counted = select_spans(found, unknown, type_name)
    return Counts(len(expected & counted), len(counted), len(expected))


def collect_words(spans: list[WordRange], type_name: str) -> set[int]:
    """The words of all spans of one type."""
    return {word for span in spans if span.type == type_name for word in range(span.first, span.last)}


def select_spans(spans: list[WordRange], unknown: set[int], type_name: str) -> set[WordRange]:
    """The spans of one type that touch no unknown word; each once, though several attributions share it."""
    return {span for span in spans if span.type == type_name and not unknown.intersection(range(span.first, span.last))}
