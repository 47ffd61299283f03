"""Titles: the role that stands directly before a name, "Prime Minister" or "Sen."."""

import re
from collections import deque
from collections.abc import Iterator, Sequence

from service.components.given_names import fold_given_name, load_given_names
from service.components.sources.patterns import ARTICLES, OWNERS
from service.components.sources.role_words import (
    QUALIFYING_WORDS,
    is_form_of_address,
    is_office,
    is_role,
    is_role_modifier,
    is_role_noun,
)
from service.text.names import HONORIFICS
from service.text.spans import Offsets

# A title is not looked for further before a name, in characters and in words; of 862 sources in 150 articles of news
# none has another title without the bound on words.
TITLE_LIMIT = 120
MOST_WORDS = 16
# Nor a word of one, with the blanks behind it: the search for each last word begins at most so far back.
WORD_LIMIT = 40
# An acronym in brackets is a word too: "Head of the School of Economics (HSE) Ann Lee".
find_last_word = re.compile(r"(?P<word>[\w’'.&/+-]*\w[.’']?|&|\([A-Z]{2,8}\))(?P<gap>[^\S\n]+)$").search
# Behind the head of a title: "Minister for Housing", "Head of the Centre", "Representative to the UN".
PREPOSITIONS = frozenset(("at", "for", "of", "to"))
JOINING_WORD = "and"
# No title holds them.
UNTITLED_WORDS = QUALIFYING_WORDS | ARTICLES | OWNERS | frozenset(("said", "says"))
# Nor does the rest of one behind its role, prepositions and articles aside.
UNQUALIFYING_WORDS = UNTITLED_WORDS - PREPOSITIONS - ARTICLES


def find_title(text: str, start: int, phrase: int, border: int = 0) -> Offsets | None:
    """The title that ends directly before the name at start; None where no role stands there.

    phrase: where the words begin that are known to belong to the name; start where none are. There any words qualify a
    role, before that only those that titles are made of. border: no title begins before it.

    >>> text = "when OCBC analyst Gerard Pwee and Minister for Housing Lee met union chief Kim"
    >>> text[slice(*find_title(text, 18, 18))], text[slice(*find_title(text, 55, 55))]
    ('OCBC analyst', 'Minister for Housing')
    >>> text[slice(*find_title(text, 75, 75))], text[slice(*find_title(text, 75, 63))]
    ('chief', 'union chief')
    >>> find_title("when Gerard Pwee", 5, 5), find_title("a spokesman for Lee", 16, 16)
    (None, None)
    >>> find_title("Sen. Lee", 5, 5), find_title("Mr Lee", 3, 3), find_title("Donors say Lee", 11, 11)
    ((0, 4), None, None)
    """
    words = deque(word for word in list_words_before(text, start) if word[0] >= border)
    # "Labour leader Sir Keir Starmer"
    while words and is_form_of_address(text[slice(*words[0])]):
        words.popleft()
    if not words:
        return None
    end = words[0][1]
    if is_opening(text, words):
        phrase = min(phrase, words[-1][0])
    group = take_group(text, words, phrase)
    while group and not any(is_named_role(text[slice(*word)]) for word in group):
        # Then it qualifies a role before a preposition: "Minister for [Housing]".
        if words and text[slice(*words[0])].casefold() in ARTICLES:
            words.popleft()
        if not words or text[slice(*words.popleft())].casefold() not in PREPOSITIONS:
            return None
        group = take_group(text, words, phrase)
    # The role ends its phrase: "OCBC analyst", not "Donors say".
    last = [word for word in group if text[word[0]] != "("][:1]
    if not any(is_named_role(text[slice(*word)]) for word in last):
        return None
    is_owned = bool(words) and text[slice(*words[0])].casefold() in OWNERS
    return (words[0] if is_owned else group[-1])[0], end


def find_address(text: str, start: int) -> int:
    """Where the forms of address before the name at start begin; start where there are none.

    >>> find_address("its head, Dr Lee", 13), find_address("its head, Lee", 10)
    (10, 10)
    """
    for first, last in list_words_before(text, start):
        if not is_form_of_address(text[first:last]):
            break
        start = first
    return start


