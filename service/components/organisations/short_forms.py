"""Which longer name of an article a printed form is short for: its acronym, its beginning, its words in other order."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from service.components.organisations.patterns import GENERIC_BEGINNINGS, GENERIC_NOUNS, HEAD_NOUNS
from service.text.acronyms import (
    has_initials,
    is_acronym,
    is_drawn_from,
    is_spoken_acronym,
    list_kernels,
    spell_initials,
    spell_parts,
)
from service.text.names import SMALL_WORDS, strip_article

# Letters of each word by which a clipped name is looked up: "Lib Dems".
CLIP = 3
# Words inside a name that a short form leaves out: they say of what level a council, a hospital or a court is.
LEVELS = frozenset("borough city community county district general memorial metropolitan municipal regional".split())


@dataclass(frozen=True, slots=True)
class Form:
    """A name as compared, and as it is printed first. start: where that is."""

    folded: str
    printed: str
    start: int


@dataclass(frozen=True, slots=True)
class FormIndex:
    """The forms of an article by their folded names, and the folded names by what short forms may have of them.

    Those are the initials in capitals, of all words and without the first or the last ones, each shorter beginning and
    ending of whole words, the words in any order, the first letters of each word, and the name without what says of
    what level it is.
    """

    forms: Mapping[str, Form]
    by_initials: Mapping[str, set[str]]
    by_parts: Mapping[str, set[str]]
    by_beginning: Mapping[str, set[str]]
    by_ending: Mapping[str, set[str]]
    by_words: Mapping[frozenset[str], set[str]]
    by_clips: Mapping[str, set[str]]
    by_place: Mapping[str, set[str]]


def index_forms(forms: Iterable[Form]) -> FormIndex:
    """The index of forms."""
    index = FormIndex({form.folded: form for form in forms}, *(defaultdict(set) for _ in range(7)))
    for folded, form in index.forms.items():
        for initials in spell_initials(form.printed):
            index.by_initials[initials.upper()].add(folded)
        for initials in spell_parts(form.printed):
            index.by_parts[initials].add(folded)
        for at, letter in enumerate(folded):
            if letter in " -":
                index.by_beginning[folded[:at]].add(folded)
                index.by_ending[folded[at + 1 :]].add(folded)
        index.by_words[list_content_words(folded)].add(folded)
        index.by_clips[clip(folded)].add(folded)
        index.by_place[leave_out_level(folded)].add(folded)
    return index


def list_content_words(folded: str) -> frozenset[str]:
    """The words of a name but for "of", "and" and the like."""
    return frozenset(word for word in folded.split() if word not in SMALL_WORDS)


def clip(folded: str) -> str:
    """The first letters of each word of a name."""
    return " ".join(word[:CLIP] for word in folded.split())


def leave_out_level(folded: str) -> str:
    """A name without the words inside that say of what level it is.

    >>> leave_out_level("marsh metropolitan district council"), leave_out_level("district council")
    ('marsh council', 'district council')
    """
    first, *inner, last = folded.split() if " " in folded else ("", folded)
    return " ".join([first, *(word for word in inner if word not in LEVELS), last]).strip()


def find_home(form: Form, index: FormIndex) -> str | None:
    """The folded longer name that a form stands for; None where there is none, or more than one."""
    acronym = strip_article(form.printed).replace(".", "")
    if is_acronym(acronym):
        spelled = find_spelled(form, acronym.upper(), index)
        if spelled:
            return choose_only(spelled)
    elif is_spoken_acronym(acronym):
        spelled = keep_longer(form, index.by_initials[acronym.upper()])
        if spelled:
            return choose_only(spelled)
    if form.folded in GENERIC_BEGINNINGS:
        return None
    if form.folded in GENERIC_NOUNS:
        return choose_only(find_fullest(find_told_before(form, index), index))
    for find_longer in (
        *(find_begun, find_ended, find_expanded, find_reordered, find_clipped, find_party),
        find_levelled,
    ):
        fullest = find_fullest(keep_longer(form, find_longer(form.folded, index)), index)
        if fullest:
            return choose_only(fullest)
    return None


def choose_only(names: set[str]) -> str | None:
    """The name, if there is but one."""
    return next(iter(names)) if len(names) == 1 else None


def keep_longer(form: Form, names: Iterable[str]) -> set[str]:
    """The names longer than a form: "QC (Q Co)" would otherwise lead from each to the other for ever."""
    return {name for name in names if len(name) > len(form.folded)}


def find_fullest(names: set[str], index: FormIndex) -> set[str]:
    """The names that are no short forms of others of them: not "Goldman Sachs" beside "Goldman Sachs Group"."""
    return {
        name
        for name in names
        if not names & (find_begun(name, index) | index.by_ending[name] | find_expanded(name, index))
    }


def find_spelled(form: Form, acronym: str, index: FormIndex) -> set[str]:
    """The names whose initials an acronym has; or else those that have them without their first or last words, or from
    whose words its letters are drawn.
    """
    exact = keep_longer(form, index.by_initials[acronym]) or keep_longer(form, index.by_parts[acronym])
    if exact:
        return exact
    near = (name for kernel in list_kernels(acronym) for name in index.by_initials.get(kernel, ()))
    return keep_longer(form, (name for name in near if is_drawn_from(acronym, index.forms[name].printed)))


def find_told_before(form: Form, index: FormIndex) -> set[str]:
    """The names told of before that a common noun may point back to: "the Court", "the Supreme Court" of a country."""
    begun = (name for name in index.by_beginning[form.folded] if name.startswith(" of ", len(form.folded)))
    return {name for name in (*index.by_ending[form.folded], *begun) if index.forms[name].start < form.start}


def find_begun(folded: str, index: FormIndex) -> set[str]:
    """The names that begin with a form: "Goldman" and "Goldman Sachs"."""
    return index.by_beginning[folded]


def find_ended(folded: str, index: FormIndex) -> set[str]:
    """The names that end with a form: "Villa" and "Aston Villa", "Chiefs" and "Kansas City Chiefs".

    One last word in the singular is too little of more than two: "Commission".
    """
    is_enough = " " in folded or folded.endswith("s")
    return {name for name in index.by_ending[folded] if is_enough or name.count(" ") + name.count("-") == 1}


def find_expanded(folded: str, index: FormIndex) -> set[str]:
    """The names that spell out the acronym with which a form begins: "UN Council", "United Nations Council"."""
    acronym, _, rest = folded.partition(" ")
    return {name for name in index.by_ending[rest] if has_initials(name.removesuffix(rest), acronym)} if rest else set()


def find_reordered(folded: str, index: FormIndex) -> set[str]:
    """The names with the same words, or head and field: "Foreign Ministry" and "Ministry of Foreign Affairs"."""
    field, _, head = folded.rpartition(" ")
    inverted = index.by_beginning[f"{head} of {field}"] if head in HEAD_NOUNS else set()
    return inverted | (index.by_words[list_content_words(folded)] if field else set())


def find_clipped(folded: str, index: FormIndex) -> set[str]:
    """The names each of whose words a form shortens: "Lib Dems" and "Liberal Democrats"."""
    words = folded.split()
    if len(words) < 2:
        return set()
    names = (name for name in index.by_clips[clip(folded)])
    return {
        name
        for name in names
        if all(whole.startswith(word.removesuffix("s")) for word, whole in zip(words, name.split(), strict=True))
    }


def find_party(folded: str, index: FormIndex) -> set[str]:
    """The party whose members a form names: "Conservatives" and "Conservative Party"."""
    party = f"{folded.removesuffix('s')} party"
    return {party} if folded.endswith("s") and party in index.forms else set()


def find_levelled(folded: str, index: FormIndex) -> set[str]:
    """The names that have the level of which they are besides: "Marsh Hospital" and "Marsh District Hospital"."""
    return index.by_place[folded]
