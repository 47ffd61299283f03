"""What every answer says to browsers and proxies, and how long it took."""

import time

from flask import Response, g

from service.pipeline.watch import Watch

# Answers are data: a browser is to take them for what they say they are, to show them in no frame, to run nothing.
SECURITY_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
}


def add_security_headers(response: Response) -> Response:
    """The response with the headers that it does not set by itself."""
    for name, value in SECURITY_HEADERS.items():
        response.headers.setdefault(name, value)
    return response


def add_server_timing(response: Response) -> Response:
    """The response with the milliseconds of each stage, as `Server-Timing` has them.

    One that is answered in parts goes without: its head leaves before its articles are read.
    """
    if "tally" in g:
        return response
    watch: Watch | None = g.get("watch")
    if watch:
        # A stage that failed is still open.
        watch.stop()
    stages = dict(watch.seconds) if watch else {}
    stages["total"] = time.perf_counter() - g.started
    response.headers["Server-Timing"] = ", ".join(
        f"{stage};dur={1000 * seconds:.1f}" for stage, seconds in stages.items()
    )
    return response
