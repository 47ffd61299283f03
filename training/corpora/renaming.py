"""Entity replacement: names in a text give way to names of their kind from other texts.

An organisation that is known to be a company gives way to another company, and so on. What is left to learn from is how
a text speaks of a thing, not which names the corpora happen to hold.
"""

import random
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import replace

from service.text.spans import find_start
from training.corpora.annotated import AnnotatedText, LabelledSpan
from training.corpora.organisation_kinds import ORGANISATION_LABELS

# Of a corpus's labels, those that certainly name a thing of this kind, and not one of several kinds.
KINDS = {
    "PER": "person",
    "PERSON": "person",
    "Person": "person",
    "person": "person",
    "politician": "person",
    "Peop": "person",
    **dict.fromkeys(ORGANISATION_LABELS, "organisation"),
    "LOC": "place",
    "Location": "place",
    "location": "place",
    "Loc": "place",
}
# Longer "names" are rows of tables, or several names.
MOST_WORDS = 5
# The share of a text's names that are replaced.
RENAMED = 0.5

Shape = tuple[str, int, bool]


def describe_shape(name: str, kind: str) -> Shape:
    """What a name and its replacement have in common: their kind, count of words, and whether all is in capitals.

    >>> describe_shape("Bank of Japan", "organisation")
    ('organisation', 3, False)
    """
    return kind, len(name.split()), name.isupper()


class NamePool:
    """The names of many texts, each as often as there are texts that hold it."""

    def __init__(self, texts: Iterable[AnnotatedText], *, seed: int) -> None:
        self._chooser = random.Random(seed)
        self._names: dict[Shape, list[str]] = {}
        for annotated in texts:
            for shape, name in sorted({pair for pair in find_names(annotated) if pair is not None}):
                self._names.setdefault(shape, []).append(name)

    def rename_share(self, texts: list[AnnotatedText], share: float) -> list[AnnotatedText]:
        """The texts, a share of those with entities renamed, drawn at random."""
        return [
            self.rename(annotated) if "entities" in annotated.spans and self._chooser.random() < share else annotated
            for annotated in texts
        ]

    def rename(self, annotated: AnnotatedText) -> AnnotatedText:
        """The text with half of its names replaced, each by the same name throughout, and all spans moved along.

        Parts of a person's name follow the whole: where "Ann Lee" becomes "Kofi Boateng", "Lee" becomes "Boateng".
        """
        chosen: dict[str, str] = {}
        for pair in dict.fromkeys(find_names(annotated)):
            if pair is None or pair[1] in chosen:
                continue
            shape, name = pair
            chosen[name] = self._chooser.choice(self._names[shape]) if self._chooser.random() < RENAMED else name
            if shape[0] == "person":
                for old, new in zip(name.split(), chosen[name].split(), strict=True):
                    chosen.setdefault(old, new)
        return substitute(annotated, chosen)


def find_names(annotated: AnnotatedText) -> list[tuple[Shape, str] | None]:
    """Each entity's name with its shape; None where it may not be replaced."""
    kinds = {span.start: span.label for span in annotated.spans.get("kinds", ())}
    return [find_name(annotated.text, span, kinds.get(span.start)) for span in annotated.spans.get("entities", ())]


def find_name(text: str, span: LabelledSpan, known: str | None = None) -> tuple[Shape, str] | None:
    """A span's name with its shape; None where it may not be replaced. known: the kind of an organisation."""
    name = text[span.start : span.end]
    kind = KINDS.get(span.label)
    if kind is None or "\n" in name or not name.split() or len(name.split()) > MOST_WORDS:
        return None
    return describe_shape(name, known if known and kind == "organisation" else kind), name


def substitute(annotated: AnnotatedText, chosen: dict[str, str]) -> AnnotatedText:
    """The text with the names of its entities that are keys replaced by what they lead to, and all spans moved along.

    >>> text = AnnotatedText("Lee left.", {"entities": (LabelledSpan(0, 3, "PER"),)})
    >>> substitute(text, {"Lee": "Boateng"}).text
    'Boateng left.'
    """
    parts: list[str] = []
    # Old and new offsets between which a straight line runs: the ends of every entity.
    old, new = [0], [0]
    for span in sorted(annotated.spans["entities"], key=find_start):
        name = annotated.text[span.start : span.end]
        name = chosen.get(name, name) if span.label in KINDS else name
        before = annotated.text[old[-1] : span.start]
        parts.extend((before, name))
        old.extend((span.start, span.end))
        new.extend((new[-1] + len(before), new[-1] + len(before) + len(name)))
    text = "".join(parts) + annotated.text[old[-1] :]
    spans = {
        head: tuple(replace(span, start=move(span.start, old, new), end=move(span.end, old, new)) for span in of_head)
        for head, of_head in annotated.spans.items()
    }
    return replace(annotated, text=text, spans=spans)


def move(offset: int, old: list[int], new: list[int]) -> int:
    """Where an offset of the old text lies in the new one; one inside a name, at most at that name's end.

    >>> move(9, [0, 4, 7], [0, 4, 11])
    13
    """
    at = bisect_right(old, offset) - 1
    most = new[at + 1] if at + 1 < len(new) else None
    moved = new[at] + offset - old[at]
    return moved if most is None else min(moved, most)
