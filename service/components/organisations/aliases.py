"""Which mentions are one organisation: the same name, its acronym, or its beginning."""

import re
from dataclasses import dataclass
from itertools import pairwise

from service.components.organisations.patterns import COMMON_NOUNS, GENERIC_NAMES
from service.components.organisations.short_forms import Form, find_home, index_forms
from service.text.names import fold_organisation, strip_accents, strip_article
from service.text.spans import Coverage, Offsets, find_start


@dataclass(frozen=True, slots=True)
class Mention:
    """A printed name. start, end: code points. confidence: 0 to 1."""

    text: str
    start: int
    end: int
    confidence: float


def group_mentions(text: str, mentions: list[Mention]) -> list[list[Mention]]:
    """The mentions of each organisation together, organisations by first mention, mentions in order.

    Joined are names that fold to the same form, a short form with the name that it follows in brackets, and a form
    with the only longer name that it is short for by the rules of short_forms.py. A form that could belong to two names
    stays its own.
    """
    ordered = sorted(mentions, key=find_start)
    groups: dict[str, list[Mention]] = {}
    for mention in ordered:
        groups.setdefault(fold_form(mention.text), []).append(mention)
    defined = find_definitions(text, ordered)
    index = index_forms(Form(folded, members[0].text, members[0].start) for folded, members in groups.items())
    homes = {folded: defined.get(folded) or find_home(form, index) for folded, form in index.forms.items()}
    merged: dict[str, list[Mention]] = {}
    for folded, members in groups.items():
        merged.setdefault(follow_home(folded, homes), []).extend(members)
    return sorted((sorted(members, key=find_start) for members in merged.values()), key=find_first_start)


def fold_form(name: str) -> str:
    """The form by which two printings of a name are compared: no case, accents, full stops or legal forms."""
    return strip_accents(fold_organisation(name))


def find_first_start(mentions: list[Mention]) -> int:
    """Where the first of some mentions begins."""
    return mentions[0].start


def follow_home(folded: str, homes: dict[str, str | None]) -> str:
    """The fullest name that a form leads to; each step leads to a longer one, so it ends."""
    home = homes[folded]
    while home is not None:
        folded, home = home, homes[home]
    return folded


def find_definitions(text: str, ordered: list[Mention]) -> dict[str, str]:
    """The folded short form → the folded name that it stands behind in brackets: "World Health Organization (WHO)"."""
    defined: dict[str, str] = {}
    for name, short in pairwise(ordered):
        in_brackets = text[name.end : short.start] == " (" and text[short.end : short.end + 1] == ")"
        # The longer stands first, so that following a definition always ends.
        if in_brackets and len(fold_form(short.text)) < len(fold_form(name.text)):
            defined.setdefault(fold_form(short.text), fold_form(name.text))
    return defined


def find_repetitions(text: str, mentions: list[Mention], *, blocked: list[Offsets]) -> list[Mention]:
    """Further places where a found name is printed the same way, outside every mention and every blocked range.

    The network reads each window by itself and may miss the fourth "Nvidia" of an article.
    """
    forms: dict[str, float] = {}
    for mention in mentions:
        name = strip_article(mention.text)
        if len(name) > 2 and not name.islower() and name.casefold() not in GENERIC_NAMES:
            forms[name] = max(forms.get(name, 0.0), mention.confidence)
    if not forms:
        return []
    longest_first = sorted(forms, key=len, reverse=True)
    pattern = re.compile(r"(?<!\w)(?:" + "|".join(re.escape(form) for form in longest_first) + r")(?!\w)")
    taken = Coverage.of([*blocked, *((mention.start, mention.end) for mention in mentions)])
    return [
        Mention(match.group(), *match.span(), forms[match.group()])
        for match in pattern.finditer(text)
        if not taken.find_touched(*match.span())
    ]


def refer_back(text: str, groups: list[list[Mention]], *, blocked: list[Offsets]) -> list[list[Mention]]:
    """The groups, each with the places where a capital noun points back to it: "the Council" of "Duluth City Council".

    A noun with which the names of two organisations end points to none.
    """
    owners: dict[str, set[int]] = {}
    for number, mentions in enumerate(groups):
        for name in {mention.text for mention in mentions if " " in mention.text}:
            owners.setdefault(name.split()[-1], set()).add(number)
    nouns = {noun: owner for noun, (owner, *others) in owners.items() if noun.casefold() in COMMON_NOUNS and not others}
    if not nouns:
        return groups
    taken = Coverage.of([*blocked, *((mention.start, mention.end) for mentions in groups for mention in mentions)])
    pattern = re.compile(r"\b[Tt]he\s(?P<noun>" + "|".join(sorted(nouns)) + r")\b(?!\s[A-Z&])")
    referring = [list(mentions) for mentions in groups]
    for match in pattern.finditer(text):
        mentions = referring[nouns[match["noun"]]]
        span = match.span("noun")
        if mentions[0].start < span[0] and not taken.find_touched(*span):
            mentions.append(Mention(match["noun"], *span, mentions[0].confidence))
    return [sorted(mentions, key=find_start) for mentions in referring]
