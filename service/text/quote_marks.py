"""Pairs of quotation marks, in every style that newsrooms use."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

find_marks = re.compile(
    r"""
      ''|``          # two apostrophes or backticks, as some agencies' systems write a double mark
    | ["“”„«»]       # double marks
    | ['‘’]          # single marks, which may be apostrophes
    """,
    re.VERBOSE,
).finditer
CLOSERS = {"“": "”", "„": "“”", "«": "»", '"': '"”', "''": "''", "``": "''", "‘": "’", "'": "'"}
replace_straight = re.compile(
    r"""
      (?P<opening> (?<![^\s(\[‘“–—-]) (?: ''|``|" ) (?=\S) | [«„] )
    | (?: ''|``|["»] )
    """,
    re.VERBOSE,
).sub
OPENING_MARKS = frozenset("“„«\"‘'`")
SINGLE_MARKS = frozenset("'‘’")
# Marks that wait for their partners at once; nobody nests deeper.
DEEPEST = 5
# Double marks of two characters.
DOUBLED_MARKS = frozenset(("''", "``"))
# Double marks that look the same on both sides, or nearly so.
PAIRED_ALIKE = DOUBLED_MARKS | {'"'}


@dataclass(frozen=True, slots=True)
class QuotePair:
    """What stands between two marks, the marks excluded.

    outer_start, outer_end: the same with the marks. is_closed: False where the paragraph ends before a closing mark.
    depth: 0 for an outermost pair, 1 for a pair inside it.
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    is_closed: bool
    depth: int


@dataclass(frozen=True, slots=True)
class OpenMark:
    """A mark that waits for its partner."""

    mark: str
    start: int
    end: int


def pair_quote_marks(text: str) -> tuple[QuotePair, ...]:
    """The pairs of quotation marks that hold something, by their start; an open double mark ends with its paragraph.

    >>> text = "“No,” said Lee. “It’s the ‘last’ one.”"
    >>> [text[pair.start : pair.end] for pair in pair_quote_marks(text)]
    ['No,', 'It’s the ‘last’ one.', 'last']
    >>> [(pair.start, pair.end, pair.is_closed) for pair in pair_quote_marks('"We go on.\\nShe left.')]
    [(1, 10, False)]
    >>> pair_quote_marks("the players' vote in the '90s; a 6'2\\" guard")
    ()
    """
    pairs: list[QuotePair] = []
    start = 0
    for line in text.split("\n"):
        pairs.extend(pair_paragraph(text, start, start + len(line)))
        start += len(line) + 1
    return tuple(sorted((pair for pair in pairs if text[pair.start : pair.end].strip()), key=find_order))


def curl_marks(text: str) -> str:
    """The text with every double mark as a curly one, as long as before: the one style that the network need know.

    Which side a straight mark is of shows in what stands beside it.

    >>> curl_marks("''No,'' he said. «Stop.»")
    '“ No,”  he said. “Stop.”'
    """
    return replace_straight(curl_mark, text)


def curl_mark(match: re.Match[str]) -> str:
    """A curly mark for a straight one, and a blank for its second half."""
    return ("“" if match["opening"] else "”").ljust(len(match.group()))


def find_order(pair: QuotePair) -> tuple[int, int]:
    """The order of pairs: by start, the longer first."""
    return pair.start, -pair.end


def pair_paragraph(text: str, start: int, end: int) -> Iterator[QuotePair]:
    """The pairs within one paragraph of text, innermost first."""
    waiting: list[OpenMark] = []
    for match in find_marks(text, start, end):
        mark = match.group()
        opener = find_opener(waiting, mark)
        if opener is not None and can_close(text, match.start(), match.end(), mark):
            # What was opened inside and never closed is no pair.
            del waiting[opener + 1 :]
            opened = waiting.pop()
            depth = len(waiting)
            yield QuotePair(opened.end, match.start(), opened.start, match.end(), True, depth)
        elif can_open(text, match.start(), match.end(), mark):
            if opener is not None and mark not in SINGLE_MARKS:
                # The same mark opens again before it was closed: the first one was a stray.
                del waiting[opener:]
            waiting.append(OpenMark(mark, match.start(), match.end()))
            # The outermost mark decides how a paragraph reads; of those inside it, the last ones do.
            del waiting[1 : len(waiting) - DEEPEST + 1]
    # AP closes a quotation of several paragraphs only in the last one, so an open mark is not an error.
    for opened in waiting:
        if opened.mark not in SINGLE_MARKS:
            yield QuotePair(opened.end, end, opened.start, end, False, 0)
            return


def find_opener(waiting: list[OpenMark], mark: str) -> int | None:
    """The last waiting mark that this one can close, or None."""
    for index in range(len(waiting) - 1, -1, -1):
        if mark in CLOSERS[waiting[index].mark]:
            return index
    return None


def can_close(text: str, start: int, end: int, mark: str) -> bool:
    """Whether the mark at start to end may end a quotation.

    >>> can_close("don’t", 3, 4, "’"), can_close("no’ he", 2, 3, "’"), can_close('a "b', 2, 3, '"')
    (False, True, False)
    """
    follows_blank = start == 0 or text[start - 1].isspace()
    precedes_word = end < len(text) and text[end].isalnum()
    if mark in SINGLE_MARKS:
        return not follows_blank and not precedes_word
    return mark in "”»" or not (follows_blank and precedes_word)


def can_open(text: str, start: int, end: int, mark: str) -> bool:
    """Whether the mark at start to end may begin a quotation.

    >>> can_open("“Go", 0, 1, "“"), can_open("the '90s", 4, 5, "'"), can_open('6" tall', 1, 2, '"')
    (True, False, False)
    """
    if mark in "”’" or mark not in CLOSERS:
        return False
    follows_word = start > 0 and text[start - 1].isalnum()
    if mark in SINGLE_MARKS:
        return not follows_word and end < len(text) and text[end].isalpha()
    if mark in PAIRED_ALIKE:
        return not follows_word and end < len(text) and not text[end].isspace()
    return True
