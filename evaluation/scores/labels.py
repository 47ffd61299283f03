"""What counts as a right label of a whole sentence."""

from dataclasses import dataclass

from evaluation.scores.counts import Counts


@dataclass(frozen=True, slots=True)
class LabelScores:
    """How many sentences have the right label, and counts for each label of gold."""

    right: int
    total: int
    by_label: dict[str, Counts]

    @property
    def macro_f1(self) -> float:
        """The mean F1 over the labels of gold, rare ones weighing as much as frequent ones; 0 where there are none."""
        return sum(counts.f1 for counts in self.by_label.values()) / len(self.by_label) if self.by_label else 0.0


def score_labels(gold: list[str], found: list[str]) -> LabelScores:
    """Scores of sentences with their one gold label and the one found; ValueError where the lengths differ.

    >>> score_labels(["a", "a", "b"], ["a", "b", "b"]).by_label["b"]
    Counts(right=1, found=2, expected=1)
    """
    pairs = list(zip(gold, found, strict=True))
    by_label = {
        label: Counts(
            sum(expected == given == label for expected, given in pairs),
            sum(given == label for _, given in pairs),
            sum(expected == label for expected, _ in pairs),
        )
        for label in sorted(set(gold))
    }
    return LabelScores(sum(expected == given for expected, given in pairs), len(pairs), by_label)
