"""Quotations: reported words snapped to their quotation marks, and marks that the network missed."""

import re
from dataclasses import dataclass
from itertools import pairwise

from service.components.sources.patterns import (
    ANAPHORIC_WORDS,
    DECLINING_VERBS,
    LEADING_WORDS,
    NAMING_VERBS,
    NEGATIONS,
    NEGATIVE_ENDINGS,
    REACTION_VERBS,
    REQUESTING_VERBS,
    SPEAKING_VERBS,
    TRAILING_MARKS,
)
from service.extraction import QuoteKind
from service.text.names import find_words
from service.text.quote_marks import QuotePair
from service.text.spans import Coverage, Offsets, find_overlapping, find_start

# A content is direct when at least this share of its letters stands between marks.
DIRECT_SHARE = 0.85
# A pair belongs to a direct content when at least this share of the pair's letters is in the content.
PAIR_SHARE = 0.5
# Fewer quoted words, all written as a name is, are a title or a nickname and quote nobody. That fewer in any case are
# called a fragment takes the kinds that are right from 94.0 to 97.2 % on the development half of gold.
MIXED_WORDS = 3
# A word in marks behind this is nobody's.
DISTANCING_WORD = "so-called"
# Reported speech of fewer words is a slip of the network.
REPORTED_WORDS = 2
# A pair of fewer words that nobody is heard to say is no floating quotation.
FLOATING_WORDS = 5


match_signature = re.compile(
    r"""
    (?:[”"»’']|'')?\s{0,2}(?:—|–|--|-)\s?                     # the closing mark, and a dash
    (?P<name>[A-Z][\w.’'-]*(?:\ (?:[A-Z][\w.’'-]*|al|bin|da|de|del|der|di|dos|du|el|la|van|von)){1,4})
    (?=\s*(?:[,(\n]|$))
    """,
    re.VERBOSE,
).match


@dataclass(frozen=True, slots=True)
class Content:
    """The words of one utterance. parts: code points, in order, disjoint."""

    kind: QuoteKind
    parts: tuple[Offsets, ...]


def count_letters(text: str, start: int, end: int) -> int:
    """How many letters and digits stand in text from start to end."""
    return sum(letter.isalnum() for letter in text[start:end])


def shape_content(text: str, ranges: list[Offsets], pairs: list[QuotePair], cue: Offsets | None) -> Content | None:
    """The content that decoded ranges mean: between marks if direct, else trimmed; None where nothing is left.

    pairs: the outermost pairs of text, in order.
    """
    touched = [pair for start, end in ranges for pair in find_overlapping(pairs, start, end)]
    touched = sorted(set(touched), key=find_start)
    naming = cue is not None and is_naming(text, cue)
    letters = sum(count_letters(text, start, end) for start, end in ranges)
    quoted = sum(
        count_letters(text, max(start, pair.start), min(end, pair.end)) for pair in touched for start, end in ranges
    )
    if not letters:
        return None
    if quoted < DIRECT_SHARE * letters:
        return shape_reported(text, ranges, touched, naming=naming)
    held = [pair for pair in touched if is_mostly_inside(text, pair, ranges) or is_opened(pair, ranges)]
    if not held:
        return shape_reported(text, ranges, touched, naming=naming)
    if len(held) == 1 and is_fragment(text, (held[0].start, held[0].end)):
        return Content("mixed", ((held[0].outer_start, held[0].outer_end),))
    return Content("direct", tuple((pair.start, pair.end) for pair in held))


def is_mostly_inside(text: str, pair: QuotePair, ranges: list[Offsets]) -> bool:
    """Whether most of what a pair holds lies in the ranges."""
    shared = sum(count_letters(text, max(start, pair.start), min(end, pair.end)) for start, end in ranges)
    return shared >= PAIR_SHARE * max(1, count_letters(text, pair.start, pair.end))


def is_opened(pair: QuotePair, ranges: list[Offsets]) -> bool:
    """Whether a range begins with the pair: then whoever says its first words says all of them."""
    return any(pair.outer_start <= start <= pair.start for start, _ in ranges)


def is_fragment(text: str, part: Offsets) -> bool:
    """Whether quoted words are a bare phrase rather than an utterance: few, and without a closing stop.

    >>> is_fragment("nonsense", (0, 8)), is_fragment("No.", (0, 3))
    (True, False)
    """
    words = text[part[0] : part[1]]
    return len(words.split()) <= MIXED_WORDS and not words.rstrip().endswith((".", ",", "!", "?", "…"))


