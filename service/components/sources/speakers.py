"""Who a speaker is: the person, organisation or unnamed source behind the words that name it."""

from dataclasses import dataclass

from service.components.sources.cast import Cast, Name
from service.components.sources.patterns import (
    AFFILIATION_WORDS,
    DOCUMENT_NOUNS,
    MALE_WORDS,
    PERSON_PRONOUNS,
    PLURAL_PRONOUNS,
    PRONOUNS,
    RELATIVE_PRONOUNS,
    SPEAKER_ADVERBS,
    SPOKES_WORDS,
    THING_PRONOUNS,
)
from service.extraction import SourceKind
from service.text.names import find_words, strip_article
from service.text.spans import Offsets, find_end, find_overlapping

DEFINITE_WORDS = frozenset(("her", "his", "the", "their"))
# A pronoun's antecedent is looked for among the persons named in this many characters before it.
ANTECEDENT_REACH = 900
# A bracket that opens further before is not looked for.
BRACKET_REACH = 40
# Between a name and its "who" stands at most a comma, or a short apposition.
RELATIVE_REACH = 60


@dataclass(frozen=True, slots=True)
class Speaker:
    """A resolved speaker.

    key: equal for speakers that are one source. name: None where the source has none. mention: the words that name
    the speaker in this attribution, None where there are none. affiliation: the organisation that it speaks for.
    """

    key: str
    kind: SourceKind
    name: Offsets | None
    mention: Offsets | None
    affiliation: Name | None = None


NOBODY = Speaker("nobody", "unnamed", None, None)


def resolve_speaker(text: str, source: Offsets, cast: Cast, previous: Speaker | None) -> Speaker:
    """The speaker that the words of source name; previous: the speaker of the attribution before, if any."""
    words = [word.casefold() for word in find_words(text[source[0] : source[1]])]
    if not words:
        return NOBODY
    before = find_name_before_bracket(text, source, cast)
    if before is not None:
        return name_organisation(before, (before.start, before.end))
    if words[0] in RELATIVE_PRONOUNS:
        return resolve_relative(text, source, cast)
    if len(words) == 1 and words[0] in PRONOUNS:
        return resolve_pronoun(words[0], source, cast, previous)
    persons = [name for name in find_overlapping(cast.persons, *source) if is_within(name, source)]
    organisations = [name for name in find_overlapping(cast.organisations, *source) if is_within(name, source)]
    if persons and not is_spoken_for(text, source, persons[0]):
        return name_person(cast, persons[0].number, (persons[0].start, persons[0].end))
    mention = trim_mention(text, source)
    if not find_words(text[mention[0] : mention[1]]):
        # All of its words stand behind a bracket or a comma.
        mention = source
    if organisations:
        return resolve_organisation(text, mention, organisations)
    bearer = find_role_bearer(text, mention, cast)
    if bearer is not None:
        return name_person(cast, bearer, mention)
    return Speaker("unnamed:" + find_unnamed_key(text, mention), "unnamed", mention, mention)


def find_name_before_bracket(text: str, source: Offsets, cast: Cast) -> Name | None:
    """The organisation before the bracket in which a source begins: "Lumenix Inc. (NASDAQ: LMNX), a maker of …"."""
    opening = text.rfind("(", max(0, source[0] - BRACKET_REACH), source[0])
    if opening < 0 or ")" in text[opening : source[0]] or ")" not in text[source[0] : source[1]]:
        return None
    names = find_overlapping(cast.organisations, max(0, opening - 2), opening)
    return names[-1] if names and not text[names[-1].end : opening].strip() else None


def is_within(name: Name, source: Offsets) -> bool:
    """Whether a name lies wholly in the words of a source."""
    return source[0] <= name.start and name.end <= source[1]


def is_spoken_for(text: str, source: Offsets, person: Name) -> bool:
    """Whether the person only tells whose the speaker is: "a spokesman for Ms Lee", "Lee’s lawyer"."""
    before = [word.casefold() for word in find_words(text[source[0] : person.start])]
    after = text[person.end : person.end + 2]
    return bool(before and before[-1] in ("for", "of", "to")) or after in ("’s", "'s")


def leave_unnamed(mention: Offsets) -> Speaker:
    """A source of its own that nobody can be found for, however it is mentioned."""
    return Speaker(f"nobody@{mention[0]}", "unnamed", None, mention)


def name_person(cast: Cast, number: int, mention: Offsets) -> Speaker:
    """The person of this number, by the fullest name."""
    full = cast.people[number].name
    return Speaker(f"person:{number}", "person", (full.start, full.end), mention)


def name_organisation(name: Name, mention: Offsets) -> Speaker:
    """The organisation of this name."""
    return Speaker(f"organisation:{name.number}", "organisation", (name.start, name.end), mention)


