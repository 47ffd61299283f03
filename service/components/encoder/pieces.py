"""Word pieces of a text: the network's input ids, each tied to its word and to its characters."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray
from tokenizers import Tokenizer

from service.text.quote_marks import DOUBLED_MARKS, curl_marks

Ints = NDArray[np.int64]

# The vocabulary is uncased; the case comes back as one of these classes, in place of BERT's segment ids.
LOWER, TITLE, UPPER, MIXED, DIGIT, INITIAL = range(6)
# The first piece of a window says where in the article the window stands.
OPENING, EARLY, LATE, UNPLACED = range(6, 10)
TYPE_COUNT = 10
# In pieces from the start of the article: a window that starts before it is "early".
EARLY_LIMIT = 512


@dataclass(frozen=True, slots=True)
class Pieces:
    """A text cut into words and word pieces.

    ids: (n_pieces,) vocabulary ids. shapes: (n_pieces,) case class of the piece's word.
    firsts: (n_words,) index of each word's first piece. starts, ends: (n_words,) code point offsets of each word.
    paragraphs: (n_words,) number of the word's paragraph, counted from 0 over lines that hold words.
    spoken: (n_words,) whether the word holds a letter or a digit.
    """

    ids: Ints
    shapes: Ints
    firsts: Ints
    starts: Ints
    ends: Ints
    paragraphs: Ints
    spoken: NDArray[np.bool_]

    def find_words(self, offsets: ArrayLike) -> Ints:
        """For each code point the number of the first word whose middle does not lie before it.

        Of the start and the end of a span these are the first of its words and the first behind it.
        """
        return np.searchsorted(self.starts + self.ends, 2 * np.asarray(offsets), side="left")


def find_shape(word: str) -> int:
    """The case class of a word.

    >>> [find_shape(word) for word in ("the", "Reuters", "NATO", "iPhone", "G7", "A", "”")]
    [0, 1, 2, 3, 4, 5, 0]
    """
    if word.islower():
        return LOWER
    if not word.isalpha():
        return DIGIT if any(letter.isdigit() for letter in word) else LOWER
    if word.isupper():
        return UPPER if len(word) > 1 else INITIAL
    if word.istitle():
        return TITLE
    # Scripts without case are neither upper nor lower.
    return MIXED if word.upper() != word.lower() else LOWER


def cut_pieces(text: str, tokenizer: Tokenizer) -> Pieces:
    """The words and word pieces of text; all arrays are empty where it holds nothing but blanks."""
    encoding = tokenizer.encode(curl_marks(text), add_special_tokens=False)
    word_ids = np.array(encoding.word_ids, dtype=np.int64)
    offsets = np.array(encoding.offsets, dtype=np.int64).reshape(-1, 2)
    firsts = np.flatnonzero(np.diff(word_ids, prepend=-1))
    starts = offsets[firsts, 0]
    # A word ends where its last piece ends: the piece before the next word's first.
    ends = offsets[np.append(firsts[1:], len(word_ids)) - 1, 1] if len(firsts) else starts
    # A mark of two characters is one word.
    ends = ends + [text[start : start + 2] in DOUBLED_MARKS for start in starts.tolist()]
    words = [text[start:end] for start, end in zip(starts.tolist(), ends.tolist(), strict=True)]
    newlines = np.array([at for at, letter in enumerate(text) if letter == "\n"], dtype=np.int64)
    lines = np.searchsorted(newlines, starts)
    counts = np.diff(np.append(firsts, len(word_ids)))
    return Pieces(
        ids=np.array(encoding.ids, dtype=np.int64),
        shapes=np.repeat(np.array([find_shape(word) for word in words], dtype=np.int64), counts),
        firsts=firsts,
        starts=starts,
        ends=ends,
        paragraphs=np.unique(lines, return_inverse=True)[1].reshape(-1),
        spoken=np.array([any(map(str.isalnum, word)) for word in words], dtype=np.bool_),
    )
