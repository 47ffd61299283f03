"""How place names compare: one key for all spellings of a name, and a name in ordinary case."""

import re

from service.text.names import strip_accents

# Letters that Unicode does not take apart into a base and a mark.
WHOLE_LETTERS = str.maketrans(
    {
        "ß": "ss",
        "æ": "ae",
        "ð": "d",
        "ø": "o",
        "đ": "d",
        "ħ": "h",
        "ı": "i",
        "ł": "l",
        "œ": "oe",
        "þ": "th",
    }
)
# Words that newsrooms spell out or shorten at will.
SHORT_WORDS = {"fort": "ft", "mount": "mt", "saint": "st", "sainte": "ste"}
# Words that stay in lower case within a name.
PARTICLES = frozenset(
    {
        "al",
        "am",
        "an",
        "and",
        "at",
        "au",
        "aux",
        "d'",
        "da",
        "das",
        "de",
        "del",
        "der",
        "des",
        "di",
        "do",
        "dos",
        "du",
        "e",
        "el",
        "en",
        "in",
        "la",
        "las",
        "le",
        "les",
        "los",
        "near",
        "of",
        "on",
        "sur",
        "the",
        "upon",
        "y",
    }
)
find_dropped = re.compile(r"[.'’‘`ʼʻ]").sub
find_breaks = re.compile(r"[\W_]+").sub
find_words = re.compile(r"[^\W\d_]+(?:[.'’][^\W\d_]+)*").sub
find_initials = re.compile(r"(?:[A-Z]\.)+[A-Z]?").fullmatch


def fold_name(name: str) -> str:
    """The key under which all spellings of a name are the same: no case, accents, full stops or apostrophes.

    >>> fold_name("SÃO PAULO"), fold_name("St. John’s"), fold_name("Saint-Étienne"), fold_name("W. Va.")
    ('sao paulo', 'st johns', 'st etienne', 'w va')
    """
    bare = strip_accents(find_dropped("", name.lower()).translate(WHOLE_LETTERS))
    return " ".join([SHORT_WORDS.get(word, word) for word in find_breaks(" ", bare).split()])


def lower_capitals(name: str) -> str:
    """A name printed in capitals, in ordinary case; any other name as it is.

    >>> lower_capitals("RIO DE JANEIRO"), lower_capitals("PORT-AU-PRINCE"), lower_capitals("LOS ANGELES")
    ('Rio de Janeiro', 'Port-au-Prince', 'Los Angeles')
    >>> lower_capitals("St Andrews"), lower_capitals("U.S. PACIFIC COMMAND"), lower_capitals("ST JOHN’S")
    ('St Andrews', 'U.S. Pacific Command', 'St John’s')
    """
    return find_words(lower_word, name) if name.isupper() else name


def lower_word(match: re.Match[str]) -> str:
    """One word of a name in capitals, in ordinary case."""
    word = match.group()
    # A particle that opens the name keeps its capital: "Los Angeles", "La Paz", "The Hague".
    if match.start() > 0 and word.lower() in PARTICLES:
        return word.lower()
    return word if find_initials(word) else word.capitalize()
