"""The cast of an article: everyone named in it, every printed name given to its bearer."""

from collections import defaultdict
from dataclasses import dataclass

from service.components.sources.descriptions import find_description
from service.components.sources.patterns import FEMALE_WORDS, MALE_WORDS
from service.text.names import find_words, is_short_for, split_person
from service.text.spans import Offsets, find_start

# A name is compared with this many names before it that share a word with it.
COMPARED_NAMES = 12


@dataclass(frozen=True, slots=True)
class Name:
    """A printed name of a person or an organisation; number: that of its bearer in the article."""

    text: str
    start: int
    end: int
    number: int


@dataclass(frozen=True, slots=True)
class Person:
    """Someone who is named. name: the fullest printing. gender: "male", "female" or None, by titles of address.

    description: where the role is printed first, known_from: where that printing ends; None and 0 where nowhere.
    """

    name: Name
    gender: str | None
    description: Offsets | None
    role_words: frozenset[str]
    known_from: int


@dataclass(frozen=True, slots=True)
class Cast:
    """Everyone named, each list in order of mention and disjoint. people: by the number of the person."""

    persons: tuple[Name, ...]
    organisations: tuple[Name, ...]
    people: tuple[Person, ...]


def build_cast(text: str, persons: list[Offsets], organisations: list[Name]) -> Cast:
    """The cast of an article; persons: where a person's name is printed."""
    names = number_persons([(text[start:end], start, end) for start, end in sorted(persons)])
    printings: dict[int, list[Name]] = defaultdict(list)
    for name in names:
        printings[name.number].append(name)
    people = tuple(describe_person(text, printings[number]) for number in sorted(printings))
    return Cast(tuple(names), tuple(sorted(organisations, key=find_start)), people)


def number_persons(mentions: list[tuple[str, int, int]]) -> list[Name]:
    """The printed names of persons, each with the number of the person; mentions are (text, start, end), in order.

    A name goes to the last person before it whose fuller or shorter name it may be: so "Smith" is the Smith spoken of,
    and two Smiths with different first names stay two.
    """
    names: list[Name] = []
    fullest: list[list[str]] = []
    sharing: dict[str, list[int]] = defaultdict(list)
    for text, start, end in mentions:
        own = split_person(text)
        number = find_bearer(own, fullest, sharing)
        if number == len(fullest):
            fullest.append(own)
        elif len(own) > len(fullest[number]):
            fullest[number] = own
        for word in {word.casefold() for word in own}:
            sharing[word].append(number)
        names.append(Name(text, start, end, number))
    return names


def find_bearer(own: list[str], fullest: list[list[str]], sharing: dict[str, list[int]]) -> int:
    """The number of the last person that the words of a name may stand for; a new number where they fit nobody.

    sharing: the numbers of the persons named with a word, in order.
    """
    for word in (own[-1].casefold(), own[0].casefold()) if own else ():
        for number in reversed(sharing[word][-COMPARED_NAMES:]):
            if is_short_for(own, fullest[number]) or is_short_for(fullest[number], own):
                return number
    return len(fullest)


def describe_person(text: str, printings: list[Name]) -> Person:
    """What the printings of one person's name tell of the person."""
    words = [split_person(name.text) for name in printings]
    longest = max(len(own) for own in words)
    full = next(name for name, own in zip(printings, words, strict=True) if len(own) == longest)
    description: Offsets | None = None
    for name in printings:
        description = find_description(text, (name.start, name.end))
        if description is not None:
            break
    if description is None:
        return Person(full, find_gender(text, printings), None, frozenset(), 0)
    role = frozenset(word.casefold() for word in find_words(text[description[0] : description[1]]))
    return Person(full, find_gender(text, printings), description, role, description[1])


def find_gender(text: str, printings: list[Name]) -> str | None:
    """The gender that a person's titles of address give away; None where there are none."""
    for name in printings:
        before = text[max(0, name.start - 6) : name.start].split()
        titles = {word.rstrip(".").casefold() for word in (*before[-1:], *name.text.split()[:1])}
        if titles & MALE_WORDS:
            return "male"
        if titles & FEMALE_WORDS:
            return "female"
    return None
