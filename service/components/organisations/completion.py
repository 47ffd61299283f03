"""What belongs to an organisation's name beyond the words that the network read."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from service.components.organisations.aliases import Mention
from service.components.organisations.kinds import ListedNames
from service.components.organisations.patterns import LEADING_NOUNS
from service.text.acronyms import has_initials
from service.text.spans import Coverage, find_start

# The first partners of a law firm, "Marsh, " before "Dale & Poe", and what makes sure that it is one.
find_partners = re.compile(r"(?:[A-Z][\w’'-]+,\s){1,4}$").search
is_of_lawyers = re.compile(
    r"\b(?:attorneys?|counsel|firm|lawyers?|partners?|solicitors?)\b[^.\n]{0,24}$", re.IGNORECASE
).search
is_arm_of_state = re.compile(r"(?:\w+\s)*(?:Air\sForce|Army|Embassy|Ministry|Navy)$").match
MANY_CAMPUSES = ("University of California", "University of Illinois", "University of Texas", "University of Wisconsin")
find_campus = re.compile(
    r"""(?:,\s|\sat\s)
    (?:Arlington|Austin|Berkeley|Chicago|Dallas|Davis|El\sPaso|Irvine|Los\sAngeles|Madison|Merced|Milwaukee|Riverside
    |San\sAntonio|San\sDiego|San\sFrancisco|Santa\sBarbara|Santa\sCruz|Urbana-Champaign)\b""",
    re.VERBOSE,
).match
DEPARTMENTS = ("Department for ", "Department of ", "Ministry for ", "Ministry of ")
# The first of a ministry's fields.
find_field = re.compile(r"\b[A-Z][a-z]+(?:,\s[A-Z][a-z]+)*\sand\s$").search
is_capital = re.compile(r"[A-Z]").match
# They end no name before an s.
APOSTROPHES = ("’", "'")
# A name cannot end so, and what then belongs to it.
find_dangling = re.compile(r"\s(?:for|of)(?:\sthe)?\Z|\s(?P<joint>and|&)\Z").search
find_rest = re.compile(r"\s(?:the\s)?(?:[A-Z][\w’'-]*)(?:\s[A-Z][\w’'-]*){0,3}").match
# Nor so: prepositions, the office of somebody behind a party, a full stop that ends the sentence.
find_surplus = re.compile(
    r"\s(?:at|by|from|in|to|with)\Z|\s(?:M(?:EP|HA|K|LA|LC|NA|P|PP|S|SP)|TD)s?\Z|(?<=[^\W\d_A-Z]{4})\.\Z"
).search
ABBREVIATIONS = ("Assn.", "Bros.", "Corp.", "Dept.", "Intl.", "Univ.")
# What names go on with: "(Pty) Ltd", "(Kenya) Limited" and, where one is a web address, ".com".
find_legal_form = re.compile(
    r"\s\([A-Z][\w.\s]{0,14}\)\s(?:(?:Private|Proprietary|Pty|Pvt)\.?\s)?(?:Corp|Inc|Limited|LLC|LTD|Ltd|PLC|plc)\b\.?"
).match
find_domain = re.compile(r"(?:\.[a-z]{2,4})+\b(?![\w@])").match
# What may stand between the beginning of a name and its acronym in brackets.
find_bracketed = re.compile(r"(?P<rest>[^()\n,;:.]{1,80}?)\s\((?P<acronym>[^\W\d_][\w.&-]{1,7})\)").match
# "The Basque union LAB": what stands before a name, down to the noun for what bears it.
find_noun = re.compile(rf"(?:[\w’'&-]+\s){{0,3}}?(?:{'|'.join(sorted(LEADING_NOUNS))})\s(?=[A-Z0-9])").match
# A genitive before two words and more: "China’s People’s Liberation Army".
find_owner = re.compile(r"(?P<owner>\w+(?:\s\w+)?)[’']s\s(?=\S+\s)").match
# Before a capital "The" that belongs to a name.
is_inside_sentence = re.compile(r"[a-z,]\s$").search


def join_portfolios(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, a department's name that a comma has parted whole: "Department for Culture, Media and Sport".

    >>> text = "Department for Culture, Media and Sport"
    >>> parts = [Mention(text[:22], 0, 22, 0.9), Mention(text[24:], 24, 39, 0.8)]
    >>> [mention.text for mention in join_portfolios(text, parts)]
    ['Department for Culture, Media and Sport']
    """
    joined: list[Mention] = []
    for mention in sorted(mentions, key=find_start):
        before = joined[-1] if joined else None
        if before is not None and text[before.end : mention.start] == ", " and is_portfolio(before.text, mention.text):
            confidence = min(before.confidence, mention.confidence)
            joined[-1] = Mention(text[before.start : mention.end], before.start, mention.end, confidence)
        else:
            joined.append(mention)
    return joined


