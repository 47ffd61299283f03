"""Choices among names as targets: whom "the carrier" means, and for whom a person speaks."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from service.components.encoder.heads import RELATIONS
from service.components.encoder.pieces import Ints, Pieces
from service.components.encoder.windows import Window
from training.corpora.annotated import LabelledSpan
from training.corpora.references import NOBODY

# Anaphors mean who was named before; whom a person speaks for may be named later.
LOOKING_BACK = frozenset(("anaphors",))


@dataclass(frozen=True, slots=True)
class Choices:
    """Choices of one relation in a window or a batch.

    choosers, names: (2, n_words) the position of each word, and the number of the mention that it belongs to.
    pairs: (3, n_pairs) chooser, name, and 1 where that name is right. is_nobody: (n_choosers,) 1 where nobody is.
    """

    choosers: Ints
    names: Ints
    pairs: Ints
    is_nobody: Ints


def find_choices(
    spans: dict[str, tuple[LabelledSpan, ...]], relation: str, pieces: Pieces, window: Window
) -> Choices | None:
    """The choices of a relation that a window holds; None where it holds none.

    Left out is who means somebody that is not among the names to choose from here, but is elsewhere in the text.
    """
    everywhere = {span.label for span in spans[RELATIONS[relation]]}
    names = [span for span in spans[RELATIONS[relation]] if is_within(span, pieces, window)]
    choosers: list[LabelledSpan] = []
    pairs: list[tuple[int, int, int]] = []
    is_nobody: list[int] = []
    for span in spans[relation]:
        if not is_within(span, pieces, window):
            continue
        rows = [
            (number, int(name.label == span.label))
            for number, name in enumerate(names)
            if relation not in LOOKING_BACK or name.end <= span.start
        ]
        is_named = any(right for _, right in rows)
        if not rows or (not is_named and span.label != NOBODY and span.label in everywhere):
            continue
        pairs.extend((len(choosers), *row) for row in rows)
        choosers.append(span)
        is_nobody.append(int(not is_named))
    if not choosers:
        return None
    return Choices(
        place_words(choosers, pieces, window),
        place_words(names, pieces, window),
        np.array(pairs, dtype=np.int64).T,
        np.array(is_nobody, dtype=np.int64),
    )


def is_within(span: LabelledSpan, pieces: Pieces, window: Window) -> bool:
    """Whether a window holds all words of a span, of which there are some."""
    first, last = pieces.find_words((span.start, span.end)).tolist()
    return bool(window.first_word <= first < last <= window.last_word)


def place_words(spans: Sequence[LabelledSpan], pieces: Pieces, window: Window) -> Ints:
    """(2, n_words) the positions in the window of the words of spans, and to which of these each belongs."""
    columns: list[tuple[int, int]] = []
    for number, span in enumerate(spans):
        first, last = pieces.find_words((span.start, span.end)).tolist()
        rows = window.rows[first - window.first_word : last - window.first_word]
        columns.extend((int(row), number) for row in rows)
    return np.array(columns, dtype=np.int64).T


def join_choices(parts: Iterable[Choices | None], length: int) -> Choices | None:
    """The choices of the windows of a batch, whose rows have this length, as one; None where there are none."""
    choosers, names, pairs, is_nobody = [], [], [], []
    chooser_count = name_count = 0
    for row, part in enumerate(parts):
        if part is None:
            continue
        choosers.append(part.choosers + np.array([[row * length], [chooser_count]]))
        names.append(part.names + np.array([[row * length], [name_count]]))
        pairs.append(part.pairs + np.array([[chooser_count], [name_count], [0]]))
        is_nobody.append(part.is_nobody)
        chooser_count += len(part.is_nobody)
        name_count += int(part.names[1].max()) + 1
    if not choosers:
        return None
    return Choices(np.hstack(choosers), np.hstack(names), np.hstack(pairs), np.concatenate(is_nobody))
