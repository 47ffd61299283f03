"""Speech that lines mark: turns of a transcript, dashes, lists behind a colon, and quotations signed with a name."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from service.components.encoder.bio import WordSpan
from service.components.encoder.pieces import Pieces
from service.components.sources.quotations import Content
from service.components.sources.reported_speech import Quotation, find_offsets, find_quotation_start
from service.text.spans import Coverage, Offsets

# Right by its form, as far as the speaker is found.
CONFIDENCE = 0.8
# "TAUFA: I saw it", "Ruth Odhiambo: The roof is falling in."
find_turns = re.compile(
    r"""
    ^(?P<who>[A-Z][\w.’'-]+(?:\s(?:[a-z]{2,3}\s)?[A-Z][\w.’'-]+){0,3}):\s
    (?P<said>[A-Z0-9].{8,}[.?!…])$
    """,
    re.VERBOSE | re.MULTILINE,
).finditer
# A dash that opens speech in place of a mark.
match_dash = re.compile(r"[—–]\s?").match
# “Nobody needs another one.” — Ann Lee, Lincoln Park
find_signed = re.compile(
    r"""
    ^[“"«](?P<said>[^“”"«»\n]{8,})[”"»]\s?(?:[—–]|-{1,2}\s)\s?(?P<who>[A-Z][^\n“”"]{2,80}?)[.\s]*$
    """,
    re.VERBOSE | re.MULTILINE,
).finditer
find_items = re.compile(r":\s*\n(?P<items>(?:\s*(?:[-•*–]|\d{1,2}[.)])\s[^\n]+(?:\n|$))+)").finditer
find_item = re.compile(r"(?:[-•*–]|\d{1,2}[.)])\s+(?P<item>[^\n]*[^\s\n.;,])").finditer
# The words of an attribution end so close before the colon.
COLON_REACH = 30


def add_turns(text: str, spans: Sequence[WordSpan], pieces: Pieces, quotations: list[Quotation]) -> list[Quotation]:
    """The quotations with what lines mark as speech, in order; what the network reads in the same lines gives way.

    spans: what the network reads as sources, cues and contents.
    """
    marked = [*read_turns(text), *read_signed(text), *read_lists(text, spans, pieces)]
    lines = Coverage.of(part for quotation in marked for part in quotation.content.parts)
    kept = [
        open_with_dash(text, quotation)
        for quotation in quotations
        if not any(lines.find_touched(*part) for part in quotation.content.parts)
    ]
    return sorted([*kept, *marked], key=find_quotation_start)


def read_turns(text: str) -> list[Quotation]:
    """The turns of a transcript: lines in a row in which at least two take turns, for captions and credits stand alone.
    Somebody in capitals, or of two names, is among them.
    """
    rows: list[list[re.Match[str]]] = []
    for turn in find_turns(text):
        if rows and not text[rows[-1][-1].end() : turn.start()].strip():
            rows[-1].append(turn)
        else:
            rows.append([turn])
    return [
        Quotation(Content("direct", (turn.span("said"),)), None, turn.span("who"), CONFIDENCE)
        for row in rows
        if is_dialogue([turn["who"] for turn in row])
        for turn in row
    ]


def read_signed(text: str) -> list[Quotation]:
    """The lines that are a quotation in marks, a dash and whose it is.

    >>> [quotation.source for quotation in read_signed("“Nobody needs another one.” — Ann Lee, Lincoln Park")]
    [(30, 51)]
    """
    return [
        Quotation(Content("direct", (line.span("said"),)), None, line.span("who"), CONFIDENCE)
        for line in find_signed(text)
    ]


def is_dialogue(speakers: list[str]) -> bool:
    """Whether those who begin the lines of a row take turns.

    >>> is_dialogue(["LEE", "FOX"]), is_dialogue(["SOURCE"]), is_dialogue(["Scorers", "Referee"])
    (True, False, False)
    """
    return len(set(speakers)) > 1 and any(speaker.isupper() or " " in speaker for speaker in speakers)


def read_lists(text: str, spans: Sequence[WordSpan], pieces: Pieces) -> list[Quotation]:
    """The items of lists that a cue introduces: "She said:" and a line for each."""
    found: list[Quotation] = []
    starts = [int(pieces.starts[span.first]) for span in spans]
    for block in find_items(text):
        line = text.rfind("\n", 0, block.start()) + 1
        near = [
            (span.type, find_offsets(span, pieces))
            for span in spans[bisect_left(starts, line) : bisect_left(starts, block.start())]
        ]
        cues = [place for kind, place in near if kind == "CUE" and block.start() - place[1] <= COLON_REACH]
        sources = [place for kind, place in near if kind == "SOURCE"]
        if cues and sources:
            found += [
                Quotation(Content("indirect", (item.span("item"),)), cues[-1], sources[-1], CONFIDENCE)
                for item in find_item(text, *block.span("items"))
            ]
    return found


def open_with_dash(text: str, quotation: Quotation) -> Quotation:
    """The quotation, direct and from its first word, where a dash opens its line in place of a mark.

    >>> text = "— We will not go, said Ana Lopes"
    >>> found = open_with_dash(text, Quotation(Content("indirect", ((5, 16),)), (18, 22), (23, 32), 0.7))
    >>> found.content.kind, text[slice(*found.content.parts[0])]
    ('direct', 'We will not go')
    """
    (start, end), *rest = quotation.content.parts
    line = text.rfind("\n", 0, start) + 1
    dash = match_dash(text, line)
    # At most a word stands before what the network reads as the content.
    if dash is None or quotation.content.kind != "indirect" or len(text[dash.end() : start].split()) > 1:
        return quotation
    parts: tuple[Offsets, ...] = ((dash.end(), end), *rest)
    return replace(quotation, content=Content("direct", parts))
