"""Which person, organisation or unnamed source the words that name a speaker stand for."""

from itertools import zip_longest

from service.components.sources.cast import Cast, Name
from service.components.sources.definites import resolve_definite
from service.components.sources.issuers import find_issuer, is_receiver
from service.components.sources.organisation_phrases import resolve_organisation
from service.components.sources.owners import find_owner
from service.components.sources.patterns import (
    ARTICLES,
    DEFINITE_WORDS,
    DOCUMENT_NOUNS,
    POSSESSIVES,
    PRONOUNS,
    RELATIVE_PRONOUNS,
    SPOKES_WORDS,
    SUBJECT_PRONOUNS,
)
from service.components.sources.pronouns import resolve_pronoun
from service.components.sources.relatives import resolve_relative
from service.components.sources.role_mentions import resolve_role
from service.components.sources.role_words import is_role_noun
from service.components.sources.scene import Scene
from service.components.sources.source_words import complete_source, find_name_before_bracket, trim_mention
from service.components.sources.speakers import NOBODY, Cited, Speaker, name_organisation, name_person
from service.components.sources.unnamed import find_unnamed_key
from service.text.names import find_words, is_short_for, split_person
from service.text.spans import Offsets, find_overlapping

# Before the name of somebody whom another speaks for.
WHOSE_WORDS = frozenset(("for", "of", "to"))
# Those around a person.
GROUP_NOUNS = frozenset("administration camp campaign family government office staff team".split())
# Part two persons who are named side by side.
JOINING_WORDS = frozenset(("and", "or", "with"))


def resolve_speaker(scene: Scene, source: Offsets, previous: Cited | None) -> Speaker:
    """The speaker that the words of source name; previous: the named speaker cited before, if any."""
    text, cast = scene.text, scene.cast
    source = complete_source(text, source, cast)
    words = [word.casefold() for word in find_words(text[source[0] : source[1]])]
    if not words:
        return NOBODY
    before = find_name_before_bracket(text, source, cast)
    if before is not None:
        return name_organisation(before, (before.start, before.end))
    if words[0] in RELATIVE_PRONOUNS or words == ["that"]:
        return resolve_relative(scene, source)
    if words[0] in SUBJECT_PRONOUNS or (len(words) == 1 and words[0] in PRONOUNS):
        # "It", and "it published in" that was cut out of "the report it published in May".
        return resolve_pronoun(scene, words[0], source, previous)
    persons = [name for name in find_overlapping(cast.persons, *source) if is_within(name, source)]
    organisations = [
        name
        for name in find_overlapping(cast.organisations, *source)
        if is_within(name, source) and not is_receiver(text, name)
    ]
    speaking = find_speaking(text, source, persons)
    if speaking is not None:
        return name_person(cast, speaking.number, (speaking.start, speaking.end))
    mention = trim_mention(text, source)
    if not find_words(text[mention[0] : mention[1]]):
        # All of its words stand behind a bracket or a comma.
        mention = source
    bearer = find_role_bearer(text, mention, cast)
    if bearer is not None:
        return name_person(cast, bearer, mention)
    organisations = [name for name in organisations if not is_told_besides(text, mention, name)]
    if organisations:
        speaker = resolve_organisation(text, mention, organisations)
        # "The DUP member", of whom only the name was told
        return (resolve_role(scene, mention, previous) if speaker.kind == "unnamed" else None) or speaker
    return resolve_described(scene, source, mention, previous)


def resolve_described(scene: Scene, source: Offsets, mention: Offsets, previous: Cited | None) -> Speaker:
    """The speaker that words without a name mean; one without a name where they leave open who it is."""
    text, cast = scene.text, scene.cast
    issuer = find_issuer(text, mention, cast)
    if issuer is not None:
        return name_organisation(issuer, mention)
    named = find_named_behind(text, source, cast)
    if named is None:
        named = find_bearer_of(text, source, cast)
    if named is not None:
        return name_person(cast, named, mention)
    described = resolve_definite(scene, mention, previous) or resolve_role(scene, mention, previous)
    if described is not None:
        return described
    owner = find_owner(scene, mention)
    if owner is not None and is_document(text, mention):
        # "Its report", "a filing by the company"
        return name_organisation(owner, mention)
    return Speaker("unnamed:" + find_unnamed_key(text, mention), "unnamed", mention, mention, owner)


