"""Log lines as JSON, one for each request, never with a word of an article.

An exception's message may quote what it failed on, so only the messages of our own errors are logged; of others, the
type and the frames.
"""

import logging
import re
import time
import traceback
import uuid
from dataclasses import asdict
from types import TracebackType
from typing import Any

from flask import Flask, Response, g, request
from pythonjsonlogger.json import JsonFormatter

from service.api.traces import read_traceparent
from service.errors import ServiceError

is_request_id = re.compile(r"[A-Za-z0-9._-]{1,128}").fullmatch
HEALTH_ROUTES = frozenset({"/livez", "/readyz"})

access_log = logging.getLogger("service.access")
failure_log = logging.getLogger("service.failure")

ExceptionInfo = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class PrivateFormatter(JsonFormatter):
    """A record as one JSON object, exceptions without what they quote."""

    def formatException(self, ei: ExceptionInfo) -> str:  # noqa: N802  (logging's own name)
        """The type and frames of the exception; its message only where the service wrote it."""
        kind, error, frames = ei
        if kind is None:
            return ""
        head = f"{kind.__name__}: {error}" if issubclass(kind, ServiceError) else kind.__name__
        lines = [f"{frame.filename}:{frame.lineno} in {frame.name}" for frame in traceback.extract_tb(frames)]
        return "\n".join([head, *lines])


def logging_config(level: str) -> dict[str, Any]:
    """The configuration of the logging module: JSON on standard output, from level upwards."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {
            "json": {
                "()": "service.api.logs.PrivateFormatter",
                "fmt": "%(asctime)s %(levelname)s %(name)s %(process)d %(message)s",
                "rename_fields": {"asctime": "time", "levelname": "level", "name": "logger"},
            }
        },
        "handlers": {"stdout": {"class": "logging.StreamHandler", "formatter": "json", "stream": "ext://sys.stdout"}},
        "root": {"level": level.upper(), "handlers": ["stdout"]},
        "loggers": {
            "gunicorn.error": {"level": level.upper(), "handlers": [], "propagate": True},
            # Ours says the same with the request id, and without addresses typed by strangers.
            "gunicorn.access": {"level": "CRITICAL", "handlers": [], "propagate": False},
        },
    }


def register_logs(app: Flask) -> None:
    """Let app name every request and log it."""
    app.before_request(begin_request)
    app.after_request(end_request)


def begin_request() -> None:
    """Name the request: by the client's id where it is well-formed, else by one of our own."""
    sent = request.headers.get("X-Request-ID", "")
    g.request_id = sent if is_request_id(sent) else uuid.uuid4().hex
    g.started = time.perf_counter()
    g.trace = read_traceparent(request.headers.get("traceparent"))


def end_request(response: Response) -> Response:
    """The response with the request's id, and a line in the log; for one that is answered in parts, at their end."""
    response.headers["X-Request-ID"] = g.request_id
    # A path that no route matches may hold anything.
    route = request.url_rule.rule if request.url_rule else None
    facts = {
        "request_id": g.request_id,
        "trace_id": g.trace.trace_id if g.trace else None,
        "parent_span_id": g.trace.span_id if g.trace else None,
        "method": request.method if route else None,
        "route": route,
        "status": response.status_code,
        "body_bytes": request.content_length,
    }
    started, tally = g.started, g.get("tally")
    counts = {"characters": g.get("characters")}

    def log() -> None:
        access_log.log(
            logging.DEBUG if route in HEALTH_ROUTES else logging.INFO,
            "request",
            extra={
                **facts,
                "milliseconds": round(1000 * (time.perf_counter() - started), 1),
                **(asdict(tally) if tally else counts),
            },
        )

    if tally:
        response.call_on_close(log)
    else:
        log()
    return response


def log_failure(error: Exception) -> None:
    """Log a bug under the request's id."""
    failure_log.error("request failed", exc_info=error, extra={"request_id": g.request_id})
