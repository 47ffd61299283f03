"""The five patterns of direct quotations that the Guardian and AFP began with, written anew from their description.

The patterns know curly marks only, and so read a copy of the text with curly marks in place of every other style.
"""

import re
from collections.abc import Iterator

from evaluation.peers.reporting_verbs import INFLECTED_FORMS
from evaluation.scores.quoted_sources import Offsets, ScoredQuote
from service.text.quote_marks import SINGLE_MARKS, pair_quote_marks

VERB = rf"(?:{'|'.join(sorted(INFLECTED_FORMS))})\b"
# A quotation that a comma, a question or an exclamation ends, as one that its speaker follows.
OPEN_QUOTE = r"“(?P<quote>[^“”\n]+[,?!])”\s*"
SPEAKER = r"(?P<speaker>[^\s.!?“”][^.!?“”]*?)"
# From the start of its sentence.
SPEAKER_FIRST = r"(?<![^.!?“”\n])[ ]*(?P<speaker>[^\s.!?“”][^.!?“”\n]*?)"
SECOND_QUOTE = r"[.,]\s{0,2}(?:“(?P<second>[^“”]+)”)?"
PATTERNS = (
    # someone_said: “It is late,” the mayor said on Friday. “We go.”
    re.compile(rf"{OPEN_QUOTE}{SPEAKER}\s{VERB}[^.!?“”]*?{SECOND_QUOTE}"),
    # said_someone: “It is late,” said the mayor. “We go.”
    re.compile(rf"{OPEN_QUOTE}{VERB}\s{SPEAKER}{SECOND_QUOTE}"),
    # someone_told_someone: “It is late,” the mayor told reporters. “We go.”
    re.compile(rf"{OPEN_QUOTE}{SPEAKER}\s{VERB}\s[^.!?“”]+?{SECOND_QUOTE}"),
    # adding_colon: The mayor said it was “late” for all, adding: “We go.”
    # It stands before the next pattern, which would take "adding" for its verb.
    re.compile(
        rf"{SPEAKER_FIRST}\s{VERB}[^.!?“”\n]*“[^“”\n]+”[^.!?“”\n]*?"
        r"\sadding(?:\s\w+){0,5}:\s*“(?P<quote>[^“”]+)”"
    ),
    # someone_said_colon: The mayor said on Friday: “It is late.”
    re.compile(rf"{SPEAKER_FIRST}\s{VERB}(?:\s\w+){{0,5}}:\s*“(?P<quote>[^“”]+)”"),
)


def find_quotes(text: str) -> list[ScoredQuote]:
    """The quotations that a pattern describes, each once, by the first pattern that has it.

    >>> text = '"It is late," said the mayor. "We go."'
    >>> (quote,) = find_quotes(text)
    >>> [text[start:end] for start, end in (*quote.parts, *quote.speakers)]
    ['It is late,', 'We go.', 'the mayor']
    """
    levelled = level_marks(text)
    taken: set[Offsets] = set()
    quotes: list[ScoredQuote] = []
    for pattern in PATTERNS:
        for match in pattern.finditer(levelled):
            parts = tuple(list_parts(match))
            if taken.isdisjoint(parts):
                taken.update(parts)
                quotes.append(ScoredQuote(parts, (match.span("speaker"),), "direct"))
    return quotes


def list_parts(match: re.Match[str]) -> Iterator[Offsets]:
    """Where a match's quotation stands, and its second part where it goes on after the speaker."""
    yield match.span("quote")
    if match.groupdict().get("second"):
        yield match.span("second")


def level_marks(text: str) -> str:
    """A text of the same length with “ and ” in place of outermost double marks; marks without partner are blanks.

    A mark of two characters takes the place with one and a blank.

    >>> level_marks("''Go,'' he said. \\"Now.\\" It’s “off")
    '“ Go,”  he said. “Now.” It’s  off'
    """
    characters = list(re.sub("[“”„«»\"]|''|``", blank_out, text))
    for pair in pair_quote_marks(text):
        if pair.depth == 0 and pair.is_closed and text[pair.outer_start : pair.start] not in SINGLE_MARKS:
            characters[pair.outer_start] = "“"
            characters[pair.end] = "”"
    return "".join(characters)


def blank_out(match: re.Match[str]) -> str:
    """As many blanks as the match is long."""
    return " " * len(match.group())
