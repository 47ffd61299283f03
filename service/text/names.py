"""Names of people and organisations as they are printed: what belongs to a name, and which forms are one name."""

import re
import unicodedata

HONORIFICS = frozenset(
    """
    adm adv alhaji ar atty barr brig canon capt captain cdr cllr cmdr col colonel comrade congressman
    congresswoman cpl cst dame datin dato datuk daw det dr eng engr er father fr gen general gov governor hajia
    hajiya hon insp judge justice kgosi lady lord lt madam maj major mallam maulana miss mr mrs ms msgr mufti
    mullah mx mzee otunba pc pope prince princess prof professor pte puan qari queen ratu rep representative rev
    reverend saint sen senator sgt sheikh shri sir sister smt supt togbe ustaz
    """.split()
)
# Behind a name, to tell a father from his son.
GENERATIONS = frozenset(("ii", "iii", "iv", "jr", "sr"))
# Degrees, seats and honours behind a name: "Ann Park KC".
LETTERS = frozenset("BL CBE DBE Esq FRS KBE KC MBE MD MEP MLA MP MS MSP OBE PhD QC RN SC TD".split())
LEGAL_SUFFIX = re.compile(
    r"""
    [,\s]+                                                          # "Acme, Inc."
    (?:inc|incorporated|corp|corporation|co|company|ltd|limited|llc|llp|plc|ag|sa|nv|se|gmbh|spa|oyj|ab|asa|pte|pty|bhd)
    \.?$
    """,
    re.VERBOSE | re.IGNORECASE,
)
SMALL_WORDS = frozenset("a an and at by for from in of on the to with".split())
find_words = re.compile(r"\w+(?:[.’'&+-]\w+)*").findall


def strip_article(name: str) -> str:
    """The name without a leading article.

    >>> strip_article("the Federal Reserve"), strip_article("Theatre Royal")
    ('Federal Reserve', 'Theatre Royal')
    """
    first, blank, rest = name.partition(" ")
    return rest if blank and first.lower() in ("the", "a", "an") else name


def strip_accents(text: str) -> str:
    """The text without the marks on its letters.

    >>> strip_accents("Sinn Féin"), strip_accents("Škoda")
    ('Sinn Fein', 'Skoda')
    """
    letters = unicodedata.normalize("NFKD", text)
    return "".join([letter for letter in letters if not unicodedata.combining(letter)])


def strip_honorifics(name: str) -> str:
    """The name without titles of address before it.

    >>> [strip_honorifics(name) for name in ("Ms. Michelle Zhang", "Dr Sir Ian Lee", "Rev. Fr. Jobin Rao")]
    ['Michelle Zhang', 'Ian Lee', 'Jobin Rao']
    """
    words = name.split()
    while len(words) > 1 and words[0].rstrip(".").lower() in HONORIFICS:
        words = words[1:]
    return " ".join(words)


def fold_organisation(name: str) -> str:
    """The form by which two printings of an organisation's name are compared.

    >>> fold_organisation("The Acme Widget Co., Ltd."), fold_organisation("J.P.  Morgan")
    ('acme widget', 'jp morgan')
    """
    folded = strip_article(" ".join(name.split()))
    shorter = LEGAL_SUFFIX.sub("", folded)
    while shorter != folded:
        folded, shorter = shorter, LEGAL_SUFFIX.sub("", shorter)
    return folded.replace(".", "").replace("’", "'").casefold().strip(" ,")


def split_person(name: str) -> list[str]:
    """The words of a person's name; titles of address, nicknames in marks and "III" or "Jr." left out.

    >>> split_person('Mr. Robert "Bud" Kessler Jr.'), split_person("Jose ''Pepe'' Lee III")
    (['Robert', 'Kessler'], ['Jose', 'Lee'])
    """
    plain = re.sub(r"(?:''|[\"“‘(])[^\"”’')]*(?:''|[\"”’)])", " ", strip_honorifics(name))
    words = [word.strip(",") for word in plain.split() if any(letter.isalpha() for letter in word)]
    while len(words) > 1 and words[-1].rstrip(".").casefold() in GENERATIONS:
        words.pop()
    return words


def is_short_for(short: list[str], full: list[str]) -> bool:
    """Whether the words of a name are a shorter printing of a fuller one: its first or last words, or its ends.

    >>> full = "Maria de la Cruz".split()
    >>> [is_short_for(short.split(), full) for short in ("Cruz", "de la Cruz", "Maria Cruz", "Ana Cruz")]
    [True, True, True, False]
    """
    one = [word.casefold() for word in short]
    other = [word.casefold() for word in full]
    if not one or len(one) > len(other):
        return False
    if one == other[: len(one)] or one == other[-len(one) :]:
        return True
    return len(one) > 1 and one[0] == other[0] and one[-1] == other[-1]


def is_inside(short: list[str], full: list[str]) -> bool:
    """Whether a name is the middle of a fuller one: the surname before a mother's, or before given names.

    >>> is_inside(["Espinoza"], "Yadira Espinoza Cantillo".split()), is_inside(["Ann"], "Ann Lee".split())
    (True, False)
    """
    one = [word.casefold() for word in short]
    inner = [word.casefold() for word in full[1:-1]]
    return bool(one) and any(inner[at : at + len(one)] == one for at in range(len(inner) - len(one) + 1))
