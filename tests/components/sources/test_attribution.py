"""Which cue and source belong to which words."""

import re

import numpy as np
import pytest

from service.components.encoder.bio import WordSpan
from service.components.sources.attribution import link_attributions
from service.components.sources.link_features import NONE_FEATURES, PAIR_FEATURES, RELATIONS, SIDES, WordLayout
from service.components.sources.links import LinkWeights

TYPES = {"S": "SOURCE", "C": "CUE", "Q": "CONTENT"}
# Made by hand: near is good, another span between is bad, another paragraph is out of the question.
LIKES = {
    "log_words": -1.0,
    "next_sentence": -2.0,
    "later_sentence": -6.0,
    "next_paragraph": -20.0,
    "cues": -3.0,
    "contents": -1.0,
}


def make_weights() -> LinkWeights:
    """The same weights on both sides; none is a poor choice, but better than another paragraph."""
    pair = dict.fromkeys(PAIR_FEATURES, 0.0) | {
        f"{side}:{name}": weight for side in SIDES for name, weight in LIKES.items()
    }
    none = dict.fromkeys(NONE_FEATURES, 0.0) | {"constant": -8.0}
    return LinkWeights(np.array(list(pair.values())), np.array(list(none.values())))


WEIGHTS = dict.fromkeys(RELATIONS, make_weights())


def read_words(marked: str) -> tuple[list[WordSpan], WordLayout]:
    """Spans out of letters: a word is "S1" for a source, "C1" for a cue, "Q1" for content, "." ends a sentence, "|" a
    paragraph; equal neighbours are one span."""
    spans: list[WordSpan] = []
    words: list[str] = []
    paragraphs: list[int] = []
    sentences: list[int] = []
    paragraph = sentence = 0
    before = ""
    for word in marked.split():
        if word == "|":
            paragraph += 1
            sentence += 1
            before = ""
            continue
        at = len(paragraphs)
        words.append(word.casefold())
        paragraphs.append(paragraph)
        sentences.append(sentence)
        if re.match(r"[SCQ]\d", word):
            if word == before:
                spans[-1] = WordSpan(spans[-1].first, at + 1, spans[-1].type, 1.0)
            else:
                spans.append(WordSpan(at, at + 1, TYPES[word[0]], 1.0))
        before = word
        sentence += word == "."
    return spans, WordLayout(np.array(paragraphs), np.array(sentences), words)


# Each attribution as contents, cue and source, by the order of the spans.
LINKED = [
    ("S1 C1 that Q1 Q1 .", [([2], 1, 0)]),
    ("Q1 Q1 , C1 S1 .", [([0], 1, 2)]),
    ("Q1 , C1 S1 . Q2 Q2 .", [([0, 3], 1, 2)]),
    ("S1 C1 Q1 . S2 C2 Q2 .", [([2], 1, 0), ([5], 4, 3)]),
    ("Q1 , S1 C1 , Q2 .", [([0, 3], 2, 1)]),
    ("S1 C1 Q1 and C2 Q2 .", [([2], 1, 0), ([4], 3, 0)]),
    ("C1 S1 , Q1 .", [([2], 0, 1)]),
    ("Q1 Q1 . | S1 C1 Q2 .", [([0], None, None), ([3], 2, 1)]),
    ("S1 C1 .", []),
]


@pytest.mark.parametrize(("marked", "expected"), LINKED)
def test_links(marked: str, expected: list[tuple[list[int], int | None, int | None]]) -> None:
    spans, layout = read_words(marked)

    found = [
        (
            [spans.index(content) for content in attribution.contents],
            None if attribution.cue is None else spans.index(attribution.cue),
            None if attribution.source is None else spans.index(attribution.source),
        )
        for attribution in link_attributions(spans, layout, WEIGHTS)
    ]

    assert found == expected