def is_portfolio(department: str, rest: str) -> bool:
    """Whether a name can go on with further fields of a department."""
    return department.startswith(DEPARTMENTS) and " and " in rest and not rest.startswith(DEPARTMENTS)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a text names beside organisations: nationalities, words that may be places, and everything for certain."""

    nations: Coverage
    places: Coverage
    others: Coverage


def complete(text: str, mention: Mention, listed: ListedNames, around: Surroundings) -> Mention:
    """The mention with what belongs to it before and behind, and without what does not.

    >>> text = "Lawyers at Marsh, Dale & Poe told The Straits Times. The Straits Times asked."
    >>> listed, around = ListedNames({}), Surroundings(Coverage.of([]), Coverage.of([]), Coverage.of([]))
    >>> complete(text, Mention("Dale & Poe", 18, 28, 0.9), listed, around).text
    'Marsh, Dale & Poe'
    >>> [complete(text, Mention("Straits Times", at, at + 13, 0.9), listed, around).text for at in (38, 57)]
    ['The Straits Times', 'Straits Times']
    >>> complete("the food authority MAST", Mention("food authority MAST", 4, 23, 0.9), listed, around).text
    'MAST'
    """
    start, end = complete_start(text, mention, around), complete_end(text, mention, listed)
    return Mention(text[start:end], start, end, mention.confidence)


def complete_start(text: str, mention: Mention, around: Surroundings) -> int:
    """Where a name begins, its nation's genitive and the noun for its bearer left out: "the food authority MAST".

    Taken in are the partners before "& Poe", the nation before an arm of its state, "Trade and" before "Energy
    Ministry", and a capital "The" inside a sentence.
    """
    noun = find_noun(text, mention.start, mention.end)
    start = mention.start if noun is None else noun.end()
    owner = find_owner(text, start, mention.end)
    if owner is not None and around.places.find_touched(start, owner.end("owner")):
        start = owner.end()
    if is_arm_of_state(mention.text):
        start = min((nation[0] for nation in around.nations.find_touched(start - 1, start)), default=start)
    field = find_field(text, max(0, start - 40), start) if mention.text.endswith((" Ministry", " Department")) else None
    if field is not None and not around.others.find_touched(*field.span()):
        start = field.start()
    partners = find_partners(text, max(0, start - 60), start) if " & " in mention.text else None
    if partners is not None and (
        mention.text.endswith("LLP") or is_of_lawyers(text, max(0, start - 100), partners.start())
    ):
        start = partners.start()
    if text.endswith("The ", 0, start) and is_inside_sentence(text, max(0, start - 6), start - 4):
        start -= 4
    return start


def complete_end(text: str, mention: Mention, listed: ListedNames) -> int:
    """Where a name ends: a well-known one with its last word, a university with its campus, and none with
    "of" or "and".

    A name that goes on to its own acronym ends there, and one with a legal form or as a web address behind that.

    >>> text = "The National Union of Teachers and King’s College London"
    >>> complete_end(text, Mention("National Union of", 4, 21, 0.9), ListedNames({}))
    30
    >>> complete_end(text, Mention("King’s College", 35, 49, 0.9), ListedNames({"king's college london": "education"}))
    56
    >>> text = "Fédération autonome de l’enseignement (FAE)"
    >>> complete_end(text, Mention("Fédération", 0, 10, 0.9), ListedNames({}))
    37
    >>> text = "Nile Barge and Boat Trust, Gazeta.uz and Kuru (Pvt) Ltd"
    >>> spans = ((0, 14), (27, 33), (41, 45))
    >>> [text[start : complete_end(text, Mention("", start, end, 0.9), ListedNames({}))] for start, end in spans]
    ['Nile Barge and Boat Trust', 'Gazeta.uz', 'Kuru (Pvt) Ltd']
    >>> text, spans = "Labour MP Ann met Lazard.", ((0, 9), (18, 25))
    >>> [text[start : complete_end(text, Mention("", start, end, 0.9), ListedNames({}))] for start, end in spans]
    ['Labour', 'Lazard']
    >>> complete_end("Acme’s head", Mention("Acme’", 0, 5, 0.9), ListedNames({}))
    4
    """
    end = mention.end
    if text[mention.start : end].endswith(APOSTROPHES) and text.startswith("s", end):
        end -= 1
    surplus = find_surplus(text, mention.start, end)
    if surplus is not None and not text.endswith(ABBREVIATIONS, mention.start, end):
        end = surplus.start()
    known = listed.find_end(text, mention.start)
    if known is not None and known > end and is_capital(text[end:known].split()[-1]):
        end = known
    dangling = find_dangling(text, mention.start, end)
    if dangling is not None:
        rest = find_rest(text, end)
        if rest is not None and dangling["joint"] and rest.group().startswith(" the "):
            rest = None
        end = dangling.start() if rest is None else rest.end()
    bracketed = find_bracketed(text, end)
    if bracketed is not None and has_initials(text[mention.start : bracketed.end("rest")], bracketed["acronym"]):
        end = bracketed.end("rest")
    tail = find_legal_form(text, end) or find_domain(text, end)
    if tail is not None:
        return tail.end()
    campus = find_campus(text, end) if mention.text.endswith(MANY_CAMPUSES) else None
    return end if campus is None else campus.end()
