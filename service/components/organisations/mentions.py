"""Where organisations are named: what the network reads as names, checked and completed."""

import re
from collections.abc import Iterator, Sequence

import numpy as np
from spacy.tokens import Doc, Span

from service.components.article_text import read_text
from service.components.encoder.heads import HEADS
from service.components.encoder.scores import Floats, WordScores, read_word_scores, softmax
from service.components.organisations.aliases import Mention
from service.components.organisations.completion import Surroundings, complete, join_portfolios
from service.components.organisations.kinds import ListedNames
from service.components.organisations.mistaken_names import Persons, is_mistaken
from service.components.organisations.patterns import NAMELESS_WORDS, PLATFORMS, is_party_and_state, is_stock_code
from service.text.acronyms import has_initials, spell_initials
from service.text.names import HONORIFICS, strip_article
from service.text.spans import Coverage

# Names in lower case are rare, and most that are found are parts of other phrases.
LOWER_CASE_CONFIDENCE = 0.95
# A well-known name is one where the network gives each of its words this chance. Of those that it takes for something
# else, 10 of 11 are organisations on the development half of gold, and 4 of 14 below.
LISTED_CONFIDENCE = 0.08
# A word before "’s" with this chance of being a place owns the organisation behind it and is no part of its name:
# "China" of "China’s People’s Liberation Army" has 0.4, the first words of names such as "Lloyd’s" below 0.05.
PLACE_CHANCE = 0.15
# Before and behind a platform's name where something is published on it.
is_published_on = re.compile(r"(?:\b(?:on|via|through|her|his|its|their|social\smedia\ssite)|\|)\s?$").search
is_post = re.compile(r"\s?(?:\||(?:account|channel|chat|feed|group|live|page|post|video)s?\b)").match
is_based = re.compile(r"-(?:based|area|born)\b").match
# Behind its name an acronym of so many letters needs no brackets.
LEAST_ACRONYM = 3
find_capitals = re.compile(r"(?<![\w&-])[^\W\d_][\w.&]{0,10}[^\W_](?![\w&-])").finditer
find_bracketed = re.compile(r"\s\((?:the\s)?(?P<acronym>[^\W\d_][\w.&-]{1,7})\)").match


def read_mentions(doc: Doc, listed: ListedNames) -> list[Mention]:
    """The organisations named on doc; confidence: the least chance that the network gives to one of the words."""
    # spaCy spells the text, and builds the entities, anew each time that they are asked for.
    text, scores, entities = read_text(doc), read_word_scores(doc), doc.ents
    chances = softmax(scores.read_head("entities"))
    support = sum_type(chances, "ORG")
    named = [*read_entities(entities, text, scores, support)]
    persons = Persons.of((ent.start_char, ent.text) for ent in entities if ent.label_ == "PERSON")
    found = [mention for mention in named if not is_mistaken(text, mention.start, mention.end, persons)]
    found += find_listed(text, scores, support, listed, taken=named)
    around = find_surroundings(entities, scores, sum_type(chances, "LOC"))
    completed = keep_longest([complete(text, mention, listed, around) for mention in join_portfolios(text, found)])
    return [*completed, *find_acronyms(text, completed)]


def sum_type(chances: Floats, entity_type: str) -> Floats:
    """(n_words,) the chance of each word that it belongs to a name of this type.

    chances: (n_words, n_labels) of the entities head.
    """
    labels = HEADS["entities"].labels
    columns = [labels.index(f"B-{entity_type}"), labels.index(f"I-{entity_type}")]
    summed: Floats = chances[:, columns].sum(axis=1)
    return summed


def find_surroundings(entities: Sequence[Span], scores: WordScores, places_chance: Floats) -> Surroundings:
    """What may belong to names, or not, by its place beside them; places_chance: (n_words,) of being a place."""
    nations = Coverage.of((ent.start_char, ent.end_char + 1) for ent in entities if ent.label_ == "NORP")
    others = Coverage.of((ent.start_char, ent.end_char) for ent in entities if ent.label_ != "ORG")
    likely = np.flatnonzero(places_chance >= PLACE_CHANCE)
    places = zip(scores.pieces.starts[likely].tolist(), scores.pieces.ends[likely].tolist(), strict=True)
    return Surroundings(nations, Coverage.of(places), others)


def keep_longest(mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions in order, without those that begin inside one before them."""
    kept: list[Mention] = []
    for mention in sorted(mentions, key=find_order):
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return kept


def find_order(mention: Mention) -> tuple[int, int]:
    """Mentions by where they begin, the longer first."""
    return mention.start, -mention.end


def read_entities(entities: Sequence[Span], text: str, scores: WordScores, support: Floats) -> Iterator[Mention]:
    """The organisations among the entities, without articles."""
    confidence_of = dict(zip(scores.tokens.tolist(), support.tolist(), strict=True))
    for ent in entities:
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


def find_acronyms(text: str, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Acronyms that the network has missed: in brackets behind the names whose initials they are, or further on.

    >>> text = "The Union of Night Bakers met. UNB rejected UN aid (UNB)."
    >>> [found.start for found in find_acronyms(text, [Mention("Union of Night Bakers", 4, 25, 0.9)])]
    [31, 52]
    """
    covered = Coverage.of((mention.start, mention.end) for mention in mentions)
    owners: dict[str, Mention] = {}
    for mention in sorted(mentions, key=find_order):
        bracketed = find_bracketed(text, mention.end)
        if bracketed is not None and has_initials(mention.text, bracketed["acronym"]):
            owners.setdefault(bracketed["acronym"], mention)
        elif " " in mention.text:
            for initials in spell_initials(mention.text):
                if len(initials) >= LEAST_ACRONYM and initials.isupper():
                    owners.setdefault(initials, mention)
    for match in find_capitals(text):
        owner = owners.get(match.group())
        if owner is not None and match.start() > owner.start and not covered.find_touched(*match.span()):
            yield Mention(match.group(), *match.span(), owner.confidence)
