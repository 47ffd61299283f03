"""What counts as a right sentence boundary: that a sentence starts at this very word.

The first word of a paragraph starts a sentence without anyone deciding it, so it is not counted; nor is a word that
stands in no annotated sentence.
"""

from evaluation.scores.counts import Counts

Offsets = tuple[int, int]


def score_boundaries(sentences: list[Offsets], found: list[int], paragraphs: list[int]) -> Counts:
    """Counts of one text. sentences: gold; found: where sentences start; paragraphs: the first word of each.

    >>> score_boundaries([(0, 4), (5, 9), (10, 14)], [0, 5, 7], [0])
    Counts(right=1, found=2, expected=2)
    """
    given = set(paragraphs)
    expected = {start for start, _ in sentences} - given
    counted = {at for at in found if any(start <= at < end for start, end in sentences)} - given
    return Counts(len(expected & counted), len(counted), len(expected))
