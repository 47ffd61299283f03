"""The cast of an article: everyone named in it, every printed name given to its bearer."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from service.components.given_names import EVEN, find_share_of_women
from service.components.sources.descriptions import find_description
from service.components.sources.patterns import FEMALE_ROLES, FEMALE_WORDS, MALE_ROLES, MALE_WORDS
from service.components.sources.printed_names import add_full_names, add_surnames, complete_name, join_nicknames
from service.components.sources.role_words import NOUNS_OF_TITLES
from service.components.sources.titles import find_name_behind_role, find_titles, is_title_alone
from service.components.sources.told_nouns import list_told_nouns
from service.components.span_keys import KindChances
from service.text.names import find_words, is_inside, is_short_for, split_person
from service.text.spans import Offsets, find_start

# A name is compared with this many names before it that share a word with it.
COMPARED_NAMES = 12
# No evidence of gender is surer than this. On PolNeAR's dev part 0.98, 0.99 and 0.995 name the same persons; the surest
# leaves a "he" open that follows nobody but a Michelle.
SURE = 0.995
# A title of address tells a person from bearers of the surname who are this likely of the other gender.
LIKELY = 0.9


@dataclass(frozen=True, slots=True)
class Name:
    """A printed name of a person or an organisation; number: that of its bearer in the article."""

    text: str
    start: int
    end: int
    number: int


@dataclass(slots=True)
class Bearer:
    """A person as far as the article has been read.

    words: of the fullest name. titles: those printed before the name. count: how often named so far.
    """

    words: list[str]
    titles: set[str] = field(default_factory=set)
    count: int = 0

    def may_be(self, own: list[str], titles: set[str], rule: Callable[[list[str], list[str]], bool]) -> bool:
        """Whether the words of a name, printed with these titles, may stand for this person.

        rule: whether words are a shorter printing of others.
        """
        if not (rule(own, self.words) or rule(self.words, own)):
            return False
        share = find_chance_of_woman(self.titles, self.words)
        other_titles = MALE_WORDS if share > LIKELY else FEMALE_WORDS if share < 1 - LIKELY else frozenset[str]()
        return not titles & other_titles


@dataclass(frozen=True, slots=True)
class Person:
    """Someone who is named. name: the fullest printing. woman: the chance that the person is a woman.

    description: where the role is printed first, known_from: where that printing ends; None and 0 where nowhere.
    places: where the name is printed, in order.
    """

    name: Name
    woman: float
    description: Offsets | None
    role_words: frozenset[str]
    known_from: int
    places: tuple[Offsets, ...]


@dataclass(frozen=True, slots=True)
class Cast:
    """Everyone named, each list in order of mention and disjoint.

    people: by the number of the person. kinds, words, nouns: by the number of the organisation; the probability of each
    kind, the words of all its printed names in lower case, and the nouns beside them. outlets: the numbers of
    organisations that have no other name than one that stands in the dateline, the agency whose story it is.
    """

    persons: tuple[Name, ...]
    organisations: tuple[Name, ...]
    people: tuple[Person, ...]
    kinds: tuple[KindChances, ...]
    words: tuple[frozenset[str], ...]
    nouns: tuple[frozenset[str], ...]
    outlets: frozenset[int] = frozenset()


def list_told_of(cast: Cast) -> Sequence[Name]:
    """The printed names of organisations that words which name nobody may mean: all but the outlets."""
    if not cast.outlets:
        return cast.organisations
    return [name for name in cast.organisations if name.number not in cast.outlets]


def build_cast(
    text: str,
    persons: list[Offsets],
    organisations: list[Name],
    kinds: Sequence[KindChances],
    sources: Sequence[Offsets] = (),
) -> Cast:
    """The cast of an article.

    persons: where a person's name is printed. kinds: of organisations, by number. sources: the words that name
    speakers, in order; those before a name in them qualify it.
    """
    printed = [
        complete_name(text, find_name_behind_role(text, person))
        for person in sorted(persons)
        if not is_title_alone(text, person)
    ]
    names = number_persons(text, join_nicknames(text, add_surnames(text, add_full_names(text, printed))))
    printings: dict[int, list[Name]] = defaultdict(list)
    for name in names:
        printings[name.number].append(name)
    ends = [name.end for name in names]
    people = tuple(describe_person(text, printings[number], sources, ends) for number in sorted(printings))
    words: dict[int, set[str]] = defaultdict(set)
    nouns: dict[int, set[str]] = defaultdict(set)
    for organisation in organisations:
        words[organisation.number].update(organisation.text.casefold().split())
        nouns[organisation.number].update(list_told_nouns(text, (organisation.start, organisation.end)))
    return Cast(
        tuple(names),
        tuple(sorted(organisations, key=find_start)),
        people,
        tuple(kinds),
        tuple(frozenset(words[number]) for number in range(len(kinds))),
        tuple(frozenset(nouns[number]) for number in range(len(kinds))),
    )


def number_persons(text: str, persons: list[Offsets]) -> list[Name]:
    """The printed names of persons, in order, each with the number of the person.

    A name goes to somebody named before whose fuller or shorter name it may be and whose gender its title of address
    allows; of several to whoever was named most often, the last among equals. So "Smith" is the Smith of whom the
    article tells, and two Smiths with different first names stay two.
    """
    names: list[Name] = []
    bearers: list[Bearer] = []
    sharing: dict[str, list[int]] = defaultdict(list)
    for start, end in persons:
        own = split_person(text[start:end])
        titles = find_titles(text, (start, end))
        number = find_bearer(own, titles, bearers, sharing)
        if number == len(bearers):
            bearers.append(Bearer(own))
        bearers[number].count += 1
        bearers[number].titles |= titles
        if len(own) > len(bearers[number].words):
            bearers[number].words = own
        for word in {word.casefold() for word in own}:
            sharing[word].append(number)
        names.append(Name(text[start:end], start, end, number))
    return names


def find_bearer(own: list[str], titles: set[str], bearers: list[Bearer], sharing: dict[str, list[int]]) -> int:
    """The number of the person that the words of a name may stand for; a new number where they fit nobody.

    sharing: the numbers of the persons named with a word, in order.
    """
    for word in (own[-1].casefold(), own[0].casefold()) if own else ():
        near = dict.fromkeys(reversed(sharing[word][-COMPARED_NAMES:]))
        for rule in (is_short_for, is_inside):
            fitting = [number for number in near if bearers[number].may_be(own, titles, rule)]
            if fitting:
                return max(fitting, key=lambda number: bearers[number].count)
    return len(bearers)


def describe_person(text: str, printings: list[Name], sources: Sequence[Offsets], ends: Sequence[int]) -> Person:
    """What the printings of one person's name tell of the person.

    sources: the words that name speakers, in order. ends: where the names of persons end, in order.
    """
    words = [split_person(name.text) for name in printings]
    longest = max(len(own) for own in words)
    full = next(name for name, own in zip(printings, words, strict=True) if len(own) == longest)
    places = [(name.start, name.end) for name in printings]
    borders = [find_border(text, ends, start) for start, _ in places]
    description = find_description(text, places, [find_phrase(sources, place) for place in places], borders)
    printed = find_words("" if description is None else text[slice(*description)])
    titles = {title for place in places for title in find_titles(text, place)}
    nouns = {NOUNS_OF_TITLES[title] for title in titles & NOUNS_OF_TITLES.keys()}
    role = frozenset((*nouns, *(word.casefold() for word in printed)))
    return Person(
        full,
        find_chance_of_woman(titles, split_person(full.text), role),
        description,
        role,
        description[1] if description else 0,
        tuple(places),
    )


def find_phrase(sources: Sequence[Offsets], name: Offsets) -> Offsets:
    """The last words of a source that begin before a name ends and reach it, else the name itself."""
    index = bisect_left(sources, (name[1], 0)) - 1
    return sources[index] if index >= 0 and sources[index][1] > name[0] else name


def find_border(text: str, ends: Sequence[int], start: int) -> int:
    """Where the last name before start ends, if a conjunction stands behind it; else 0."""
    index = bisect_right(ends, start)
    return ends[index - 1] if index and text.startswith((" and ", ", and ", " or "), ends[index - 1]) else 0


def find_chance_of_woman(titles: set[str], words: list[str], role: frozenset[str] = frozenset()) -> float:
    """The chance that a person is a woman: by title of address, by a role that tells, else by the words of the name."""
    for female, male in ((titles & FEMALE_WORDS, titles & MALE_WORDS), (role & FEMALE_ROLES, role & MALE_ROLES)):
        if bool(female) != bool(male):
            return SURE if female else 1 - SURE
    return find_share_by_name(words)


def find_share_by_name(words: list[str]) -> float:
    """The chance that somebody of this name is a woman; a single name may be a surname and tells nothing."""
    share = find_share_of_women(words[0]) if len(words) > 1 else EVEN
    return min(SURE, max(1 - SURE, share))
