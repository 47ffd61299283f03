"""What is known of two spans that may belong together: what stands between them, and what they look like."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from service.components.encoder.bio import WordSpan
from service.components.encoder.pieces import Ints
from service.components.sources.patterns import PRONOUNS, RELATIVE_PRONOUNS
from service.text.quote_marks import DOUBLED_MARKS

# A span chooses among this many spans before and behind it.
REACH = 10
# Who chooses → what is chosen.
RELATIONS = {
    "content_cue": ("CONTENT", "CUE"),
    "cue_source": ("CUE", "SOURCE"),
    "content_source": ("CONTENT", "SOURCE"),
}
TYPES = ("SOURCE", "CUE", "CONTENT")
# Marks that stand between spans, in classes.
MARKS = {mark: number for number, marks in enumerate(('“”"«»„', ",", ":", ";—–(")) for mark in marks}
MARKS |= dict.fromkeys(DOUBLED_MARKS, 0)
MARK_CLASSES = 4
# Further counts say no more than this.
MOST = 3

FORMS = (
    "log_length",
    "log_probability",
    "opens_quoted",
    "closes_quoted",
    "that",
    "according",
    "colon",
    "pronoun",
    "relative",
    "participle",
    "infinitive",
)
BETWEEN = (
    "constant",
    "log_words",
    "no_words",
    "next_sentence",
    "later_sentence",
    "next_paragraph",
    "sources",
    "cues",
    "contents",
    "no_span",
    "quotation_marks",
    "commas",
    "colons",
    "dashes",
    "served",
    "served_quoted",
    "served_unlike",
)
SIDES = ("before", "behind")
PAIR_FEATURES = tuple(
    f"{side}:{name}"
    for side in SIDES
    for name in (*BETWEEN, *(f"chosen_{form}" for form in FORMS), *(f"own_{form}" for form in FORMS))
)
NONE_FEATURES = ("constant", "in_sentence", "in_paragraph", *(f"own_{form}" for form in FORMS))

Table = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class WordLayout:
    """Where words stand, and how they are spelt: (n_words,) paragraph and sentence numbers, words in lower case."""

    paragraphs: Ints
    sentences: Ints
    words: list[str]


@dataclass(frozen=True, slots=True)
class Choices:
    """What the spans that choose may choose.

    choosers: (n_choosers,) indices of spans. owners: (n_pairs,) the chooser of a pair, as its place among choosers.
    chosen: (n_pairs,) index of the span that may be chosen. pairs: (n_pairs, n_pair_features). none: (n_choosers,
    n_none_features).
    """

    choosers: Ints
    owners: Ints
    chosen: Ints
    pairs: Table
    none: Table


@dataclass(frozen=True, slots=True)
class SpanTable:
    """Decoded spans as arrays, with what every relation asks of them.

    firsts, lasts, types: (n_spans,) words and types. forms: (n_spans, n_forms) what the spans look like. layout: their
    words. free, marks: (n_words + 1, …) how many words before are in no span, and are marks of each class.
    spans: (n_spans + 1, n_types) how many spans before are of each type.
    """

    firsts: Ints
    lasts: Ints
    types: Ints
    forms: Table
    layout: WordLayout
    free: Table
    marks: Table
    spans: Table


def tabulate_spans(spans: list[WordSpan], layout: WordLayout) -> SpanTable:
    """The spans, which are in order, as arrays."""
    types = np.array([TYPES.index(span.type) for span in spans], dtype=np.int64)
    is_free = np.ones(len(layout.words))
    for span in spans:
        is_free[span.first : span.last] = 0
    classes = np.array([MARKS.get(word, -1) for word in layout.words], dtype=np.int64)
    return SpanTable(
        firsts=np.array([span.first for span in spans], dtype=np.int64),
        lasts=np.array([span.last for span in spans], dtype=np.int64),
        types=types,
        forms=np.array([describe_form(span, layout.words) for span in spans], dtype=np.float64).reshape(-1, len(FORMS)),
        layout=layout,
        free=sum_before(is_free[:, np.newaxis]),
        marks=sum_before(classes[:, np.newaxis] == np.arange(MARK_CLASSES)),
        spans=sum_before(np.eye(len(TYPES))[types]),
    )


def sum_before(flags: NDArray[np.generic]) -> Table:
    """(n + 1, n_flags) sums of the (n, n_flags) flags before each place."""
    sums: Table = np.vstack([np.zeros((1, flags.shape[1])), np.cumsum(flags.astype(np.float64), axis=0)])
    return sums


def describe_form(span: WordSpan, words: list[str]) -> tuple[float, ...]:
    """The values of FORMS for a span."""
    first, last = words[span.first], words[span.last - 1]
    return (
        float(np.log(span.last - span.first)),
        float(np.log(span.probability + 0.01)),
        MARKS.get(first) == 0,
        MARKS.get(last) == 0,
        first == "that",
        first in ("according", "per"),
        last == ":",
        span.last - span.first == 1 and first in PRONOUNS,
        first in RELATIVE_PRONOUNS,
        first.endswith("ing"),
        first == "to",
    )


def list_choices(relation: str, table: SpanTable) -> Choices:
    """Every choice that the spans have in a relation.

    Reported speech crosses at most one border of paragraphs, and no cue there: over more, a link would be a guess.
    """
    chooser_type, chosen_type = (TYPES.index(name) for name in RELATIONS[relation])
    choosers = np.flatnonzero(table.types == chooser_type)
    steps = np.concatenate([np.arange(-REACH, 0), np.arange(1, REACH + 1)])
    grid = choosers[:, np.newaxis] + steps
    inside = (grid >= 0) & (grid < len(table.types))
    inside &= table.types[np.clip(grid, 0, max(0, len(table.types) - 1))] == chosen_type
    owners, columns = np.nonzero(inside)
    own, chosen = choosers[owners], grid[owners, columns]
    left, right = np.minimum(own, chosen), np.maximum(own, chosen)
    between = describe_between(left, right, table)
    paragraphs = table.layout.paragraphs
    crossed = paragraphs[table.firsts[right]] - paragraphs[table.lasts[left] - 1]
    kept = (crossed == 0) | ((crossed == 1) & (between[:, BETWEEN.index("cues")] == 0))
    owners, own, chosen, between = owners[kept], own[kept], chosen[kept], between[kept]
    before = (chosen < own)[:, np.newaxis]
    served = describe_served(own, chosen, table)
    features = np.hstack([between, served, table.forms[chosen], table.forms[own]])
    is_near = ~between[:, [BETWEEN.index("next_sentence"), BETWEEN.index("later_sentence")]].any(axis=1)
    is_beside = between[:, BETWEEN.index("next_paragraph")] == 0
    none = np.column_stack(
        [
            np.ones(len(choosers)),
            np.bincount(owners, weights=is_near, minlength=len(choosers)) > 0,
            np.bincount(owners, weights=is_beside, minlength=len(choosers)) > 0,
            table.forms[choosers],
        ]
    )
    return Choices(choosers, owners, chosen, np.hstack([features * before, features * ~before]), none)


def describe_served(own: Ints, chosen: Ints, table: SpanTable) -> Table:
    """(n_pairs, 3) whether a content stands on the far side of the chosen span, is quoted, and unlike its chooser is.

    Only sources may stand between, and no sentence may end there.
    """
    quoted = table.forms[:, FORMS.index("opens_quoted")] + table.forms[:, FORMS.index("closes_quoted")] > 0
    sources = table.types == TYPES.index("SOURCE")
    n_spans = len(table.types)
    steps = np.where(chosen < own, -1, 1)
    far = chosen + steps
    for _ in range(2):
        inside = (far >= 0) & (far < n_spans)
        far = far + steps * (inside & sources[np.clip(far, 0, n_spans - 1)])
    inside = (far >= 0) & (far < n_spans)
    far = np.clip(far, 0, n_spans - 1)
    left, right = np.minimum(far, chosen), np.maximum(far, chosen)
    is_near = table.layout.sentences[table.firsts[right]] == table.layout.sentences[table.lasts[left] - 1]
    served = inside & is_near & (table.types[far] == TYPES.index("CONTENT"))
    return np.stack([served, served & quoted[far], served & (quoted[far] != quoted[own])], axis=1).astype(np.float64)


def describe_between(left: Ints, right: Ints, table: SpanTable) -> Table:
    """(n_pairs, n_between) what stands between the spans at left and right, which are indices of spans."""
    ends, starts = table.lasts[left], table.firsts[right]
    words = (table.free[starts] - table.free[ends])[:, 0]
    sentences = table.layout.sentences[starts] - table.layout.sentences[ends - 1]
    paragraphs = table.layout.paragraphs[starts] - table.layout.paragraphs[ends - 1]
    spans = table.spans[right] - table.spans[left + 1]
    marks = table.marks[starts] - table.marks[ends]
    columns = [np.ones(len(left)), np.log1p(words), words == 0]
    columns += [sentences == 1, sentences > 1, paragraphs > 0]
    columns += [*np.minimum(spans, MOST).T, spans.sum(axis=1) == 0, *np.minimum(marks, MOST).T]
    return np.stack(columns, axis=1).astype(np.float64)
