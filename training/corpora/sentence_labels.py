"""Labels of the sentences of our own articles: what each does for its article, and whether the writer gives an opinion.

`sentence_labels.tsv` has a line for each labelled article: its id, then for each sentence "start-end:" in code points
of the text without marks and two letters. Headlines and subheads have none.
"""

from collections.abc import Iterator
from functools import cache
from itertools import groupby
from pathlib import Path

from training.corpora.annotated import AnnotatedText, LabelledSpan, join_sentences

FOLDER = Path(__file__).parents[1] / "articles"
LABELS_PATH = FOLDER / "sentence_labels.tsv"
OPINIONS_PATH = FOLDER / "opinions.tsv"
# Every tenth piece measures, the others teach.
DEV_EVERY = 10
HEADS = ("roles", "opinion")


@cache
def read_sentence_labels() -> dict[str, dict[str, tuple[LabelledSpan, ...]]]:
    """Article → head → its labelled sentences in order, the label one letter."""
    labels: dict[str, dict[str, tuple[LabelledSpan, ...]]] = {}
    for line in LABELS_PATH.read_text(encoding="utf-8").splitlines():
        name, *sentences = line.split()
        labels[name] = {head: tuple(read_label(one, at) for one in sentences) for at, head in enumerate(HEADS)}
    return labels


def read_label(sentence: str, at: int) -> LabelledSpan:
    """The span of a sentence with one of its letters.

    >>> read_label("12-40:MO", 1)
    LabelledSpan(start=12, end=40, label='O')
    """
    place, letters = sentence.split(":")
    start, end = place.split("-")
    return LabelledSpan(int(start), int(end), letters[at])


def read_opinions(split: str) -> Iterator[AnnotatedText]:
    """Our own columns and reviews of a split, "train" or "dev", each sentence labelled O or S, as one paragraph each.

    A line of `opinions.tsv` has the piece's id, the label and the sentence.
    """
    rows = [line.split("\t") for line in OPINIONS_PATH.read_text(encoding="utf-8").splitlines()]
    for number, (_, members) in enumerate(groupby(rows, key=find_piece)):
        if (number % DEV_EVERY == 0) != (split == "dev"):
            continue
        sentences = list(members)
        text, starts = join_sentences([sentence for *_, sentence in sentences], [" "] * len(sentences))
        spans = tuple(
            LabelledSpan(start, start + len(sentence), label)
            for (_, label, sentence), start in zip(sentences, starts, strict=True)
        )
        yield AnnotatedText(text, {"opinion": spans})


def find_piece(row: list[str]) -> str:
    """The piece that a row belongs to."""
    return row[0]
