"""The lines of a stretch of a file, of which every line belongs to exactly one stretch."""

from collections.abc import Iterator
from typing import IO


def read_lines(file: IO[bytes], start: int, end: int | None, *, limit: int) -> Iterator[tuple[int, bytes]]:
    """The lines that begin from start up to end, each with the byte at which it begins; blank ones are left out.

    A line longer than limit comes without what follows limit, which no parser takes for JSON.
    """
    position = start
    if start:
        # A line that begins before start is another part's, unless start is exactly where one begins.
        file.seek(start - 1)
        position = start - 1 + sum(len(piece) for piece in read_pieces(file, limit))
    while end is None or position < end:
        pieces = read_pieces(file, limit)
        line = next(pieces, b"")
        length = len(line) + sum(len(piece) for piece in pieces)
        if not length:
            return
        if not line.isspace():
            yield position, line
        position += length


def read_pieces(file: IO[bytes], limit: int) -> Iterator[bytes]:
    """One line, in pieces of at most limit bytes, so that no line can fill the memory."""
    while piece := file.readline(limit):
        yield piece
        if piece.endswith(b"\n"):
            return
