"""Cross-origin requests: none from browsers, unless the settings name their origins."""

from flask import Flask
from flask_cors import CORS

from service.api.access import KEY_HEADER

SENT = ("Authorization", "Content-Encoding", "Content-Type", "If-None-Match", KEY_HEADER, "X-Request-ID")
EXPOSED = ("ETag", "Retry-After", "Server-Timing", "X-Request-ID")
PREFLIGHT_SECONDS = 600


def register_cross_origin(app: Flask, origins: tuple[str, ...]) -> None:
    """Let pages of these origins call the API; with none, let no page of another origin."""
    if origins:
        CORS(
            app,
            resources={r"/v1/.*": {"origins": list(origins)}},
            methods=["GET", "POST"],
            allow_headers=list(SENT),
            expose_headers=list(EXPOSED),
            max_age=PREFLIGHT_SECONDS,
            supports_credentials=False,
        )
