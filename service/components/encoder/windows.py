"""Windows: the stretches of an article that go through the network, each as one row."""

from dataclasses import dataclass

import numpy as np

from service.components.encoder.pieces import EARLY, EARLY_LIMIT, LATE, OPENING, Ints, Pieces

CLS_ID, SEP_ID, PAD_ID = 101, 102, 0
# Ids of the vocabulary after which a paragraph that is too long may be cut: . ? ! ;
SENTENCE_END_IDS = frozenset({1012, 1029, 999, 1025})


@dataclass(frozen=True, slots=True)
class Window:
    """Words first_word up to last_word (exclusive) as one row of the network's input.

    ids, types: (length,), with [CLS] at the head and [SEP] after each paragraph.
    rows: (last_word - first_word,) where each word's first piece stands in the row.
    """

    first_word: int
    last_word: int
    ids: Ints
    types: Ints
    rows: Ints


def cut_windows(pieces: Pieces, *, limit: int) -> tuple[Window, ...]:
    """Windows of at most limit pieces that cover every word once, in order.

    Whole paragraphs are packed together; one that is longer than a window is cut at the last sentence end that fits,
    or else at the last word. A word of more pieces than fit is cut short.
    """
    ranges = pack_ranges(pieces, limit=limit)
    return tuple(lay_out(pieces, first, last, limit=limit) for first, last in ranges)


def pack_ranges(pieces: Pieces, *, limit: int) -> list[tuple[int, int]]:
    """Word ranges of the windows, half-open: greedy over paragraphs."""
    n_words = len(pieces.firsts)
    if not n_words:
        return []
    bounds = np.append(pieces.firsts, len(pieces.ids)).tolist()
    paragraph_starts = np.flatnonzero(np.diff(pieces.paragraphs, prepend=-1)).tolist()
    ranges: list[tuple[int, int]] = []
    open_start, used = 0, 1
    for start, end in zip(paragraph_starts, [*paragraph_starts[1:], n_words], strict=True):
        size = bounds[end] - bounds[start] + 1
        if used + size > limit and start > open_start:
            ranges.append((open_start, start))
            open_start, used = start, 1
        cut = start
        while 1 + bounds[end] - bounds[cut] + 1 > limit:
            cut = find_cut(pieces, bounds, cut, limit=limit)
            ranges.append((open_start, cut))
            open_start, used = cut, 1
        used += bounds[end] - bounds[cut] + 1
    if open_start < n_words:
        ranges.append((open_start, n_words))
    return ranges


def find_cut(pieces: Pieces, bounds: list[int], start: int, *, limit: int) -> int:
    """The word at which the next window begins when a window opens at word start: after a sentence end if one fits."""
    last = start + 1
    best = 0
    while last < len(bounds) - 1 and bounds[last + 1] - bounds[start] + 2 <= limit:
        if (int(pieces.ids[bounds[last - 1]]) in SENTENCE_END_IDS and pieces.starts[last] > pieces.ends[last - 1]) or (
            best == last - 1 and pieces.starts[last - 1] == pieces.ends[last - 2]
        ):
            best = last
        last += 1
    # A cut in the first third would make many small windows of one long paragraph.
    return best if best and bounds[best] - bounds[start] > limit // 3 else last


def lay_out(pieces: Pieces, first_word: int, last_word: int, *, limit: int) -> Window:
    """The window over a range of words, separators laid in between its paragraphs."""
    first_piece = int(pieces.firsts[first_word])
    last_piece = int(pieces.firsts[last_word]) if last_word < len(pieces.firsts) else len(pieces.ids)
    paragraphs = pieces.paragraphs[first_word:last_word]
    firsts = pieces.firsts[first_word:last_word] - first_piece
    breaks = firsts[np.flatnonzero(np.diff(paragraphs)) + 1]
    length = last_piece - first_piece
    # A piece moves right by one for [CLS] and by one for each separator before it.
    positions = np.arange(length) + 1 + np.searchsorted(breaks, np.arange(length), side="right")
    size = length + len(breaks) + 2
    ids = np.full(size, SEP_ID, dtype=np.int64)
    types = np.zeros(size, dtype=np.int64)
    ids[0], types[0] = CLS_ID, find_place(first_piece)
    ids[positions] = pieces.ids[first_piece:last_piece]
    types[positions] = pieces.shapes[first_piece:last_piece]
    rows = positions[firsts]
    return Window(first_word, last_word, ids[:limit], types[:limit], np.minimum(rows, limit - 1))


def find_place(first_piece: int) -> int:
    """Where in the article a window stands that begins at this piece."""
    if first_piece == 0:
        return OPENING
    return EARLY if first_piece < EARLY_LIMIT else LATE
