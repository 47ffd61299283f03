"""Documents as speakers: the organisation that issued "the report", where the article says whose it is."""

import re

from service.components.sources.cast import Cast, Name
from service.components.sources.patterns import DOCUMENT_NOUNS
from service.text.names import find_words
from service.text.spans import Offsets, find_overlapping

# A document stands this close to the name of its issuer.
REACH = 80
# An issuer is looked for among so many names before the document.
COMPARED_NAMES = 60
NOUNS = "|".join(sorted(DOCUMENT_NOUNS))
find_noun_before = re.compile(
    rf"""
    \b(?:{NOUNS})\b               # a report
    (?:\s[\w-]+){{0,4}}            # published on Monday
    \s(?:by|from|of)\s(?:the\s)?$
    """,
    re.VERBOSE | re.IGNORECASE,
).search
find_noun_behind = re.compile(
    rf"""
    (?:[’']s)?\s(?:[\w-]+\s){{0,2}}?   # ’s latest
    (?:{NOUNS})\b
    """,
    re.VERBOSE | re.IGNORECASE,
).match

# Whoever has got to see, prints or paid for a document did not issue it: "a letter obtained by UBS", "a memo sent to
# UBS", "a study published in Nature", "a poll by Ipsos for the BBC".
find_receipt_before = re.compile(
    r"""
    \b(?:
        (?:accessed|examined|heard|obtained|quoted|read|received|reviewed|seen|verified|viewed)\sby
      | (?:commissioned|funded|ordered|paid\sfor|requested|sponsored)\sby
      | (?:appeared|appearing|carried|printed|published)(?:\s[\w-]+){0,3}?\sin
        (?:\sthe\s(?:journal|magazine|newspaper|paper))?
      | (?:poll|study|survey)(?:\s[\w.-]+){0,6}?\sfor
      | (?:addressed|filed|forwarded|given|handed|leaked|lodged|provided|released|sent|shared|shown|submitted|supplied)
        \s(?:to|with)
    )\s(?:the\s)?$
    """,
    re.VERBOSE | re.IGNORECASE,
).search


def find_issuer(text: str, mention: Offsets, cast: Cast) -> Name | None:
    """The organisation whose document a mention is; None where it is no document, or more than one may have issued it.

    "The report" is a document told of before, by whatever noun; "a report" is new, and its issuer stands behind it.
    """
    words = [word.casefold() for word in find_words(text[slice(*mention)])]
    if len(words) < 2 or not DOCUMENT_NOUNS & {*words}:
        return None
    if words[0] == "the":
        names = find_overlapping(cast.organisations, 0, mention[0])[-COMPARED_NAMES:]
    else:
        sentence_end = text.find(". ", mention[1], mention[1] + REACH)
        names = find_overlapping(
            cast.organisations, mention[1], mention[1] + REACH if sentence_end < 0 else sentence_end
        )
    issuers = {name.number: name for name in reversed(names) if is_issuer(text, name)}
    return next(iter(issuers.values())) if len(issuers) == 1 else None


def is_issuer(text: str, name: Name) -> bool:
    """Whether a document stands beside a name as its own: "a report by UBS", "UBS’s latest study"."""
    before = text[max(0, name.start - REACH) : name.start]
    is_behind = bool(find_noun_before(before)) and not is_receiver(text, name)
    return is_behind or bool(find_noun_behind(text, name.end, name.end + REACH))


def is_receiver(text: str, name: Name) -> bool:
    """Whether the words before a name say that its bearer got, prints or paid for something: "a report seen by UBS"."""
    return bool(find_receipt_before(text[max(0, name.start - REACH) : name.start]))
