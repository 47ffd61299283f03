"""Targets of the loss: annotated texts as windows, each labelled word with the set of labels that it may have."""

import random
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from service.components.encoder.heads import HEADS, RELATIONS
from service.components.encoder.pieces import UNPLACED, UPPER, Ints, Pieces, cut_pieces
from service.components.encoder.windows import Window, cut_windows
from training.choices import Choices, find_choices
from training.corpora.annotated import UNKNOWN, AnnotatedText, LabelledSpan
from training.corpora.catalogue import LabelMap

NO_TARGET = -1
STRAIGHT_MARKS = str.maketrans("“”‘’", "\"\"''")


@dataclass(frozen=True, slots=True)
class Example:
    """A window with its targets.

    tokens: head → (length,) the label set of each position, a row of that head's LabelSets, or NO_TARGET.
    sentences: head → (length,) the number of the sentence that a position belongs to, or NO_TARGET.
    sentence_targets: head → (n_sentences,) the label set of each sentence. choices: relation → its choices here.
    """

    ids: Ints
    types: Ints
    tokens: dict[str, Ints]
    sentences: dict[str, Ints]
    sentence_targets: dict[str, Ints]
    choices: dict[str, Choices] = field(default_factory=dict)


class LabelSets:
    """The sets of labels that occur as targets of one head; a target is the number of its set."""

    def __init__(self, head: str) -> None:
        self.labels = HEADS[head].labels
        self._rows: dict[tuple[str, ...], int] = {}

    def find_row(self, labels: tuple[str, ...]) -> int:
        """The number of this set, new or known."""
        return self._rows.setdefault(labels, len(self._rows))

    def build_mask(self) -> NDArray[np.bool_]:
        """(n_sets, n_labels), true where the set holds the label."""
        return np.array([[label in labels for label in self.labels] for labels in self._rows], dtype=bool)


class TargetBuilder:
    """Turns annotated texts into examples; holds the label sets that it has met."""

    def __init__(self, tokenizer: Tokenizer, *, seed: int) -> None:
        self.label_sets = {name: LabelSets(name) for name in HEADS}
        self._tokenizer = tokenizer
        self._chooser = random.Random(seed)

    def build(
        self,
        texts: Iterable[AnnotatedText],
        maps: dict[str, LabelMap],
        *,
        window: int,
        straighten: float = 0.0,
        shout: float = 0.0,
    ) -> list[Example]:
        """The texts as windows of at most this many pieces.

        straighten, shout: the shares of texts whose marks become straight, whose letters all become capitals.
        """
        examples: list[Example] = []
        for annotated in texts:
            text = annotated.text
            if self._chooser.random() < straighten:
                text = text.translate(STRAIGHT_MARKS)
            pieces = cut_pieces(text, self._tokenizer)
            if self._chooser.random() < shout:
                pieces = replace(pieces, shapes=np.full_like(pieces.shapes, UPPER))
            targets = {head: self._find_targets(head, maps[head], annotated, pieces) for head in maps}
            numbers = {
                head: number_sentences(annotated.spans[head], pieces)
                for head in maps
                if HEADS[head].level == "sentence"
            }
            for row in cut_windows(pieces, limit=window):
                example = lay_out_example(row, targets, numbers, is_article=annotated.is_article)
                examples.append(replace(example, choices=list_choices(annotated, pieces, row)))
        return examples

    def _find_targets(self, head: str, label_map: LabelMap, annotated: AnnotatedText, pieces: Pieces) -> Ints:
        """(n_words,) label sets for a token head, (n_sentences,) for a sentence head."""
        spans = annotated.spans[head]
        sets = self.label_sets[head]
        if HEADS[head].level == "sentence":
            return np.array([sets.find_row(label_map[span.label]) for span in spans], dtype=np.int64)
        if head == "sentences":
            return self._find_boundaries(spans, pieces)
        if head == "kinds":
            return self._find_kinds(spans, pieces)
        return self._find_bio(head, label_map, spans, pieces)

    def _find_boundaries(self, spans: tuple[LabelledSpan, ...], pieces: Pieces) -> Ints:
        """(n_words,) whether a word starts a sentence; words outside every sentence have no target."""
        targets = np.full(len(pieces.firsts), NO_TARGET, dtype=np.int64)
        sets = self.label_sets["sentences"]
        for span in spans:
            first, last = pieces.find_words((span.start, span.end)).tolist()
            targets[first:last] = sets.find_row(("inside",))
            targets[first : min(first + 1, last)] = sets.find_row(("start",))
        return targets

    def _find_kinds(self, spans: tuple[LabelledSpan, ...], pieces: Pieces) -> Ints:
        """(n_words,) the kind of the organisation that a word names; other words have no target."""
        targets = np.full(len(pieces.firsts), NO_TARGET, dtype=np.int64)
        for span in spans:
            first, last = pieces.find_words((span.start, span.end)).tolist()
            targets[first:last] = self.label_sets["kinds"].find_row((span.label,))
        return targets

    def _find_bio(self, head: str, label_map: LabelMap, spans: tuple[LabelledSpan, ...], pieces: Pieces) -> Ints:
        """(n_words,) label sets of a begin-inside-outside head."""
        sets = self.label_sets[head]
        outside = ("O", *(f"{prefix}-{name}" for name in label_map["O"] for prefix in "BI"))
        targets = np.full(len(pieces.firsts), sets.find_row(outside), dtype=np.int64)
        for span in spans:
            first, last = pieces.find_words((span.start, span.end)).tolist()
            if span.label == UNKNOWN:
                targets[first:last] = NO_TARGET
                continue
            targets[first:last] = sets.find_row(spell_set("I", label_map[span.label]))
            targets[first : min(first + 1, last)] = sets.find_row(spell_set("B", label_map[span.label]))
        return targets


