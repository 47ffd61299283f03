"""Sources without a name: when two mentions are one."""

from collections.abc import Iterable

from service.components.sources.patterns import AFFILIATION_WORDS, DOCUMENT_NOUNS
from service.components.sources.role_mentions import is_person_noun
from service.components.sources.speakers import Speaker
from service.text.names import find_words, strip_article
from service.text.spans import Offsets

# Introduce somebody who is told of again as "the".
NEW_WORDS = frozenset(("a", "an", "one", "another"))
# Other nouns for whom nobody names.
SOURCE_NOUNS = frozenset(("insider", "source", "witness"))
# "The same official" is "the official".
AGAIN_WORDS = frozenset(("same",))


def find_unnamed_key(text: str, mention: Offsets) -> str:
    """What makes two unnamed mentions one source: the same words, unless "a" or "another" makes each a new one.

    >>> find_unnamed_key("The analysts", (0, 12)), find_unnamed_key("a resident", (0, 10))
    ('analysts', 'a resident@0')
    """
    words = text[mention[0] : mention[1]].casefold()
    if words.partition(" ")[0] in NEW_WORDS:
        return f"{words}@{mention[0]}"
    return strip_article(words)


def find_again(text: str, mention: Offsets, before: Iterable[Speaker]) -> Speaker | None:
    """The last source without a name among those before that "the" and its noun speak of; None where there is none.

    "A senior official of the bank" is whom "the official" and "the senior official" mean; "the tax official" is
    another.
    """
    words = [word.casefold() for word in find_words(text[slice(*mention)])]
    if len(words) < 2 or words[0] != "the" or not is_source_noun(words[-1]):
        return None
    known = {*words[1:]} - AGAIN_WORDS
    for speaker in reversed([*before]):
        if speaker.kind == "unnamed" and speaker.name is not None:
            first = [word.casefold() for word in find_words(text[slice(*speaker.name)])]
            if first[0] in NEW_WORDS and find_noun(first) == words[-1] and known <= {*first}:
                return speaker
    return None


def is_source_noun(word: str) -> bool:
    """Whether a noun means one person or document that may be cited.

    >>> is_source_noun("official"), is_source_noun("letter"), is_source_noun("company")
    (True, True, False)
    """
    return word in DOCUMENT_NOUNS or word in SOURCE_NOUNS or is_person_noun(word)


def find_noun(words: list[str]) -> str:
    """The noun of a phrase in lower case: its last word, or the last before a preposition.

    >>> find_noun(["a", "senior", "official", "of", "the", "bank"]), find_noun(["the", "source"])
    ('official', 'source')
    """
    end = next((at for at, word in enumerate(words) if at > 1 and word in AFFILIATION_WORDS), len(words))
    return words[end - 1]
