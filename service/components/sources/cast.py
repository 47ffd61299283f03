"""The cast of an article: everyone named in it, every printed name given to its bearer."""

from dataclasses import dataclass

from service.text.names import is_short_for, split_person


@dataclass(frozen=True, slots=True)
class Name:
    """A printed name of a person or an organisation; number: that of its bearer in the article."""

    text: str
    start: int
    end: int
    number: int


@dataclass(frozen=True, slots=True)
class Cast:
    """Everyone named in the article, in order of mention. full_names: the fullest printing of each person."""

    persons: tuple[Name, ...]
    organisations: tuple[Name, ...]
    full_names: tuple[Name, ...]


def number_persons(mentions: list[tuple[str, int, int]]) -> list[Name]:
    """The printed names of persons, each with the number of the person.

    A name goes to the last person before it whose fuller or shorter name it may be, else to the first after it: so
    "Smith" is the Smith spoken of, and two Smiths with different first names stay two.
    """
    ordered = sorted(mentions, key=find_mention_start)
    words = [split_person(text) for text, _, _ in ordered]
    numbers: list[int] = []
    forms: list[list[list[str]]] = []
    for index, own in enumerate(words):
        number = find_bearer(own, numbers, words, forms, index)
        if number == len(forms):
            forms.append([])
        forms[number].append(own)
        numbers.append(number)
    return [Name(text, start, end, number) for (text, start, end), number in zip(ordered, numbers, strict=True)]


def find_mention_start(mention: tuple[str, int, int]) -> int:
    """Where a mention begins."""
    return mention[1]


def find_bearer(
    own: list[str], numbers: list[int], words: list[list[str]], forms: list[list[list[str]]], index: int
) -> int:
    """The number of the person that the name at index belongs to; a new number where it fits nobody before it."""
    for before in range(index - 1, -1, -1):
        if is_short_for(own, words[before]) or is_short_for(words[before], own):
            fullest = max(forms[numbers[before]], key=len)
            if is_short_for(own, fullest) or is_short_for(fullest, own):
                return numbers[before]
    return len(forms)


def build_cast(persons: list[tuple[str, int, int]], organisations: list[Name]) -> Cast:
    """The cast of an article; persons: (text, start, end) of every printed name."""
    names = number_persons(persons)
    fullest: dict[int, Name] = {}
    for name in names:
        known = fullest.get(name.number)
        if known is None or len(split_person(name.text)) > len(split_person(known.text)):
            fullest[name.number] = name
    return Cast(tuple(names), tuple(organisations), tuple(fullest[number] for number in sorted(fullest)))
