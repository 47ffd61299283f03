"""Names to look for in a text, at a cost that does not grow with how many there are."""

import re
from collections.abc import Callable, Collection, Iterator
from itertools import islice

from service.text.spans import Offsets

# The longest name, in code points. Without a bound a text of one endless word would be looked up whole.
LONGEST_NAME = 200
# What a name is made of: words, and each mark by itself.
PART = re.compile(r"[^\W_]+|[^\w\s]|_")
find_parts = PART.finditer
list_parts = PART.findall


class NameIndex:
    """Names in the form that fold gives them, by their first part and how many parts names with that part have."""

    def __init__(self, names: Collection[str], fold: Callable[[str], str]) -> None:
        self._names = names
        self._fold = fold
        self._most_parts: dict[str, int] = {}
        for name in names:
            parts = list_parts(name)
            if parts and len(parts) > self._most_parts.get(parts[0], 0):
                self._most_parts[parts[0]] = len(parts)

    def find_end(self, text: str, start: int) -> int | None:
        """Where the longest of the names ends that is printed at start, in whole words; None where none is.

        >>> index = NameIndex({"yahoo!", "yahoo! japan"}, str.casefold)
        >>> index.find_end("At Yahoo! Japan Corp", 3), index.find_end("At Yahoo! Japanese", 3), index.find_end("At", 0)
        (15, 9, None)
        """
        parts = find_parts(text, start, start + LONGEST_NAME)
        first = next(parts, None)
        most = None if first is None else self._most_parts.get(self._fold(first.group()))
        if first is None or most is None:
            return None
        ends = [first.end(), *(part.end() for part in islice(parts, most - 1))]
        # The bound may have cut the last part.
        if is_inside_word(text, ends[-1]):
            ends.pop()
        return next((end for end in reversed(ends) if self._fold(text[start:end]) in self._names), None)

    def find_all(self, text: str) -> Iterator[Offsets]:
        """Where the names are printed, the longest at each place, and none inside another.

        >>> index = NameIndex({"Ford", "Ford Foundation"}, str)
        >>> list(index.find_all("The Ford Foundation, not Ford"))
        [(4, 19), (25, 29)]
        """
        reached = 0
        for part in find_parts(text):
            if part.start() >= reached and self._fold(part.group()) in self._most_parts:
                end = self.find_end(text, part.start())
                if end is not None:
                    reached = end
                    yield part.start(), end


def is_inside_word(text: str, position: int) -> bool:
    """Whether a letter or digit stands on both sides of a position.

    >>> is_inside_word("Acme", 2), is_inside_word("Acme", 4), is_inside_word("Acme’s", 4)
    (True, False, False)
    """
    return text[position - 1 : position].isalnum() and text[position : position + 1].isalnum()
