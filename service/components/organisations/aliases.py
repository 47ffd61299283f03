"""Which mentions are one organisation: the same name, its acronym, or its beginning."""

import re
from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise

from service.components.organisations.patterns import GENERIC_NAMES
from service.text.names import fold_organisation, has_initials, is_acronym, spell_initials, strip_article
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

    Joined are names that fold to the same form, a short form with the name that it follows in brackets, an acronym with
    the only name that has its initials, and a short form with the only longer name that begins or ends with it
    ("Goldman" and "Goldman Sachs", "Villa" and "Aston Villa"). A form that could belong to two names stays its own, and
    so does a generic one ("Bank" beside "Bank of Japan").
    """
    ordered = sorted(mentions, key=find_start)
    groups: dict[str, list[Mention]] = {}
    for mention in ordered:
        groups.setdefault(fold_organisation(mention.text), []).append(mention)
    defined = find_definitions(text, ordered)
    index = index_names({folded: members[0].text for folded, members in groups.items()})
    homes = {
        folded: defined.get(folded) or find_home(folded, members[0].text, index) for folded, members in groups.items()
    }
    merged: dict[str, list[Mention]] = {}
    for folded, members in groups.items():
        merged.setdefault(follow_home(folded, homes), []).extend(members)
    return sorted((sorted(members, key=find_start) for members in merged.values()), key=find_first_start)


@dataclass(frozen=True, slots=True)
class NameIndex:
    """Folded names by their initials in capitals, and by each shorter beginning and ending of whole words."""

    by_initials: dict[str, set[str]]
    by_beginning: dict[str, set[str]]
    by_ending: dict[str, set[str]]


def index_names(printed: dict[str, str]) -> NameIndex:
    """The index of names; printed: a printing of each folded name."""
    index = NameIndex(defaultdict(set), defaultdict(set), defaultdict(set))
    for folded, name in printed.items():
        for initials in spell_initials(name):
            index.by_initials[initials.upper()].add(folded)
        for at, letter in enumerate(folded):
            if letter in " -":
                index.by_beginning[folded[:at]].add(folded)
                index.by_ending[folded[at + 1 :]].add(folded)
    return index


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
        if in_brackets and len(fold_organisation(short.text)) < len(fold_organisation(name.text)):
            defined.setdefault(fold_organisation(short.text), fold_organisation(name.text))
    return defined


def find_home(folded: str, printed: str, index: NameIndex) -> str | None:
    """The folded longer name that a form stands for; None where there is none, or more than one."""
    short = strip_article(printed).replace(".", "")
    spelled = index.by_initials[short.upper()] if is_acronym(short) else set()
    # Only a longer name is a home: "QC (Q Co)" would otherwise lead from each to the other for ever.
    by_initials = {name for name in spelled if len(name) > len(folded)}
    if len(by_initials) == 1:
        return next(iter(by_initials))
    if by_initials or folded in GENERIC_NAMES:
        return None
    # One last word is too little of a name of more than two: "Commission".
    ended = {name for name in index.by_ending[folded] if " " in folded or len(re.findall("[ -]", name)) == 1}
    for longer in (index.by_beginning[folded], ended, find_spelled_out(folded, index)):
        fullest = [name for name in longer if not is_shorter(name, longer, index)]
        if fullest:
            return fullest[0] if len(fullest) == 1 else None
    return None


def is_shorter(name: str, names: set[str], index: NameIndex) -> bool:
    """Whether a name is itself a short form of another of the names: "Goldman Sachs" beside "Goldman Sachs Group"."""
    return bool(names & (index.by_beginning[name] | index.by_ending[name] | find_spelled_out(name, index)))


def find_spelled_out(folded: str, index: NameIndex) -> set[str]:
    """The names that spell out the acronym with which a name begins: "UN Council", "United Nations Council"."""
    acronym, _, rest = folded.partition(" ")
    return {name for name in index.by_ending[rest] if has_initials(name.removesuffix(rest), acronym)} if rest else set()


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
