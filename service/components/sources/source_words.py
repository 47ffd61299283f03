"""The words that name a source, from first to last, where those that were read break off or go on too far."""

import re

from service.components.sources.cast import Cast, Name
from service.components.sources.organisation_nouns import KINDS_OF_NOUNS
from service.components.sources.patterns import AFFILIATION_WORDS, ARTICLES, DOCUMENT_NOUNS
from service.components.sources.role_words import is_role_noun
from service.text.names import HONORIFICS, find_words
from service.text.spans import Offsets, find_overlapping

# So many words may stand between an article and its noun, the noun counted.
MOST_WORDS = 4
# "A report", "the last two studies", before "that".
find_phrase = re.compile(r"\b(?:an?|one|the|two)(?:\s[a-z][\w’'-]*){1,4}(?=,?\s$)", re.IGNORECASE).search
match_word = re.compile(r" ([\w’'-]+)").match
# A name is awaited behind these.
NAME_OPENERS = AFFILIATION_WORDS | HONORIFICS
# A bracket that opens further before is not looked for, nor are the words that "that" refers to.
BRACKET_REACH = 40
PHRASE_REACH = 60
REFLEXIVES = (" herself", " himself", " itself", " themselves")


def complete_source(text: str, source: Offsets, cast: Cast) -> Offsets:
    """The source's words up to the end of the name that they break off before or within: "an official of [UBS]".

    So do titles of address, "Ms [Duffy]", and nouns for whoever is named: "the newspaper [Echo]". For "that" it is what
    "that" refers to.
    """
    if text[slice(*source)].casefold() == "that":
        source = find_relative_phrase(text, source[0]) or source
    words = find_words(text[source[0] : source[1]])
    if len(words) == 1 and words[0].casefold() in ARTICLES:
        source = source[0], find_noun_end(text, source[1])
    last = words[-1].casefold() if words else ""
    for names, is_told in ((cast.organisations, last in KINDS_OF_NOUNS), (cast.persons, is_role_noun(last))):
        for name in find_overlapping(names, source[1] - 1, source[1] + len(" the ") + 1):
            between = text[source[1] : name.start].strip().casefold() if name.start >= source[1] else None
            is_awaited = (last in NAME_OPENERS and between in ("", "the")) or (is_told and between == "")
            if is_awaited or name.start < source[1] < name.end:
                return source[0], name.end
    return source


def find_noun_end(text: str, end: int) -> int:
    """Where the noun for somebody ends that follows an article which ends at end; end itself where none does.

    >>> text = "the minister, Rui Costa"
    >>> text[: find_noun_end(text, 3)]
    'the minister'
    """
    at = end
    for _ in range(MOST_WORDS):
        word = match_word(text, at)
        if word is None:
            break
        at = word.end()
        noun = word[1].casefold()
        if is_role_noun(noun) or noun in KINDS_OF_NOUNS or noun in DOCUMENT_NOUNS:
            return at
    return end


def find_name_before_bracket(text: str, source: Offsets, cast: Cast) -> Name | None:
    """The organisation before the bracket in which a source begins: "Lumenix Inc. (NASDAQ: LMNX), a maker of …"."""
    opening = text.rfind("(", max(0, source[0] - BRACKET_REACH), source[0])
    if opening < 0 or ")" in text[opening : source[0]] or ")" not in text[source[0] : source[1]]:
        return None
    names = find_overlapping(cast.organisations, max(0, opening - 2), opening)
    return names[-1] if names and not text[names[-1].end : opening].strip() else None


def trim_mention(text: str, source: Offsets) -> Offsets:
    """The noun phrase at the head of the source's words: up to a comma, a bracket or a relative clause.

    >>> text = "a senior official, who asked not to be named"
    >>> text[slice(*trim_mention(text, (0, 44)))]
    'a senior official'
    >>> trim_mention("the president himself", (0, 21))
    (0, 13)
    """
    start, end = source
    for mark in (",", "(", " who ", " which ", " —", " –", "\n"):
        at = text.find(mark, start + 1, end)
        if at > start:
            end = at
    if text[start:end].endswith(REFLEXIVES):
        end = text.rindex(" ", start, end)
    while start < end and not text[end - 1].isalnum() and text[end - 1] not in '.”"’)':
        end -= 1
    return start, end


def find_relative_phrase(text: str, start: int) -> Offsets | None:
    """The words without a name that a "that" at start refers to; None where none stand before it.

    >>> text = "disputed a new report that said"
    >>> text[slice(*find_relative_phrase(text, text.index("that")))]
    'a new report'
    """
    found = find_phrase(text, max(0, start - PHRASE_REACH), start)
    return None if found is None else found.span()