def find_role_bearer(text: str, mention: Offsets, cast: Cast) -> int | None:
    """The number of the only person whose role, printed before the mention, holds its words: "the prime minister"."""
    article, *role = [word.casefold() for word in find_words(text[mention[0] : mention[1]])]
    if article not in DEFINITE_WORDS or not role:
        return None
    bearers = [
        number
        for number, person in enumerate(cast.people)
        if person.known_from <= mention[0] and person.role_words.issuperset(role)
    ]
    return bearers[0] if len(bearers) == 1 else None


def trim_mention(text: str, source: Offsets) -> Offsets:
    """The noun phrase at the head of the source's words: up to a comma, a bracket or a relative clause.

    >>> text = "a senior official, who asked not to be named"
    >>> text[slice(*trim_mention(text, (0, 44)))]
    'a senior official'
    """
    start, end = source
    for mark in (",", "(", " who ", " which ", " —", " –", "\n"):
        at = text.find(mark, start + 1, end)
        if at > start:
            end = at
    while start < end and not text[end - 1].isalnum() and text[end - 1] not in '.”"’)':
        end -= 1
    return start, end


def resolve_organisation(text: str, mention: Offsets, organisations: list[Name]) -> Speaker:
    """The organisation itself, or the unnamed group or document that stands for it.

    "Norwegian battery maker Fjellkraft" and "the BBC later" are the organisation; "analysts at UBS" and "UBS traders"
    are unnamed and belong to it; "a report by UBS" speaks for it.
    """
    first = organisations[0]
    printed = (first.start, first.end)
    if first.start >= mention[1]:
        return name_organisation(first, printed)
    before = [word.casefold() for word in find_words(text[mention[0] : first.start])]
    behind = [
        word.casefold() for word in find_words(text[first.end : mention[1]]) if word.casefold() not in ("s", "’s")
    ]
    behind = [word for word in behind if word not in SPEAKER_ADVERBS and not word.endswith("ly")]
    speaks_for_it = any(word in DOCUMENT_NOUNS for word in before + behind)
    if speaks_for_it and not any(word in SPOKES_WORDS for word in before + behind):
        return name_organisation(first, mention)
    if behind or any(word in AFFILIATION_WORDS for word in before):
        return Speaker("unnamed:" + find_unnamed_key(text, mention), "unnamed", mention, mention, first)
    return name_organisation(first, printed)


def find_unnamed_key(text: str, mention: Offsets) -> str:
    """What makes two unnamed mentions one source: the same words, unless "a" or "another" makes each a new one.

    >>> find_unnamed_key("The analysts", (0, 12)), find_unnamed_key("a resident", (0, 10))
    ('analysts', 'a resident@0')
    """
    words = text[mention[0] : mention[1]].casefold()
    if words.startswith(("a ", "an ", "one ", "another ")):
        return f"{words}@{mention[0]}"
    return strip_article(words)


def resolve_pronoun(word: str, source: Offsets, cast: Cast, previous: Speaker | None) -> Speaker:
    """The antecedent of a pronoun; a source without a name where none is certain enough."""
    if word in PERSON_PRONOUNS:
        return resolve_person_pronoun(word, source, cast, previous)
    if previous is not None and word in THING_PRONOUNS and previous.kind == "organisation":
        return Speaker(previous.key, previous.kind, previous.name, source)
    if previous is not None and word in PLURAL_PRONOUNS and previous.kind != "person":
        return Speaker(previous.key, previous.kind, previous.name, source, previous.affiliation)
    return leave_unnamed(source)


def resolve_relative(text: str, source: Offsets, cast: Cast) -> Speaker:
    """The name directly before "who" or "which", if in the same sentence."""
    before = [
        name
        for names in (cast.persons, cast.organisations)
        for name in find_overlapping(names, max(0, source[0] - RELATIVE_REACH), source[0])
        if name.end <= source[0]
    ]
    last = max(before, key=find_end, default=None)
    if last is None or any(mark in text[last.end : source[0]] for mark in ".!?\n"):
        return leave_unnamed(source)
    pronoun = (source[0], source[0] + len(text[source[0] : source[1]].split()[0]))
    if last in find_overlapping(cast.persons, last.start, last.end):
        return name_person(cast, last.number, pronoun)
    return name_organisation(last, pronoun)


def resolve_person_pronoun(word: str, source: Offsets, cast: Cast, previous: Speaker | None) -> Speaker:
    """The person spoken of: the speaker before if still named nearby, else the last name of no other gender."""
    genders = ("male", None) if word in MALE_WORDS else ("female", None)
    near = find_overlapping(cast.persons, max(0, source[0] - ANTECEDENT_REACH), source[0])
    fitting = [name for name in near if cast.people[name.number].gender in genders]
    if previous is not None and previous.kind == "person":
        number = int(previous.key.partition(":")[2])
        last_mention = previous.mention[1] if previous.mention else 0
        between = {name.number for name in fitting if name.start >= last_mention} - {number}
        if not between and cast.people[number].gender in genders:
            return name_person(cast, number, source)
    if fitting:
        return name_person(cast, fitting[-1].number, source)
    return leave_unnamed(source)