def shape_reported(text: str, ranges: list[Offsets], touched: list[QuotePair], *, naming: bool) -> Content | None:
    """Indirect content, or mixed where it quotes a fragment; naming: whether its cue gives a thing its name."""
    trimmed = [trim_reported(text, start, end) for start, end in ranges]
    parts = tuple((start, end) for start, end in trimmed if start < end)
    if sum(len(text[start:end].split()) for start, end in parts) < REPORTED_WORDS:
        return None
    if len(parts) == 1 and is_anaphor(text[slice(*parts[0])]):
        return None
    kind: QuoteKind = "indirect"
    if any(naming or is_speech(text, pair) for pair in touched):
        kind = "mixed"
    return Content(kind, parts)


def is_anaphor(content: str) -> bool:
    """Whether a content only points to something told of before: "the charge" that is denied reports no words.

    >>> is_anaphor("the charge"), is_anaphor("a conflict"), is_anaphor("the charge was false")
    (True, False, False)
    """
    words = content.casefold().split()
    return len(words) == 2 and words[0] in ANAPHORIC_WORDS


def is_speech(text: str, pair: QuotePair) -> bool:
    """Whether a pair inside reported speech quotes it, rather than a title, a nickname or a word used with distance."""
    words = text[pair.start : pair.end].split()
    before = text[max(0, pair.outer_start - len(DISTANCING_WORD) - 2) : pair.outer_start]
    if before.rstrip().endswith(DISTANCING_WORD):
        return False
    return len(words) >= MIXED_WORDS or words[-1][0].islower()


def trim_reported(text: str, start: int, end: int) -> Offsets:
    """The range without blanks, a leading "that", and closing commas and stops.

    >>> trim_reported("He said that prices rose.", 8, 25)
    (13, 24)
    """
    trimming = True
    while trimming and start < end:
        trimming = False
        if text[start].isspace() or text[start] in ",:;":
            start += 1
            trimming = True
        for word in LEADING_WORDS:
            if text[start : start + len(word) + 1].lower() == word + " ":
                start += len(word) + 1
                trimming = True
    while start < end and (text[end - 1].isspace() or text[end - 1] in TRAILING_MARKS):
        end -= 1
    return start, end


def is_naming(text: str, cue: Offsets) -> bool:
    """Whether the cue gives a thing a name.

    >>> is_naming("called it", (0, 6)), is_naming("called for it", (0, 10))
    (True, False)
    """
    words = [word.casefold() for word in find_words(text[cue[0] : cue[1]])]
    return bool(words) and words[-1] in NAMING_VERBS


def is_declined(text: str, cue: Offsets, content: Offsets) -> bool:
    """Whether the cue tells of no words: "declined to comment", "did not say", "asked not to be named", "welcomed".

    >>> is_declined("He did not say when", (3, 14), (15, 19)), is_declined("He didn’t deny it", (3, 14), (15, 17))
    (True, False)
    >>> is_declined("He asked not to be named", (3, 8), (9, 24)), is_declined("He asked for calm", (3, 8), (9, 17))
    (True, False)
    """
    verbs = {word.casefold() for word in find_words(text[cue[0] : cue[1]])}
    is_denied = bool(verbs & NEGATIONS) or any(verb.endswith(NEGATIVE_ENDINGS) for verb in verbs)
    if verbs & (DECLINING_VERBS | REACTION_VERBS) or (is_denied and verbs & SPEAKING_VERBS):
        return True
    return bool(verbs & REQUESTING_VERBS) and text[content[0] : content[1]].casefold().startswith("not to be")


def find_continuing(text: str, pairs: list[QuotePair]) -> list[QuotePair]:
    """The pairs that reopen a quotation which the paragraph before left open."""
    return [
        pair
        for before, pair in pairwise(pairs)
        if not before.is_closed and not text[before.outer_end : pair.outer_start].strip()
    ]


def find_floating(text: str, pairs: list[QuotePair], taken: list[Offsets]) -> list[QuotePair]:
    """Pairs that overlap no content and read as utterances: long enough, begun in upper case, closed by a stop.

    What reopens a quotation is one in any case. taken: the ranges of all contents.
    """
    covered = Coverage.of(taken)
    continuing = frozenset(find_continuing(text, pairs))
    return [
        pair
        for pair in pairs
        if (pair in continuing or is_utterance(text, pair)) and not covered.find_touched(pair.start, pair.end)
    ]


def find_signature(text: str, end: int) -> Offsets | None:
    """The name that a dash sets behind a quotation that ends at end; None where there is none.

    >>> text = "“We will not go.” — Ana de la Cruz, nurse"
    >>> text[slice(*find_signature(text, 16))]
    'Ana de la Cruz'
    >>> find_signature("“We will not go.” — The company left", 16) is None
    True
    """
    match = match_signature(text, end)
    return None if match is None else match.span("name")


def is_utterance(text: str, pair: QuotePair) -> bool:
    """Whether what a pair holds has the length and the look of something said."""
    words = text[pair.start : pair.end].strip()
    if len(words.split()) < FLOATING_WORDS or not words[:1].isupper():
        return False
    return not pair.is_closed or words.endswith((".", ",", "!", "?", "…", "—", "–"))
