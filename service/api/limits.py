"""How much one request may hold."""

from contextlib import suppress
from typing import IO

from flask import Request, Response, request
from gunicorn.http.errors import ParseException
from werkzeug.exceptions import ClientDisconnected

from service.api.refusals import BodyTooLargeError, MalformedBodyError, TextTooLongError

CHUNK = 65_536
# A client reads its answer only after it has sent its body, so what is left of a refused body is read and thrown away;
# beyond this many bytes the connection is cut instead.
DISCARD_LIMIT = 16_777_216


def read_body(incoming: Request, *, limit: int) -> bytes:
    """The body as sent, whether its length is declared or it comes in chunks.

    Raises BodyTooLargeError beyond limit bytes, MalformedBodyError where the body breaks off or its chunks are none.
    """
    declared = incoming.content_length
    if declared is not None and declared > limit:
        raise BodyTooLargeError(limit=limit, actual=declared)
    parts = []
    size = 0
    while part := _read_part(incoming.stream):
        parts.append(part)
        size += len(part)
        if size > limit:
            raise BodyTooLargeError(limit=limit, actual=size + discard(incoming.stream))
    return b"".join(parts)


def require_length(text: str, *, limit: int) -> None:
    """TextTooLongError beyond limit code points."""
    if len(text) > limit:
        raise TextTooLongError(limit=limit, actual=len(text))


def discard(stream: IO[bytes]) -> int:
    """The number of bytes that were left in stream, all read now; at most about DISCARD_LIMIT.

    Raises MalformedBodyError.
    """
    size = 0
    while size < DISCARD_LIMIT and (part := _read_part(stream)):
        size += len(part)
    return size


def discard_refused_body(response: Response) -> Response:
    """The response, after what is left of a refused request has been read."""
    if response.status_code >= 400:
        with suppress(MalformedBodyError):
            discard(request.stream)
    return response


def _read_part(stream: IO[bytes]) -> bytes:
    try:
        return stream.read(CHUNK)
    except (ClientDisconnected, ParseException, OSError):
        # werkzeug raises the first where a length was declared, gunicorn the others where the body comes in chunks.
        raise MalformedBodyError("the body breaks off, or its chunks are malformed") from None