def is_document(text: str, mention: Offsets) -> bool:
    """Whether the words of a mention tell of a document, of nobody who speaks for its issuer and of no receiver.

    >>> [is_document(text, (0, len(text))) for text in ("its report", "a report to its board", "its report's official")]
    [True, False, False]
    """
    words = {word.casefold() for word in find_words(text[slice(*mention)])}
    return bool(DOCUMENT_NOUNS & words) and not (SPOKES_WORDS | {"to"}) & words


def is_told_besides(text: str, mention: Offsets, name: Name) -> bool:
    """Whether a name stands in what is told of a speaker besides, and is not the speaker's own behind a comma.

    >>> text = "The company, owned by Acme, and the regulator, Ofcom, said"
    >>> acme, ofcom = Name("Acme", 22, 26, 0), Name("Ofcom", 47, 52, 1)
    >>> is_told_besides(text, (0, 11), acme), is_told_besides(text, (32, 45), ofcom)
    (True, False)
    """
    between = {word.casefold() for word in find_words(text[mention[1] : name.start])}
    is_document_of = bool(DOCUMENT_NOUNS & {word.casefold() for word in find_words(text[slice(*mention)])})
    return bool(between - ARTICLES) and not is_document_of


def find_named_behind(text: str, source: Offsets, cast: Cast) -> int | None:
    """The number of the person whose name a comma parts from a role before it: "the minister[, Rui Costa]"."""
    if not is_role_noun(find_words(text[slice(*source)])[-1].casefold()):
        return None
    behind = find_overlapping(cast.persons, source[1], source[1] + len(", ") + 1)
    return behind[0].number if behind and text[source[1] : behind[0].start] == ", " else None


def find_bearer_of(text: str, source: Offsets, cast: Cast) -> int | None:
    """The number of the only person who has the name that is all of a source, in whatever case: "COSTA"."""
    words = [word.casefold() for word in find_words(text[slice(*source)])]
    if len(words) > 1 or is_role_noun(words[0]) or not text[source[0]].isupper():
        return None
    bearers = [number for number, person in enumerate(cast.people) if person.name.text.casefold().endswith(words[0])]
    bearers = [number for number in bearers if is_short_for(words, split_person(cast.people[number].name.text))]
    return bearers[0] if len(bearers) == 1 else None


def is_within(name: Name, source: Offsets) -> bool:
    """Whether a name lies wholly in the words of a source."""
    return source[0] <= name.start and name.end <= source[1]


def find_speaking(text: str, source: Offsets, persons: list[Name]) -> Name | None:
    """The person among those in a source who speaks; None where all of them only tell whose the speaker is.

    "Lee’s" (claim) is Lee; "Lee’s lawyer Tom Fox" and "Lee campaign manager Tom Fox" are Tom Fox; "a spokesman for Ms
    Lee" and "the Lee campaign" are nobody by name.
    """
    for person, following in zip_longest(persons, persons[1:]):
        before = find_words(text[source[0] : person.start])
        behind = text[person.end : source[1] if following is None else following.start]
        words = [word.casefold() for word in find_words(behind)]
        if behind.startswith(POSSESSIVES) and words[1:]:
            continue
        if before and before[-1].casefold() in WHOSE_WORDS:
            if "," in behind:
                continue
            return None
        is_modifier = (
            following is not None and any(is_role_noun(word) for word in words) and not JOINING_WORDS & {*words}
        )
        is_group = following is None and words and is_group_noun(words[-1])
        if not (is_modifier or is_group) or "," in behind:
            return person
    return None


def is_group_noun(word: str) -> bool:
    """Whether a noun behind a person's name makes it that of a group: "the Lee camp", "Lee aides".

    >>> is_group_noun("campaign"), is_group_noun("aides"), is_group_noun("later")
    (True, True, False)
    """
    return word in GROUP_NOUNS or (word.endswith("s") and is_role_noun(word))


def find_role_bearer(text: str, mention: Offsets, cast: Cast) -> int | None:
    """The number of the only person whose role, printed before the mention, holds its words: "the prime minister".

    Without an article they must be all of its words: "Taoiseach".
    """
    words = [word.casefold() for word in find_words(text[mention[0] : mention[1]])]
    if not is_role_noun(words[-1]):
        return None
    is_definite = words[0] in DEFINITE_WORDS
    role = frozenset(words[is_definite:])
    bearers = [
        number
        for number, person in enumerate(cast.people)
        if person.known_from <= mention[0] and (role <= person.role_words if is_definite else role == person.role_words)
    ]
    return bearers[0] if len(bearers) == 1 else None
