"""Packaged files as answers: what browsers are sent as it is, and what that may load and run."""

from flask import Response, request

from service.web.assets import Asset


def spell_policy(*, images: str = "'self'") -> str:
    """A policy for pages: they consist of what comes from here and speak to nobody else, and nothing inline runs.

    images: where pictures may come from.
    """
    return "; ".join(
        [
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "connect-src 'self'",
            f"img-src {images}",
            "base-uri 'none'",
            "form-action 'none'",
            "frame-ancestors 'none'",
        ]
    )


def answer_asset(asset: Asset, policy: str) -> Response:
    """The asset, or 304 where the browser has it; it asks each time, for another version may run by then."""
    response = Response(asset.content, content_type=asset.media_type)
    response.set_etag(asset.digest)
    response.headers["Cache-Control"] = "no-cache"
    response.headers["Content-Security-Policy"] = policy
    response.make_conditional(request)
    return response
