"""gunicorn's threaded worker with our answers: a problem for what is no HTTP, and no more work while it drains."""

import select
import socket
import struct
import uuid
from dataclasses import replace
from http import HTTPStatus
from types import FrameType
from typing import Any

from gunicorn.http.errors import LimitRequestHeaders, LimitRequestLine, ParseException, UnsupportedTransferCoding
from gunicorn.util import write_nonblock
from gunicorn.workers.gthread import ThreadWorker

from service.api.arrivals import ArrivingBody
from service.api.problem_kinds import MEDIA_TYPE, NOT_HTTP
from service.api.state import service_of
from service.schemas.problem import Problem, render_problem
from service.schemas.problem_kinds import type_of

STATUSES: dict[type[Exception], HTTPStatus] = {
    LimitRequestLine: HTTPStatus.REQUEST_URI_TOO_LONG,
    LimitRequestHeaders: HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE,
    UnsupportedTransferCoding: HTTPStatus.NOT_IMPLEMENTED,
}


class Worker(ThreadWorker):  # type: ignore[misc]
    """A threaded worker that answers in problems and quotes nobody."""

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Take no more work, and end once the running requests have ended."""
        self.drain()
        super().handle_exit(sig, frame)

    def drain(self) -> None:
        """Take no more work."""
        # Without an application the worker is still loading it.
        app = getattr(self, "wsgi", None)
        if app is not None:
            service_of(app).readiness.drain()

    def handle_request(self, req: Any, conn: Any) -> bool:
        """Whether the connection can serve another request, after this one has been answered.

        Its body can be read as it arrives, and a client that reads nothing of its answer is given up.
        """
        req.body = ArrivingBody(req.body.reader)
        # The kernel's own timeout: Python's would bound the reading of the body too.
        conn.sock.setsockopt(socket.SOL_SOCKET, socket.SO_SNDTIMEO, struct.pack("ll", self.cfg.keepalive, 0))
        return bool(super().handle_request(req, conn))

    def set_accept_enabled(self, enabled: bool) -> None:
        """Accept connections or no longer; at the end, those that wait are accepted first: closing would reset them.

        The listeners are closed then and there, not after the last request: what comes later is another worker's, or
        is refused.
        """
        if enabled or self.alive:
            super().set_accept_enabled(enabled)
            return
        # A worker that is replaced after its many requests gets no signal.
        self.drain()
        for listener in self.sockets:
            self.accept_waiting(listener)
        super().set_accept_enabled(False)
        for listener in self.sockets:
            listener.close()

    def accept_waiting(self, listener: Any) -> None:
        """Accept what stands in a listener's queue, and no more than it can hold."""
        queue = select.poll()
        queue.register(listener, select.POLLIN)
        for _ in range(self.cfg.backlog):
            if not queue.poll(0):
                return
            self.accept(listener)

    def handle_error(self, req: Any, client: Any, addr: Any, exc: Exception) -> None:
        """Answer what cannot be parsed as HTTP. gunicorn would quote it, and it may be the rest of an article."""
        if not isinstance(exc, ParseException):
            super().handle_error(req, client, addr, exc)
            return
        request_id = uuid.uuid4().hex
        self.log.warning("not HTTP: %s, request %s", type(exc).__name__, request_id)
        try:
            write_nonblock(client, format_refusal(STATUSES.get(type(exc), HTTPStatus.BAD_REQUEST), request_id))
        except OSError:
            self.log.debug("the client of request %s is gone", request_id)


def format_refusal(status: HTTPStatus, request_id: str) -> bytes:
    """A whole HTTP answer that refuses with status and closes the connection."""
    kind = replace(NOT_HTTP, status=int(status), title=status.phrase)
    body = render_problem(Problem(type_of(kind), kind.title, kind.status, kind.example, kind.code, request_id))
    head = (
        f"HTTP/1.1 {kind.status} {kind.title}",
        "Connection: close",
        f"Content-Type: {MEDIA_TYPE}",
        f"Content-Length: {len(body)}",
        f"X-Request-ID: {request_id}",
    )
    return ("\r\n".join(head) + "\r\n\r\n" + body).encode("ascii")
