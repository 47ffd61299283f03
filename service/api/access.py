"""Access: only those who show an API key are answered, where there are any."""

from flask import Flask, Request, request

from service.api.refusals import UnauthorisedError
from service.api.state import current_service

# What an orchestrator asks for, which has no key, what tells people how to ask, and the page, which asks its reader.
OPEN_ROUTES = frozenset(
    {
        "/",
        "/docs",
        "/docs/<name>",
        "/livez",
        "/openapi-3.0.json",
        "/openapi.json",
        "/openapi.yaml",
        "/readyz",
        "/static/<name>",
    }
)
BEARER = "bearer "
KEY_HEADER = "X-API-Key"


def read_key(incoming: Request) -> str:
    """The key that a request shows, as a bearer token or in a header of its own; empty where it shows none."""
    shown = incoming.headers.get("Authorization", "")
    if shown[: len(BEARER)].lower() == BEARER:
        return shown[len(BEARER) :].strip()
    return incoming.headers.get(KEY_HEADER, "")


def register_access(app: Flask) -> None:
    """Let app answer only those who show a key, where it has any."""
    app.before_request(require_key)


def require_key() -> None:
    """UnauthorisedError where keys are set, and the request to a route that is not open shows none of them."""
    keys = current_service().keys
    route = request.url_rule.rule if request.url_rule else None
    # A preflight has no key by its nature, and is answered without the route.
    if keys.is_open or route in OPEN_ROUTES or request.method == "OPTIONS":
        return
    if not keys.allow(read_key(request)):
        raise UnauthorisedError
