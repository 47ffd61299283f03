"""Acronyms: which letters may stand for a name."""

import re
from collections.abc import Iterable, Iterator
from itertools import combinations

from service.text.names import LEGAL_SUFFIX, SMALL_WORDS, strip_article

MOST_LETTERS = 8
LEAST_SPOKEN = 4
# Words that an acronym mostly leaves out, in English and in the languages of names that English articles keep.
LEFT_OUT = SMALL_WORDS | frozenset(
    """
    da das de del della der des di do dos du e el en et für i il l la las le les los o og och und van von voor y
    """.split()
)
# An acronym with letters from inside the words has at least so many initials, and at most so many other letters.
LEAST_INITIALS = 3
MOST_OTHERS = 2
find_parts = re.compile(r"[^\W\d_]+|&").findall
find_possessives = re.compile(r"(?<=\w)[’']s\b|(?<=s)[’'](?!\w)")


def is_acronym(letters: str) -> bool:
    """Whether letters, full stops left out, can be an acronym: two to eight, two of them in capitals.

    >>> is_acronym("BoJ"), is_acronym("Acme"), is_acronym("X")
    (True, False, False)
    """
    return 1 < len(letters) <= MOST_LETTERS and sum(letter.isupper() for letter in letters) > 1


def is_spoken_acronym(letters: str) -> bool:
    """Whether letters can be an acronym that is spoken as a word and so has but one capital: "Sebi", "Unesco".

    >>> is_spoken_acronym("Sebi"), is_spoken_acronym("SEBI"), is_spoken_acronym("Acme Ltd"), is_spoken_acronym("Who")
    (True, False, False, False)
    """
    return LEAST_SPOKEN <= len(letters) <= MOST_LETTERS and letters.isalpha() and letters.istitle()


def spell_initials(name: str) -> frozenset[str]:
    """The acronyms that a name may have: the initials of its words, with and without those of small words.

    A legal form may be left out, an "&" may stay, and so may what follows the last "and".

    >>> sorted(spell_initials("Bank of Japan")), sorted(spell_initials("World Health Organization"))
    (['BJ', 'BoJ'], ['WHO'])
    >>> "FAE" in spell_initials("Fédération autonome de l’enseignement")
    True
    >>> sorted(spell_initials("Smith & Jones Co")), sorted(spell_initials("People’s Party"))
    (['S&J', 'S&JC', 'SJ', 'SJC'], ['PP'])
    >>> "M&S" in spell_initials("Marks and Spencer")
    True
    >>> "CDC" in spell_initials("Centers for Disease Control and Prevention")
    True
    """
    whole = strip_article(name)
    spelled: set[str] = set()
    for form in {whole, LEGAL_SUFFIX.sub("", whole)}:
        parts = list_parts(form)
        large = [part for part in parts if part.lower() not in SMALL_WORDS]
        spelled |= {join_initials(parts), join_initials(large)}
        spelled.add(join_initials("&" if part.lower() == "and" else part for part in parts))
        spelled.add(join_initials(part for part in parts if part.lower() not in LEFT_OUT))
        spelled |= {letters.replace("&", "") for letters in spelled}
        ends = [at for at, part in enumerate(parts) if part.lower() == "and"]
        if ends:
            before = join_initials(part for part in parts[: ends[-1]] if part.lower() not in SMALL_WORDS)
            spelled |= {before} if len(before) >= LEAST_INITIALS else set()
    return frozenset(letters for letters in spelled if len(letters) > 1)


def spell_parts(name: str) -> frozenset[str]:
    """The acronyms that a name may have without its first words, those of a state or a city, or without its last ones.

    >>> sorted(spell_parts("Ohio Public Utility Commission")), sorted(spell_parts("Public Utility Commission"))
    (['PUC'], [])
    >>> sorted(spell_parts("Transportation Safety Board of Canada")), sorted(spell_parts("Victoria and Albert Museum"))
    (['SBC', 'TSB'], ['V&A'])
    """
    whole = strip_article(name)
    large = [part for part in list_parts(whole) if part.lower() not in SMALL_WORDS]
    spelled = {join_initials(large[at:]) for at in range(1, len(large) - LEAST_INITIALS + 1)}
    joined = join_initials("&" if part.lower() == "and" else part for part in list_parts(whole))
    if "&" in joined[:-1]:
        spelled.add(joined[:-1])
    before = [part for part in list_parts(whole.rpartition(" of ")[0]) if part.lower() not in SMALL_WORDS]
    if len(before) >= LEAST_INITIALS:
        spelled.add(join_initials(before))
    return frozenset(spelled)


def list_parts(name: str) -> list[str]:
    """The words of a name, and each "&"."""
    return find_parts(find_possessives.sub("", name))


def join_initials(parts: Iterable[str]) -> str:
    """The first letters of words, those of small words small."""
    return "".join(part[0].lower() if part.lower() in SMALL_WORDS else part[0].upper() for part in parts)


def has_initials(name: str, acronym: str) -> bool:
    """Whether an acronym, in whatever case and with or without full stops, may be that of a name.

    >>> has_initials("World Health Organization", "W.H.O."), has_initials("World Bank", "WHO")
    (True, False)
    """
    letters = acronym.replace(".", "").upper()
    return any(initials.upper() == letters for initials in spell_initials(name))


def list_kernels(acronym: str) -> frozenset[str]:
    """What is left of an acronym without one or two letters that are no initials; empty where it is short.

    >>> "ASAN" in list_kernels("ASEAN"), list_kernels("WHO")
    (True, frozenset())
    """
    most = min(MOST_OTHERS, len(acronym) - LEAST_INITIALS)
    return frozenset(
        "".join(letter for at, letter in enumerate(acronym) if at not in dropped)
        for count in range(1, most + 1)
        for dropped in combinations(range(1, len(acronym)), count)
    )


def is_drawn_from(acronym: str, name: str) -> bool:
    """Whether an acronym in capitals has the initials of a name's words, and further letters from inside them.

    >>> [is_drawn_from(acronym, "Association of Southeast Asian Nations") for acronym in ("ASEAN", "ASXAN")]
    [True, False]
    >>> is_drawn_from("KEPCO", "Korea Electric Power Corp")
    True
    """
    words = [part.upper() for part in list_parts(strip_article(name)) if part.lower() not in SMALL_WORDS]
    reached = {0}
    for word in words:
        reached = {end for at in reached for end in list_ends(acronym, at, word)}
    return len(acronym) in reached


def list_ends(acronym: str, at: int, word: str) -> Iterator[int]:
    """Where the part of an acronym may end that a word gives to it from at on: its initial, and letters after it."""
    if acronym[at : at + 1] != word[0]:
        return
    yield (end := at + 1)
    for letter in word[1:]:
        if acronym[end : end + 1] == letter:
            yield (end := end + 1)
