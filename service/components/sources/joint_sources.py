"""Joint sources: "the ministry and the union said" cites both."""

import re
from dataclasses import replace
from itertools import chain, pairwise

from service.components.sources.cast import Cast, Name
from service.components.sources.reported_speech import Quotation
from service.components.sources.role_words import is_role_modifier, is_role_noun
from service.text.names import find_words
from service.text.spans import Offsets, find_overlapping

# Nobody lists more of them before one verb; more names are a table.
MOST_SOURCES = 4
remove_brackets = re.compile(r"\s?\([^()]*\)").sub
match_joint = re.compile(r"(?:\s?\([^()]*\))?,?\s?(?:and\s|or\s)?").match
CONJUNCTIONS = frozenset(("and", "or"))


def part_quotation(text: str, cast: Cast, quotation: Quotation) -> list[Quotation]:
    """The quotation once for each of its sources."""
    if quotation.source is None:
        return [quotation]
    return [replace(quotation, source=source) for source in part_sources(text, quotation.source, cast)]


def part_sources(text: str, source: Offsets, cast: Cast) -> list[Offsets]:
    """The words of a source, parted where they name several persons, or several organisations, side by side.

    Between two of them stand "and" or a comma, an article and a role: "Ann Lee and Mayor Bob Fox". A comma alone parts
    nobody: "the speaker, Ann Lee".
    """
    persons, organisations = (
        [name for name in find_overlapping(names, *source) if source[0] <= name.start and name.end <= source[1]]
        for names in (cast.persons, cast.organisations)
    )
    # An acronym in brackets is no further source.
    named = list({name.number: name for name in reversed(persons or organisations)}.values())[::-1]
    if (persons and organisations) or not 1 < len(named) <= MOST_SOURCES or not are_joined(text, named):
        return [source]
    ends = [name.end for name in named[:-1]] + [source[1]]
    joints = [match_joint(text, end) for end in ends[:-1]]
    starts = [source[0], *(joint.end() for joint in joints if joint is not None)]
    return list(zip(starts, ends, strict=True))


def are_joined(text: str, named: list[Name]) -> bool:
    """Whether nothing but a joint, an article and a role stands between names, and a conjunction before the last."""
    between = [remove_brackets("", text[one.end : other.start]).strip() for one, other in pairwise(named)]
    words = [[word.casefold() for word in find_words(gap)] for gap in between]
    if not CONJUNCTIONS & {*words[-1]}:
        return False
    if not all(gap.startswith(",") or own[:1] == ["and"] for gap, own in zip(between, words, strict=True)):
        return False
    return all(
        word in CONJUNCTIONS or word == "the" or is_role_noun(word) or is_role_modifier(word)
        for word in chain.from_iterable(words)
    )
