"""Compressed bodies, inflated in steps that a limit bounds."""

import zlib
from collections.abc import Iterable, Iterator

from service.api.refusals import BodyTooLargeError, MalformedBodyError

# What zlib calls a gzip stream, and how many bytes one step may yield.
GZIP = 16 + zlib.MAX_WBITS
STEP = 65_536


def inflate(parts: Iterable[bytes], *, limit: int | None) -> Iterator[bytes]:
    """The bytes that a gzip body in parts stands for; several streams may follow each other, as RFC 1952 has it.

    limit: how many bytes there may be; None where whoever reads them bounds what is kept.

    Raises BodyTooLargeError as soon as there are more than limit bytes, MalformedBodyError where it is no gzip or
    breaks off.
    """
    stream = zlib.decompressobj(GZIP)
    size = 0
    for part in parts:
        waiting = part
        while waiting:
            if stream.eof:
                stream = zlib.decompressobj(GZIP)
            try:
                step = stream.decompress(waiting, STEP)
            except zlib.error:
                raise MalformedBodyError("the body is no gzip stream") from None
            waiting = stream.unused_data if stream.eof else stream.unconsumed_tail
            size += len(step)
            if limit is not None and size > limit:
                raise BodyTooLargeError(limit=limit, actual=size, unit="bytes inflated")
            yield step
    if not stream.eof:
        raise MalformedBodyError("the gzip stream breaks off")
