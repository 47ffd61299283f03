"""What counts as a right label of a whole sentence."""

from dataclasses import dataclass

from evaluation.scores.counts import Counts


@dataclass(frozen=True, slots=True)
class SentenceLabels:
    """The sentences of one text: their one gold label, and the one found, in the same order."""

    gold: tuple[str, ...]
    found: tuple[str, ...]


def score_label(text: SentenceLabels, label: str) -> Counts:
    """Counts of one label in one text; ValueError where a sentence lacks one of its two labels.

    >>> score_label(SentenceLabels(("a", "a", "b"), ("a", "b", "b")), "b")
    Counts(right=1, found=2, expected=1)
    """
    pairs = list(zip(text.gold, text.found, strict=True))
    return Counts(
        sum(expected == given == label for expected, given in pairs),
        text.found.count(label),
        text.gold.count(label),
    )


def share_right(text: SentenceLabels) -> tuple[int, int]:
    """How many sentences have the right label, of how many; ValueError as above.

    >>> share_right(SentenceLabels(("a", "a", "b"), ("a", "b", "b")))
    (2, 3)
    """
    return sum(expected == given for expected, given in zip(text.gold, text.found, strict=True)), len(text.gold)
