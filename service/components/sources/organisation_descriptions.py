"""What the article says an organisation is: "a nonpartisan watchdog", "Danish shipping company"."""

import re

from service.components.sources.descriptions import DESCRIPTION_LIMIT, ENDING_WORDS, find_apposition
from service.components.sources.organisation_nouns import KINDS_OF_NOUNS
from service.components.sources.patterns import ARTICLES, DEFINITE_WORDS
from service.components.sources.role_words import QUALIFYING_WORDS
from service.components.sources.titles import UNTITLED_WORDS
from service.text.names import find_words
from service.text.spans import Offsets

# So many words may stand before the noun in front of a name.
MOST_WORDS = 4
REACH = 60
# Behind a name they are a part of it or stand for themselves: "the Acme board", "the FBI and police".
PARTS_OF_ORGANISATIONS = frozenset("authority board department force group network office panel police team".split())
# Stand in no noun that a name qualifies: "the FBI and police", "the Yonhap reporter told the network".
FOREIGN_WORDS = QUALIFYING_WORDS | PARTS_OF_ORGANISATIONS | DEFINITE_WORDS | ARTICLES
# Most names are seen at a glance to have none of them before.
NOUN_ENDINGS = tuple(KINDS_OF_NOUNS)
NOUN = "|".join(sorted(KINDS_OF_NOUNS, key=len, reverse=True))
find_noun_before = re.compile(rf"(?P<words>(?:[\w’'&-]+\s){{0,{MOST_WORDS + 1}}})(?P<noun>(?i:{NOUN}))\s$").search
find_noun_behind = re.compile(rf"\s(?P<role>(?:[a-z][\w-]*\s){{0,2}}(?:{NOUN}))\b(?!-)").match
# "Has fined delivery company Acme": the word behind them may be their verb.
AUXILIARIES = frozenset("be been being had has have is was were".split())
is_definite = re.compile(r"\b[Tt]he\s$").search


def describe_organisation(text: str, names: list[Offsets]) -> Offsets | None:
    """What is printed beside the first of an organisation's names that has it; None where nothing is.

    >>> text = "Danish shipping company Maersk, the Yonhap news agency and Acme, a maker of tools,"
    >>> [text[slice(*describe_organisation(text, [name]))] for name in ((24, 30), (36, 42), (59, 63))]
    ['Danish shipping company', 'news agency', 'a maker of tools']
    >>> text = "A court has fined delivery company Acme"
    >>> text[slice(*describe_organisation(text, [(35, 39)]))]
    'delivery company'
    >>> describe_organisation("The FBI is assisting police", [(4, 7)]) is None
    True
    >>> describe_organisation("The Acme told the newspaper", [(4, 8)]) is None
    True
    >>> describe_organisation("The bank of Acme, a man of means, grew", [(12, 16)]) is None
    True
    >>> describe_organisation("As told by Acme, the governing body has had four complaints.", [(11, 15)]) is None
    True
    """
    for start, end in names:
        found = find_before(text, start) or find_qualified(text, start, end) or find_apposed(text, end)
        if found is not None:
            return found
    return None


def find_qualified(text: str, start: int, end: int) -> Offsets | None:
    """The noun that a name with an article qualifies: "the Yonhap news agency"."""
    noun = find_noun_behind(text, end, end + REACH)
    if noun is None or FOREIGN_WORDS & {*noun["role"].split()} or not is_definite(text, max(0, start - 4), start):
        return None
    return noun.span("role")


def find_apposed(text: str, end: int) -> Offsets | None:
    """The apposition that begins at end and has a noun for organisations at its head."""
    match = find_apposition(text, end, end + DESCRIPTION_LIMIT)
    if match is None:
        return None
    role = ENDING_WORDS.sub("", match["role"]).rstrip()
    words = [word.casefold() for word in find_words(role)]
    head = next((at for at, word in enumerate(words) if word in QUALIFYING_WORDS), len(words))
    if head < 2 or words[0] not in ARTICLES or words[head - 1] not in KINDS_OF_NOUNS:
        return None
    if head < len(words) and words[head] in AUXILIARIES:
        # "According to The Post, the governing body has …"
        return None
    return match.start("role"), match.start("role") + len(role)


def find_before(text: str, start: int) -> Offsets | None:
    """The noun directly before a name with what qualifies it, up to an article or the start of the sentence."""
    line = text.rfind("\n", 0, start) + 1
    first = max(line, start - REACH)
    if not text[first:start].rstrip().casefold().endswith(NOUN_ENDINGS):
        return None
    match = find_noun_before(text, first, start)
    if match is None:
        return None
    opening = match.start("words")
    words = [*re.finditer(r"\S+", match["words"])]
    borders = [at for at, word in enumerate(words) if word.group().casefold() in UNTITLED_WORDS]
    qualifying = words[borders[-1] + 1 :] if borders else words
    is_verbal = bool(borders) and words[borders[-1]].group().casefold() in AUXILIARIES
    if is_verbal and qualifying and qualifying[0].group().endswith("ed"):
        qualifying = qualifying[1:]
    is_opening = opening == line or text[:opening].rstrip().endswith((".", "?", "!", "”", '"'))
    is_whole = bool(borders) or is_opening
    if is_whole and 0 < len(qualifying) <= MOST_WORDS:
        return opening + qualifying[0].start(), match.end("noun")
    return match.span("noun")
