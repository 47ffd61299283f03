"""Request bodies read as they arrive, so that an article is answered before the next one is there.

gunicorn's own body waits until as many bytes are there as were asked for.
"""

from typing import IO, Any, cast

from gunicorn.http.body import Body, ChunkedReader, LengthReader
from gunicorn.http.errors import NoMoreData


class ArrivingBody(Body):  # type: ignore[misc]
    """A body of gunicorn's that can also be read in parts, as they come."""

    failed: bool

    def read1(self, size: int) -> bytes:
        """At least one byte and at most size, empty at the end; NoMoreData and others where the body breaks off."""
        if self.failed:
            raise NoMoreData
        data: bytes = self.buf.getvalue()
        if not data:
            try:
                data = read_next(self.reader)
            except Exception:
                # gunicorn's own mark: the connection serves no other request.
                self.failed = True
                raise
        self.buf.seek(0)
        self.buf.truncate()
        self.buf.write(data[size:])
        return data[:size]


def read_next(reader: Any) -> bytes:
    """What comes next of a body, as soon as there is any; empty at the end, NoMoreData where it breaks off."""
    if isinstance(reader, ChunkedReader):
        return read_next_chunk(reader)
    if isinstance(reader, LengthReader):
        return read_next_stretch(reader)
    raise TypeError(f"a body without end: {type(reader).__name__}")


def read_next_chunk(reader: Any) -> bytes:
    """What comes next of a body in chunks."""
    held: bytes = reader.read(reader.buf.tell())
    if held or reader.parser is None:
        return held
    for part in reader.parser:
        # Nothing comes, and more will, where the size of a chunk has arrived without its first byte.
        if part:
            return cast(bytes, part)
    reader.parser = None
    return b""


def read_next_stretch(reader: Any) -> bytes:
    """What comes next of a body of known length."""
    if not reader.length:
        return b""
    data: bytes = reader.unreader.read(None, read_ahead=reader.length)
    if not data:
        raise NoMoreData
    # What stands behind the body belongs to the next request.
    part, rest = data[: reader.length], data[reader.length :]
    if rest:
        reader.unreader.unread(rest)
    reader.length -= len(part)
    return part


def read_arrived(stream: IO[bytes], size: int) -> bytes:
    """At most size bytes of a body, empty at its end; under gunicorn no more than have arrived."""
    return stream.read1(size) if isinstance(stream, ArrivingBody) else stream.read(size)
