"""What the network may take for an organisation and the words around it show to be none."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from service.text.names import split_person

OFFICES = frozenset(
    """
    attorney captain ceo chairman chairperson chairwoman chief coach commissioner congressman congresswoman councillor
    councilman councilor councilwoman director governor judge justice leader mayor member minister officer president
    secretary senator sheriff spokesman spokesperson spokeswoman superintendent
    """.split()
)
STATES = """
    Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois
    |Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana
    |Nebraska|Nevada|New\\sHampshire|New\\sJersey|New\\sMexico|New\\sYork|North\\sCarolina|North\\sDakota|Ohio|Oklahoma|Oregon
    |Pennsylvania|Rhode\\sIsland|South\\sCarolina|South\\sDakota|Tennessee|Texas|Utah|Vermont|Virginia|Washington
    |West\\sVirginia|Wisconsin|Wyoming
"""
# A member of a party from there: "the Ohio Republican".
is_state_and_member = re.compile(rf"(?:{STATES})\s(?:Democrat|Republican)s?", re.VERBOSE).fullmatch
is_family = re.compile(r"\b(?:both|the|these|those)\s$", re.IGNORECASE).search
FAMILY_REACH = 6


@dataclass(frozen=True, slots=True)
class Persons:
    """The persons named in an article. starts: of their names. surnames: the last words of these."""

    starts: frozenset[int]
    surnames: frozenset[str]

    @classmethod
    def of(cls, names: Iterable[tuple[int, str]]) -> "Persons":
        """Those who have these names, each with its start; what has no letters is no surname."""
        named = list(names)
        surnames = (words[-1] for words in (split_person(name) for _, name in named) if words)
        return cls(frozenset(start for start, _ in named), frozenset(surnames))


def is_mistaken(text: str, start: int, end: int, persons: Persons) -> bool:
    """Whether a name is an office before somebody's name, a politician by state and party, or a family.

    In our own articles no organisation whose name ends with an office stands before a person.

    >>> text = "District Councilor Ann Lee, the Ohio Republican and the Lees met Lees Ltd."
    >>> persons = Persons.of([(19, "Ann Lee")])
    >>> [is_mistaken(text, start, end, persons) for start, end in ((0, 18), (32, 47), (56, 60), (65, 69))]
    [True, True, True, False]
    >>> Persons.of([(0, "99")]).surnames
    frozenset()
    """
    name = text[start:end]
    words = name.split()
    if end + 1 in persons.starts and text[end] == " " and words[-1].casefold() in OFFICES:
        return True
    if is_state_and_member(name):
        return True
    is_plural = len(words) == 1 and name.endswith("s") and name[:-1] in persons.surnames
    return is_plural and is_family(text, max(0, start - FAMILY_REACH), start) is not None
