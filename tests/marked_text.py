"""Texts with their spans marked inside: "[SPEAKER Ms Lee] said [QUOTE “no”]"."""

import re
from dataclasses import dataclass

find_marks = re.compile(r"\[(?P<label>[A-Z]+) (?P<text>[^\[\]]*)\]").finditer


@dataclass(frozen=True, slots=True)
class MarkedText:
    """The plain text, and (label, start, end) of each mark in order."""

    text: str
    spans: tuple[tuple[str, int, int], ...]

    def find(self, label: str) -> list[tuple[int, int]]:
        """The offsets of every span of a label."""
        return [(start, end) for name, start, end in self.spans if name == label]


def read_marked(marked: str) -> MarkedText:
    """The text without its marks, and what they marked.

    >>> read_marked("[SPEAKER Lee] said")
    MarkedText(text='Lee said', spans=(('SPEAKER', 0, 3),))
    """
    text = ""
    spans: list[tuple[str, int, int]] = []
    at = 0
    for match in find_marks(marked):
        text += marked[at : match.start()]
        spans.append((match["label"], len(text), len(text) + len(match["text"])))
        text += match["text"]
        at = match.end()
    return MarkedText(text + marked[at:], tuple(spans))
