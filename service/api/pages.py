"""The page and its files."""

from flask import Blueprint, Response, abort, request

from service.web.assets import Asset, read_page, read_static

pages = Blueprint("pages", __name__)
# What the page itself consists of comes from here, and it speaks to nobody else. Nothing inline runs.
POLICY = "; ".join(
    [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "connect-src 'self'",
        "img-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
    ]
)


@pages.get("/")
def page() -> Response:
    """The page."""
    return answer_asset(read_page())


@pages.get("/static/<name>")
def static_file(name: str) -> Response:
    """A file of the page."""
    asset = read_static(name)
    if asset is None:
        abort(404)
    return answer_asset(asset)


def answer_asset(asset: Asset) -> Response:
    """The asset, or 304 where the browser has it; it asks each time, for another version may run by then."""
    response = Response(asset.content, content_type=asset.media_type)
    response.set_etag(asset.digest)
    response.headers["Cache-Control"] = "no-cache"
    response.headers["Content-Security-Policy"] = POLICY
    response.make_conditional(request)
    return response
