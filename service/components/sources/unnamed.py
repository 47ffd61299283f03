"""Sources without a name: when two mentions are one."""

from collections import defaultdict

from service.components.sources.patterns import AFFILIATION_WORDS, DOCUMENT_NOUNS
from service.components.sources.role_mentions import is_person_noun
from service.components.sources.speakers import Speaker
from service.text.names import find_words, strip_article
from service.text.spans import Offsets

# Introduce somebody who is told of again as "the".
NEW_WORDS = frozenset(("a", "an", "one", "another"))
# A mention is compared with so many that have its noun, so that time stays linear.
COMPARED_SOURCES = 12
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


class Introduced:
    """The sources without a name that an article has introduced so far, by their nouns."""

    def __init__(self, text: str) -> None:
        self._text = text
        # Noun → key → the words of the introduction, and the speaker; who was cited last stands last.
        self._known: dict[str, dict[str, tuple[list[str], Speaker]]] = defaultdict(dict)

    def add(self, speaker: Speaker) -> None:
        """Keep a speaker in mind that was cited, if it is one that "the" may mean again."""
        if speaker.kind != "unnamed" or speaker.name is None:
            return
        words = fold_span(self._text, speaker.name)
        if words[0] in NEW_WORDS:
            alike = self._known[find_noun(words)]
            alike.pop(speaker.key, None)
            alike[speaker.key] = (words, speaker)
            if len(alike) > COMPARED_SOURCES:
                del alike[next(iter(alike))]

    def find_again(self, mention: Offsets) -> Speaker | None:
        """The one cited last of those that "the" and its noun may mean; None where there is none.

        "A senior official of the bank" is whom "the official" and "the senior official" mean; "the tax official" is
        another.
        """
        words = fold_span(self._text, mention)
        if len(words) < 2 or words[0] != "the" or not is_source_noun(words[-1]):
            return None
        known = {*words[1:]} - AGAIN_WORDS
        alike = reversed(self._known.get(words[-1], {}).values())
        return next((speaker for first, speaker in alike if known <= {*first}), None)


def fold_span(text: str, span: Offsets) -> list[str]:
    """The words of a stretch of text in lower case."""
    return [word.casefold() for word in find_words(text[slice(*span)])]


def is_source_noun(word: str) -> bool:
    """Whether a noun means one person or document that may be cited.

    >>> is_source_noun("official"), is_source_noun("letter"), is_source_noun("company")
    (True, True, False)
    """
    return word == "source" or word in DOCUMENT_NOUNS or is_person_noun(word)


def find_noun(words: list[str]) -> str:
    """The noun of a phrase in lower case: its last word, or the last before a preposition.

    >>> find_noun(["a", "senior", "official", "of", "the", "bank"]), find_noun(["the", "source"])
    ('official', 'source')
    """
    end = next((at for at, word in enumerate(words) if at > 1 and word in AFFILIATION_WORDS), len(words))
    return words[end - 1]
