"""How much one request may hold."""

import re
from collections.abc import Iterator
from contextlib import suppress
from typing import IO

from flask import Request, Response, request
from gunicorn.http.errors import ParseException
from werkzeug.exceptions import ClientDisconnected

from service.api.arrivals import read_arrived
from service.api.inflate import inflate
from service.api.lines import NDJSON
from service.api.refusals import BodyTooLargeError, JsonTooDeepError, MalformedBodyError

CHUNK = 65_536
GZIP_NAMES = frozenset({"gzip", "x-gzip"})
READ_ENCODINGS = GZIP_NAMES | {"", "identity"}
# Strings, whose brackets do not count, and brackets.
find_brackets = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"?|[\[\]{}]', re.DOTALL).finditer
# A client reads its answer only after it has sent its body, so what is left of a refused body is read and thrown away;
# beyond this many bytes the connection is cut instead.
DISCARD_LIMIT = 16_777_216


def read_body(incoming: Request, *, limit: int) -> bytes:
    """The body, inflated where it is sent as gzip, whether its length is declared or it comes in chunks.

    Raises BodyTooLargeError beyond limit bytes, as sent or inflated, and MalformedBodyError where the body breaks off,
    its chunks are none, or it is no gzip.
    """
    declared = incoming.content_length
    if declared is not None and declared > limit:
        raise BodyTooLargeError(limit=limit, actual=declared)
    parts = _bound_parts(incoming, limit)
    return b"".join(inflate(parts, limit=limit) if name_encoding(incoming) in GZIP_NAMES else parts)


def read_parts(incoming: Request) -> Iterator[bytes]:
    """The body in parts as they arrive, inflated where it is sent as gzip, without a bound to all of them together.

    Raises MalformedBodyError.
    """
    parts = _read_parts(incoming)
    return inflate(parts, limit=None) if name_encoding(incoming) in GZIP_NAMES else parts


def name_encoding(incoming: Request) -> str:
    """The `Content-Encoding` of the body in lower case; empty where there is none."""
    return incoming.headers.get("Content-Encoding", "").strip().lower()


def require_depth(source: str, *, limit: int) -> None:
    """JsonTooDeepError as soon as JSON nests more than limit arrays and objects; what is no JSON is counted alike.

    >>> require_depth('{"text": "[[["}', limit=1)
    """
    depth = 0
    for match in find_brackets(source):
        bracket = match.group()
        if bracket in "[{":
            depth += 1
            if depth > limit:
                raise JsonTooDeepError(limit=limit, actual=depth)
        elif bracket in "]}":
            depth -= 1


def discard(stream: IO[bytes]) -> int:
    """The number of bytes that were left in stream, all read now; at most about DISCARD_LIMIT.

    Raises MalformedBodyError.
    """
    size = 0
    while size < DISCARD_LIMIT and (part := _read_part(stream)):
        size += len(part)
    return size


def discard_refused_body(response: Response) -> Response:
    """The response, after what is left of a refused request has been read.

    A client that sends line by line may wait for its answer before it sends more, so it is not waited for.
    """
    if response.status_code >= 400 and request.mimetype != NDJSON:
        with suppress(MalformedBodyError):
            discard(request.stream)
    return response


def _read_parts(incoming: Request) -> Iterator[bytes]:
    while part := _read_part(incoming.stream):
        yield part


def _bound_parts(incoming: Request, limit: int) -> Iterator[bytes]:
    size = 0
    for part in _read_parts(incoming):
        size += len(part)
        if size > limit:
            raise BodyTooLargeError(limit=limit, actual=size + discard(incoming.stream))
        yield part


def _read_part(stream: IO[bytes]) -> bytes:
    try:
        return read_arrived(stream, CHUNK)
    except (ClientDisconnected, ParseException, OSError):
        # werkzeug raises the first where a length was declared, gunicorn the others where the body comes in chunks.
        raise MalformedBodyError("the body breaks off, or its chunks are malformed") from None