def spell_set(prefix: str, types: tuple[str, ...]) -> tuple[str, ...]:
    """The labels with this prefix for the types, O as it is.

    >>> spell_set("B", ("LOC", "O"))
    ('B-LOC', 'O')
    """
    return tuple(name if name == "O" else f"{prefix}-{name}" for name in types)


def list_choices(annotated: AnnotatedText, pieces: Pieces, window: Window) -> dict[str, Choices]:
    """Relation → its choices in a window; those that it has none of are left out."""
    relations = (relation for relation in RELATIONS if relation in annotated.spans)
    found = {relation: find_choices(annotated.spans, relation, pieces, window) for relation in relations}
    return {relation: choices for relation, choices in found.items() if choices is not None}


def number_sentences(spans: tuple[LabelledSpan, ...], pieces: Pieces) -> Ints:
    """(n_words,) the number of each word's span, NO_TARGET outside all of them."""
    numbers = np.full(len(pieces.firsts), NO_TARGET, dtype=np.int64)
    for number, span in enumerate(spans):
        first, last = pieces.find_words((span.start, span.end)).tolist()
        numbers[first:last] = number
    return numbers


def lay_out_example(window: Window, targets: dict[str, Ints], numbers: dict[str, Ints], *, is_article: bool) -> Example:
    """A window with the targets of its own words."""
    words = slice(window.first_word, window.last_word)
    types = window.types.copy()
    if not is_article:
        types[0] = UNPLACED
    tokens: dict[str, Ints] = {}
    sentences: dict[str, Ints] = {}
    sentence_targets: dict[str, Ints] = {}
    for head, labels in targets.items():
        row = np.full(len(window.ids), NO_TARGET, dtype=np.int64)
        if HEADS[head].level == "token":
            row[window.rows] = labels[words]
            tokens[head] = row
            continue
        here = numbers[head][words]
        present, local = np.unique(here, return_inverse=True)
        # np.unique sorts NO_TARGET to the front, where there is one.
        shift = 1 if len(present) and present[0] == NO_TARGET else 0
        row[window.rows] = local.reshape(-1) - shift
        sentences[head] = row
        sentence_targets[head] = labels[present[shift:]]
    return Example(window.ids, types, tokens, sentences, sentence_targets)
