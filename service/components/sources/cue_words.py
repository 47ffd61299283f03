"""Words that our own articles report speech with; a cue without any of them is seldom one where no marks stand.

The list is text, a word in lower case in each line. It is made by training/cue_words.py.
"""

from functools import cache
from pathlib import Path

from service.text.names import find_words

LIST_PATH = Path(__file__).parents[2] / "model" / "cue_words.txt"
# Of themselves they report nothing: "has been investing in".
EMPTY_WORDS = frozenset(
    """
    a an and are as at be been being by did do does for from had has have her his in is it its not of on that the their
    to was were will with would
    """.split()
)


@cache
def load_cue_words() -> frozenset[str]:
    """The words."""
    return frozenset(LIST_PATH.read_text(encoding="utf-8").split())


def list_cue_words(cue: str) -> list[str]:
    """The words of a cue in lower case that may report.

    >>> list_cue_words("Has said in a statement")
    ['said', 'statement']
    """
    return [word for word in find_words(cue.casefold()) if word not in EMPTY_WORDS]


def is_familiar(cue: str) -> bool:
    """Whether one of a cue's words reports speech in our own articles, or it has no words at all, as a colon.

    >>> is_familiar("has said"), is_familiar("are investing in"), is_familiar(":")
    (True, False, True)
    """
    words = list_cue_words(cue)
    return not words or any(word in load_cue_words() for word in words)