def is_opening(text: str, words: Sequence[Offsets]) -> bool:
    """Whether words that reach back to a mark or to the start of their sentence are the noun phrase that opens it.

    A role stands before any preposition in it: "Envoy for Arctic affairs Ann Lee", not "Minutes of council Ann Lee".
    """
    printed = [text[slice(*word)] for word in reversed(words)]
    lower = [word.casefold() for word in printed]
    head = next((at for at, word in enumerate(lower) if word in PREPOSITIONS), len(lower))
    if not printed[0][0].isupper() or any(word in UNTITLED_WORDS for word in lower[:head]):
        return False
    if head == len(lower):
        return True
    is_plain = not any(word in UNQUALIFYING_WORDS for word in lower[head:])
    return is_plain and lower[-1] not in UNTITLED_WORDS and any(is_named_role(word) for word in printed[:head])


def take_group(text: str, words: deque[Offsets], phrase: int) -> list[Offsets]:
    """The words, taken off their row, up to one that cannot stand in a title; all are in order from the last."""
    group: list[Offsets] = []
    while words:
        start, end = words[0]
        word = text[start:end]
        # "arts and culture minister", not "Lee and President Park"
        # An acronym in brackets ends a phrase: "the School of Economics (HSE)", not "Paris (AFP) President Lee".
        if word.startswith("(") and group:
            break
        is_joining = word == JOINING_WORD and bool(group) and not is_named_role(text[slice(*group[-1])])
        if not is_joining and not is_title_word(text, start, word, phrase):
            break
        group.append(words.popleft())
    while group and text[slice(*group[-1])] == JOINING_WORD:
        words.appendleft(group.pop())
    return group


def is_named_role(word: str) -> bool:
    """Whether a word as printed says what a person is: "Minister", "Rep.", not "Minister’s"."""
    return is_role(word) or is_office(word)


def is_title_word(text: str, start: int, word: str, phrase: int) -> bool:
    """Whether a word may stand in a title: within the phrase any, else a name or what qualifies a role."""
    lower = word.casefold()
    if lower in UNTITLED_WORDS:
        return False
    if not word[0].islower():
        return True
    return start >= phrase or is_role_modifier(lower.strip("’'"))


def list_words_before(text: str, start: int) -> Iterator[Offsets]:
    """The words before start, the last first, up to a mark between them or the start of the line."""
    limit = max(0, start - TITLE_LIMIT)
    for number in range(MOST_WORDS):
        last = find_last_word(text, max(limit, start - WORD_LIMIT), start)
        if last is None or (number and is_sentence_end(last["word"])):
            return
        yield last.span("word")
        start = last.start("word")


def is_sentence_end(word: str) -> bool:
    """Whether a word with a full stop ends a sentence rather than being cut short: "left.", not "Gov." or "U.S."."""
    return word.endswith(".") and not is_office(word) and len(word.replace(".", "")) > 1 and "." not in word[:-1]


def find_office(text: str, name: Offsets) -> Offsets | None:
    """The title of address that tells an office and was read as the first word of a name; None where there is none.

    >>> find_office("Sen. Lee", (0, 8)), find_office("Sen. Lee", (5, 8)), find_office("Mr Lee", (0, 6))
    ((0, 4), None, None)
    """
    first, blank, _ = text[slice(*name)].partition(" ")
    return (name[0], name[0] + len(first)) if blank and is_office(first) else None


def find_titles(text: str, name: Offsets) -> set[str]:
    """The words before a name and at its start, where a title of address may stand."""
    before = text[max(0, name[0] - 6) : name[0]].split()
    return {word.rstrip(".").casefold() for word in (*before[-1:], *text[slice(*name)].split()[:1])}


def find_name_behind_role(text: str, name: Offsets) -> Offsets:
    """A name of three words or more without the role that was read as its first word; no given name is one.

    >>> text = "Undersecretary Ann Lee met Mason Park Fox"
    >>> [text[slice(*find_name_behind_role(text, name))] for name in ((0, 22), (27, 41))]
    ['Ann Lee', 'Mason Park Fox']
    """
    first, blank, rest = text[slice(*name)].partition(" ")
    is_longer = bool(blank) and len(rest.split()) > 1
    if is_longer and is_role_noun(first.casefold()) and fold_given_name(first) not in load_given_names():
        return name[0] + len(first) + len(blank), name[1]
    return name


def is_title_alone(text: str, name: Offsets) -> bool:
    """Whether what was read as a name is only a title of address: "Judge", "Del."."""
    words = text[slice(*name)].split()
    return len(words) == 1 and (words[0].rstrip(".").casefold() in HONORIFICS or words[0].endswith("."))
