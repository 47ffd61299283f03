"""Lines of a body that may be endless: no more is kept of it than one line."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

NDJSON = "application/x-ndjson"


@dataclass(frozen=True, slots=True)
class Line:
    """A line without its end. size: its bytes; content: empty where they are more than the limit."""

    content: bytes
    size: int


def split_lines(parts: Iterable[bytes], *, limit: int) -> Iterator[Line]:
    """The lines of a body in parts, blank ones left out; one of more than limit bytes is counted and not kept.

    >>> [line.content for line in split_lines([b"a", b"b\\n", b"\\r\\n c"], limit=9)]
    [b'ab', b' c']
    >>> [(line.content, line.size) for line in split_lines([b"abc", b"def\\ng\\n"], limit=5)]
    [(b'', 6), (b'g', 1)]
    """
    kept, size = bytearray(), 0
    for part in parts:
        start = 0
        while start < len(part):
            end = part.find(b"\n", start)
            stop = len(part) if end < 0 else end
            size += stop - start
            if size <= limit:
                kept += part[start:stop]
            else:
                kept.clear()
            if end < 0:
                break
            if size > limit or kept.strip():
                yield Line(bytes(kept), size)
            kept.clear()
            start, size = end + 1, 0
    if size > limit or kept.strip():
        yield Line(bytes(kept), size)
