"""Names of persons as they are printed: what the network cuts short or parts in two."""

import re
from collections import Counter, deque

from service.components.given_names import fold_given_name, load_given_names
from service.text.names import LETTERS
from service.text.quote_marks import OPENING_MARKS
from service.text.spans import Coverage, Offsets

find_nicknames = re.compile(r"""\s(?:\'\'|["“‘\'(])[^\W\d_][^"”’\')\n]{0,24}(?:\'\'|["”’\')])\s""").finditer
# The rest of a hyphenated name; "Trump-backed" goes on with a noun.
find_hyphenated = re.compile(r"-(?:[^\W\d_a-z]\w*|[^\W\d_]{1,6}(?=[,.;:’\')]|$))(?:-\w+)*").match
# A word and another, no part of a longer name.
find_pairs = re.compile(r"(?<![\w’'-])([^\W\d_a-z]\w+) ([^\W\d_a-z]\w+)(?![\w-]| [^\W\d_a-z])").finditer
find_next_word = re.compile(r" ([^\W\d_]+)(?![\w’'-])").match


def complete_name(text: str, name: Offsets) -> Offsets:
    """A printed name with the rest of a hyphenated last word, and without a mark or letters of honour at its end.

    >>> complete_name('Simon "Captain" Lee', (0, 7)), complete_name('Simon "Captain" Lee', (0, 15))
    ((0, 5), (0, 15))
    >>> complete_name("Ann Park KC", (0, 11))
    (0, 8)
    >>> complete_name("Ann Park-Lee", (0, 8)), complete_name("the Park-backed plan", (4, 8))
    ((0, 12), (4, 8))
    """
    start, end = name
    trimmed = text[start:end].rstrip()
    if trimmed[-1:] in OPENING_MARKS and trimmed.count(trimmed[-1]) == 1:
        trimmed = trimmed[:-1].rstrip()
    while " " in trimmed and trimmed.rpartition(" ")[2] in LETTERS:
        trimmed = trimmed.rpartition(" ")[0].rstrip(" ,")
    rest = find_hyphenated(text, end)
    if rest is not None:
        return start, rest.end()
    return (start, start + len(trimmed)) if trimmed else name


def add_full_names(text: str, persons: list[Offsets]) -> list[Offsets]:
    """The printed names, in order, and given names with a surname that the text prints elsewhere alone.

    >>> text = "Ted Cruz won. Then Cruz left, and Cruz slept at Ted Cruz House."
    >>> [text[slice(*name)] for name in add_full_names(text, [(19, 23), (34, 38)])]
    ['Ted Cruz', 'Cruz', 'Cruz']
    """
    alone = list_alone(text, persons)
    if not alone:
        return persons
    named = Coverage.of(persons)
    full = [
        (match.start(), match.end(2))
        for match in find_pairs(text)
        if match[2] in alone
        and fold_given_name(match[1]) in load_given_names()
        and not named.find_touched(match.start(), match.end(2))
    ]
    return sorted([*persons, *full]) if full else persons


def list_alone(text: str, persons: list[Offsets]) -> set[str]:
    """The single words that are persons' names in more than one place."""
    counts = Counter(text[start:end] for start, end in persons)
    return {word for word, count in counts.items() if count > 1 and word.isalpha()}


def add_surnames(text: str, persons: list[Offsets]) -> list[Offsets]:
    """The printed names, in order, each single word with the surname behind it that the text prints elsewhere alone.

    >>> text = "Ted Cruz spoke. Then Cruz left, and Cruz slept."
    >>> [text[slice(*name)] for name in add_surnames(text, [(0, 3), (21, 25), (36, 40)])]
    ['Ted Cruz', 'Cruz', 'Cruz']
    """
    words = [text[start:end] for start, end in persons]
    alone = list_alone(text, persons)
    completed: list[Offsets] = []
    for (start, end), word in zip(persons, words, strict=True):
        if completed and start < completed[-1][1]:
            # It is the surname that has been added to the name before.
            continue
        behind = find_next_word(text, end)
        is_surname = behind is not None and behind[1] in alone and behind[1] != word
        completed.append((start, behind.end() if behind is not None and is_surname and word.isalpha() else end))
    return completed


def join_nicknames(text: str, persons: list[Offsets]) -> list[Offsets]:
    """The printed names, in order, each that a nickname in marks parts joined into one.

    >>> join_nicknames('Simon "Captain" Lee left Ann Lee.', [(0, 5), (16, 19), (25, 32)])
    [(0, 19), (25, 32)]
    >>> join_nicknames('Simon "Captain" Lee left.', [(0, 14), (16, 19)])
    [(0, 19)]
    """
    joined: list[Offsets] = []
    waiting = deque(persons)
    for nickname in find_nicknames(text):
        while waiting and waiting[0][1] < nickname.start():
            joined.append(waiting.popleft())
        touched: list[Offsets] = []
        while waiting and waiting[0][0] <= nickname.end():
            touched.append(waiting.popleft())
        if touched and touched[0][0] < nickname.start() and nickname.end() < touched[-1][1]:
            touched = [(touched[0][0], touched[-1][1])]
        # The next nickname may touch the last of them.
        joined.extend(touched[:-1])
        waiting.extendleft(touched[-1:])
    return [*joined, *waiting]
