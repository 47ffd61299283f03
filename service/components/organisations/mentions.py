"""Where organisations are named: what the network reads as names, checked and completed."""

import re
from collections.abc import Iterator, Sequence

import numpy as np
from spacy.tokens import Doc

from service.components.encoder.heads import HEADS
from service.components.encoder.scores import Floats, WordScores, read_word_scores, softmax
from service.components.organisations.aliases import Mention
from service.components.organisations.kinds import ListedNames
from service.components.organisations.patterns import NAMELESS_WORDS, PLATFORMS, is_party_and_state, is_stock_code
from service.text.names import HONORIFICS, has_initials, strip_article
from service.text.spans import Coverage, find_start

# Names in lower case are rare, and most that are found are parts of other phrases.
LOWER_CASE_CONFIDENCE = 0.95
# A well-known name is one where the network gives each of its words this chance. Of those that it takes for something
# else, 10 of 11 are organisations on the development half of gold, and 4 of 14 below.
LISTED_CONFIDENCE = 0.08
# Before and behind a platform's name where something is published on it.
is_published_on = re.compile(r"(?:\b(?:on|via|through|her|his|its|their|social\smedia\ssite)|\|)\s?$").search
is_post = re.compile(r"\s?(?:\||(?:account|channel|chat|feed|group|live|page|post|video)s?\b)").match
is_based = re.compile(r"-(?:based|area|born)\b").match
find_bracketed = re.compile(r"\s\((?:the\s)?(?P<acronym>[^\W\d_][\w.&-]{1,7})\)").match
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
# Before a capital "The" that belongs to a name.
is_inside_sentence = re.compile(r"[a-z,]\s$").search


def read_mentions(doc: Doc, listed: ListedNames) -> list[Mention]:
    """The organisations named on doc; confidence: the least chance that the network gives to one of the words."""
    # spaCy spells the text anew each time that it is asked for.
    text, scores = doc.text, read_word_scores(doc)
    support = find_support(scores)
    found = [*read_entities(doc, text, scores, support)]
    found += find_listed(text, scores, support, listed, taken=found)
    nations = Coverage.of((ent.start_char, ent.end_char + 1) for ent in doc.ents if ent.label_ == "NORP")
    completed = [complete(text, mention, nations) for mention in join_portfolios(text, found)]
    return [*completed, *find_acronyms(text, completed)]


def find_support(scores: WordScores) -> Floats:
    """(n_words,) the chance of each word that it belongs to an organisation's name."""
    labels = HEADS["entities"].labels
    columns = [labels.index("B-ORG"), labels.index("I-ORG")]
    support: Floats = softmax(scores.read_head("entities"))[:, columns].sum(axis=1)
    return support


def read_entities(doc: Doc, text: str, scores: WordScores, support: Floats) -> Iterator[Mention]:
    """The organisations among doc's entities, without articles."""
    confidence_of = dict(zip(scores.tokens.tolist(), support.tolist(), strict=True))
    for ent in doc.ents:
        if ent.label_ != "ORG":
            continue
        name = strip_article(ent.text)
        confidence = min(confidence_of.get(token.i, 1.0) for token in ent)
        start, end = ent.end_char - len(name), ent.end_char
        if is_name(name, confidence) and not is_place_or_platform(text, name, start, end):
            yield Mention(name, start, end, confidence)


def is_name(text: str, confidence: float) -> bool:
    """Whether an entity's words can be an organisation's name.

    No stock code is one, no common noun alone, no title, and words in lower case only if the network is sure.

    >>> is_name("Tata Motors", 0.6), is_name("TAMO.NS", 0.9), is_name("federal", 0.8), is_name("openSUSE", 0.8)
    (True, False, False, True)
    >>> is_name("Sens", 0.8), is_name("D-Ore", 0.8)
    (False, False)
    """
    folded = text.casefold()
    if not any(letter.isalpha() for letter in text) or is_stock_code(text) or folded in NAMELESS_WORDS:
        return False
    if folded.removesuffix("s") in HONORIFICS or is_party_and_state(text):
        return False
    return not text.islower() or confidence >= LOWER_CASE_CONFIDENCE


def is_place_or_platform(text: str, name: str, start: int, end: int) -> bool:
    """Whether a name is that of a place, "Dresden-based", or of what something is published on, "wrote on Facebook".

    >>> text = "She wrote on X that Facebook would fight."
    >>> is_place_or_platform(text, "X", 13, 14), is_place_or_platform(text, "Facebook", 20, 28)
    (True, False)
    """
    if is_based(text, end):
        return True
    if name not in PLATFORMS:
        return False
    line = text.rfind("\n", 0, start) + 1
    return bool(is_published_on(text, max(line, start - 20), start) or is_post(text, end))


def find_listed(
    text: str, scores: WordScores, support: Floats, listed: ListedNames, *, taken: Sequence[Mention]
) -> Iterator[Mention]:
    """Well-known names at which the network sees an organisation, however faintly."""
    covered = Coverage.of((mention.start, mention.end) for mention in taken)
    starts, ends = scores.pieces.starts, scores.pieces.ends
    reached = 0
    for word in np.flatnonzero(support >= LISTED_CONFIDENCE).tolist():
        start = int(starts[word])
        if start < reached or not text[start].isupper():
            continue
        end = listed.find_end(text, start)
        if end is None or covered.find_touched(start, end) or is_place_or_platform(text, text[start:end], start, end):
            continue
        last = int(np.searchsorted(ends, end))
        confidence = float(support[word : last + 1].min())
        if confidence >= LISTED_CONFIDENCE:
            reached = end
            yield Mention(text[start:end], start, end, confidence)


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


def complete(text: str, mention: Mention, nations: Coverage) -> Mention:
    """The mention with what belongs to it; nations: where nationalities are named.

    That is the partners before "& Poe", the nation before an arm of its state, the campus behind a university, and a
    capital "The" inside a sentence.

    >>> text = "Lawyers at Marsh, Dale & Poe told The Straits Times. The Straits Times asked."
    >>> none = Coverage.of([])
    >>> complete(text, Mention("Dale & Poe", 18, 28, 0.9), none).text
    'Marsh, Dale & Poe'
    >>> [complete(text, Mention("Straits Times", at, at + 13, 0.9), none).text for at in (38, 57)]
    ['The Straits Times', 'Straits Times']
    """
    start, end = mention.start, mention.end
    campus = find_campus(text, end) if mention.text.endswith(MANY_CAMPUSES) else None
    if campus is not None:
        end = campus.end()
    if is_arm_of_state(mention.text):
        start = min((nation[0] for nation in nations.find_touched(start - 1, start)), default=start)
    partners = find_partners(text, max(0, start - 60), start) if " & " in mention.text else None
    if partners is not None and (
        mention.text.endswith("LLP") or is_of_lawyers(text, max(0, start - 100), partners.start())
    ):
        start = partners.start()
    if text.endswith("The ", 0, start) and is_inside_sentence(text, max(0, start - 6), start - 4):
        start -= 4
    return Mention(text[start:end], start, end, mention.confidence)


def find_acronyms(text: str, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Acronyms in brackets behind the names whose initials they are, where the network has missed them."""
    covered = Coverage.of((mention.start, mention.end) for mention in mentions)
    for mention in mentions:
        bracketed = find_bracketed(text, mention.end)
        if bracketed is None or covered.find_touched(*bracketed.span("acronym")):
            continue
        if has_initials(mention.text, bracketed["acronym"]):
            yield Mention(bracketed["acronym"], *bracketed.span("acronym"), mention.confidence)
