"""The words that name a source and an organisation in them: whether they mean it or somebody who belongs to it."""

from service.components.sources.cast import Name
from service.components.sources.organisation_nouns import KINDS_OF_NOUNS
from service.components.sources.patterns import (
    AFFILIATION_WORDS,
    DOCUMENT_NOUNS,
    POSSESSIVES,
    SPEAKER_ADVERBS,
    SPOKES_WORDS,
)
from service.components.sources.speakers import Speaker, name_organisation
from service.components.sources.unnamed import find_unnamed_key
from service.text.names import find_words
from service.text.spans import Offsets

# Join an organisation's name to its place, or to what it is a part of.
PLACING_WORDS = frozenset(("at", "in", "of"))
# An organisation's own, which speak with its name: of 18 in our own articles all do.
PARTS = frozenset(("branch", "chapter", "wing"))


def resolve_organisation(text: str, mention: Offsets, organisations: list[Name]) -> Speaker:
    """The organisation itself, or the unnamed group or document that stands for it.

    "Norwegian battery maker Fjellkraft", "the Yonhap news agency", "the Lewiatan confederation of employers" and "the
    BBC later" are the organisation; "analysts at UBS" and "UBS traders" are unnamed and belong to it; "a report by UBS"
    and "the local branch of UBS" speak for it.
    """
    first = organisations[0]
    printed = (first.start, first.end)
    if first.start >= mention[1]:
        return name_organisation(first, printed)
    before = [word.casefold() for word in find_words(text[mention[0] : first.start])]
    behind = list_words_behind(text[first.end : mention[1]])
    if before in ([], ["the"]) and not text.startswith(POSSESSIVES, first.end):
        if find_head(behind) in KINDS_OF_NOUNS:
            return name_organisation(first, mention)
        if is_place(find_words(text[first.end : mention[1]])):
            return name_organisation(first, printed)
    speaks_for_it = find_head(before) in PARTS or any(word in DOCUMENT_NOUNS for word in before + behind)
    if speaks_for_it and not any(word in SPOKES_WORDS for word in before + behind):
        return name_organisation(first, mention)
    if behind or any(word in AFFILIATION_WORDS for word in before):
        return Speaker("unnamed:" + find_unnamed_key(text, mention), "unnamed", mention, mention, first)
    return name_organisation(first, printed)


def list_words_behind(behind: str) -> list[str]:
    """The words behind an organisation's name in lower case, without adverbs and a possessive ending.

    >>> list_words_behind("’s lawyers recently"), list_words_behind(" news agency")
    (['lawyers'], ['news', 'agency'])
    """
    words = [word.casefold() for word in find_words(behind)]
    return [
        word
        for word in words
        if word not in SPEAKER_ADVERBS and word not in ("s", "’s") and (not word.endswith("ly") or word == "daily")
    ]


def is_place(words: list[str]) -> bool:
    """Whether words behind an organisation's name tell where it is, or of what it is a part.

    >>> [is_place(words.split()) for words in ("in The Hague", "of the Labor Department", "in charge", "lawyers", "")]
    [True, True, False, False, False]
    """
    return bool(words) and words[0] in PLACING_WORDS and all(word.istitle() or word == "the" for word in words[1:])


def find_head(words: list[str]) -> str:
    """The noun of a phrase: the word before the first that joins it to an organisation, else the last; may be empty.

    >>> find_head("the local branch of the".split()), find_head(["news", "agency"]), find_head(["at", "Leeds"])
    ('branch', 'agency', '')
    """
    end = next((at for at, word in enumerate(words) if word in AFFILIATION_WORDS), len(words))
    return words[end - 1] if end else ""
