"""The page that shows the OpenAPI document and tries it: Swagger UI, its files from an installed package."""

from importlib.resources import files
from pathlib import Path

from flask import Blueprint, Response, abort, request

docs = Blueprint("docs", __name__)

WEB = Path(__file__).parents[1] / "web"
PAGE = WEB / "docs.html"
SWAGGER_UI = Path(str(files("flask_swagger_ui"))) / "dist"
# What the page loads; the package holds more.
ASSETS = {
    path.name: path for path in (WEB / "docs.js", SWAGGER_UI / "swagger-ui-bundle.js", SWAGGER_UI / "swagger-ui.css")
}
MEDIA_TYPES = {".css": "text/css", ".js": "text/javascript"}
ASSET_ROUTE = "/docs/<name>"
# Scripts, styles and requests of this origin alone.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)


@docs.get("/docs")
def show_docs() -> Response:
    """The page."""
    response = Response(PAGE.read_bytes(), mimetype="text/html")
    response.headers["Content-Security-Policy"] = POLICY
    return response


@docs.get(ASSET_ROUTE)
def show_asset(name: str) -> Response:
    """A file that the page loads; whoever keeps it asks whether it still holds, for the package may be replaced."""
    if name not in ASSETS:
        abort(404)
    path = ASSETS[name]
    response = Response(path.read_bytes(), mimetype=MEDIA_TYPES[path.suffix])
    response.headers["Cache-Control"] = "no-cache"
    response.add_etag()
    response.make_conditional(request)
    return response
