"""Where an article prints names of the operator's table that the network has not found.

The same letters in the same case, as whole words; the longest name counts, and none inside another. In a line of
capitals case says nothing ("WHO WON?"), so nothing is added there.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from spacy.tokens import Doc

from service.components.encoder.pieces import Ints
from service.components.encoder.scores import Floats, read_word_scores, softmax
from service.components.organisations.aliases import Mention
from service.components.organisations.mentions import is_name, is_place_or_platform, sum_type
from service.components.organisations.table import OrganisationTable
from service.text.spans import Coverage, Offsets

# With the 3,261 names of training/corpora/organisation_kinds.tsv as the table, and the model ignorant of that list, 13
# of the 14 mentions that the rules below add to the development half of gold are right.
ADDED_CONFIDENCE = 0.9
# The least chance that the network gives to a name of one word. Of those that it takes for a person, a place or nothing
# 24 of 36 are right with this bound, 18 of 28 with 0.08 and 29 of 59 without ("Total 32", "Vice President"), counted on
# the development sets of worldwide, conll2003 and finer_ord and the development half of gold.
WORD_SUPPORT = 0.03
# Taken for anything else a word is left to the network: 5 of 20 are right with the same bound ("six RBI").
OPEN_TYPES = frozenset(("FAC", "LOC", "PERSON"))
# What makes one name of a word and a capital or digit beside it: "T-Mobile", "AT&T", "O’Neill".
is_glued_before = re.compile(r"(?:[^\W_a-z]\w*[-&'’.\u2010\u2011]|[@#_])$").search
is_glued_behind = re.compile(r"[-&'’.\u2010\u2011][^\W_a-z]|[@_]\w").match
BLANK_LINE = re.compile(r"\n\s*\n")


@dataclass(frozen=True, slots=True)
class Reading:
    """What the network makes of an article. entities: those that are no organisations. persons: words of full names.

    starts: (n_words,) offsets of the words. support: (n_words,) the chance that each belongs to an organisation's name.
    """

    mentions: Coverage
    entities: Coverage
    types: dict[Offsets, str]
    persons: frozenset[str]
    starts: Ints
    support: Floats


def add_table_names(
    doc: Doc, text: str, mentions: Sequence[Mention], table: OrganisationTable, *, closed: Sequence[Offsets]
) -> list[Mention]:
    """The mentions, and those of names of the table that they lack; closed: where no organisation is named.

    A longer name of the table takes the place of the mentions that are parts of it.
    """
    reading = read_surroundings(doc, mentions)
    barred = Coverage.of([*closed, *find_capital_lines(text)])
    added = [
        Mention(text[start:end], start, end, ADDED_CONFIDENCE)
        for start, end in table.names.find_all(text)
        if not barred.find_touched(start, end)
        and table.find_row(text[start:end]) is not None
        and is_open(text, start, end, reading)
    ]
    covered = Coverage.of((mention.start, mention.end) for mention in added)
    return [*added, *(mention for mention in mentions if not covered.find_touched(mention.start, mention.end))]


def read_surroundings(doc: Doc, mentions: Sequence[Mention]) -> Reading:
    """What the network makes of doc; mentions: the organisations found on it."""
    words = read_word_scores(doc)
    types = {(ent.start_char, ent.end_char): ent.label_ for ent in doc.ents if ent.label_ != "ORG"}
    full_names = [ent.text.split() for ent in doc.ents if ent.label_ == "PERSON"]
    return Reading(
        mentions=Coverage.of((mention.start, mention.end) for mention in mentions),
        entities=Coverage.of(types),
        types=types,
        persons=frozenset(word for name in full_names if len(name) > 1 for word in name),
        starts=words.pieces.starts,
        support=sum_type(softmax(words.read_head("entities")), "ORG"),
    )


def find_capital_lines(text: str) -> Iterator[Offsets]:
    """The lines whose letters are all capitals.

    >>> list(find_capital_lines("WHO WON?\\nThe WHO did.\\n"))
    [(0, 9)]
    """
    start = 0
    for line in text.splitlines(keepends=True):
        if line.isupper():
            yield start, start + len(line)
        start += len(line)


def is_open(text: str, start: int, end: int, reading: Reading) -> bool:
    """Whether a name of the table that is printed from start to end may be a mention."""
    printed = text[start:end]
    if not is_free(reading.mentions, start, end) or not is_name(printed, 1.0) or BLANK_LINE.search(printed):
        return False
    if is_place_or_platform(text, printed, start, end):
        return False
    own = reading.types.get((start, end))
    if own is None and not is_free(reading.entities, start, end):
        return False
    return len(printed.split()) > 1 or is_open_word(text, start, end, reading, own)


def is_open_word(text: str, start: int, end: int, reading: Reading, own: str | None) -> bool:
    """Whether a single word may be a mention; own: the type of the entity that it is, if it is one."""
    # After "Gerald Ford" is named, "Ford" is he.
    if own not in (None, *OPEN_TYPES) or text[start:end] in reading.persons:
        return False
    if is_glued_before(text, max(0, start - 20), start) or is_glued_behind(text, end):
        return False
    first, last = np.searchsorted(reading.starts, (start, end))
    return bool(reading.support[first:last].min(initial=1.0) >= WORD_SUPPORT)


def is_free(covered: Coverage, start: int, end: int) -> bool:
    """Whether all that is covered between start and end is parts of what stands there.

    >>> covered = Coverage.of([(4, 8)])
    >>> [is_free(covered, *place) for place in ((0, 4), (4, 12), (4, 8), (4, 7), (6, 12))]
    [True, True, False, False, False]
    """
    touched = covered.find_touched(start, end)
    return all(start <= first and last <= end for first, last in touched) and touched != [(start, end)]
