"""When two names are the same name."""

import re

find_article = re.compile(r"(?:the|an?)\s+", re.IGNORECASE).match


def normalise_name(name: str) -> str:
    """A name without its leading article, in lower case, blanks made single.

    >>> normalise_name("The  Federal Reserve")
    'federal reserve'
    >>> normalise_name("Theresa May")
    'theresa may'
    """
    article = find_article(name)
    return " ".join(name[article.end() if article else 0 :].casefold().split())


def is_same_name(one: str | None, other: str | None) -> bool:
    """Whether two names are equal but for case and leading article; no name equals none.

    >>> is_same_name("The Fed", "the fed"), is_same_name("Zhang", "Michelle Zhang"), is_same_name(None, "Zhang")
    (True, False, False)
    """
    if one is None or other is None:
        return False
    return normalise_name(one) == normalise_name(other)


def is_same_person(one: str, other: str) -> bool:
    """Whether two full names agree in their first and last word: a middle name or initial may be left out.

    >>> is_same_person("Donald J. Trump", "Donald Trump"), is_same_person("Trump", "Donald Trump")
    (True, False)
    """
    words, other_words = split_name(one), split_name(other)
    if not words or not other_words or (len(words) == 1) != (len(other_words) == 1):
        return False
    return words[0] == other_words[0] and words[-1] == other_words[-1]


def is_part_of_name(part: str, name: str) -> bool:
    """Whether every word of part is a word of name.

    >>> is_part_of_name("Trump", "Donald Trump"), is_part_of_name("Ivanka Trump", "Donald Trump")
    (True, False)
    """
    words = split_name(part)
    return bool(words) and set(words) <= set(split_name(name))


def split_name(name: str) -> list[str]:
    """The words of a name in lower case, full stops removed."""
    return normalise_name(name).replace(".", "").split()
