"""The page that shows the OpenAPI document and tries it: Swagger UI, its files from an installed package."""

from importlib.resources import files
from pathlib import Path

from flask import Blueprint, Response, abort

from service.api.packaged import answer_asset, spell_policy
from service.web.assets import FOLDER, read_file

docs = Blueprint("docs", __name__)

PAGE = FOLDER / "docs.html"
SWAGGER_UI = Path(str(files("flask_swagger_ui"))) / "dist"
# What the page loads; the package holds more.
ASSETS = {
    path.name: path for path in (FOLDER / "docs.js", SWAGGER_UI / "swagger-ui-bundle.js", SWAGGER_UI / "swagger-ui.css")
}
ASSET_ROUTE = "/docs/<name>"
# Swagger UI draws its own small pictures.
POLICY = spell_policy(images="'self' data:")


@docs.get("/docs")
def show_docs() -> Response:
    """The page."""
    return answer_asset(read_file(PAGE), POLICY)


@docs.get(ASSET_ROUTE)
def show_asset(name: str) -> Response:
    """A file that the page loads."""
    if name not in ASSETS:
        abort(404)
    return answer_asset(read_file(ASSETS[name]), POLICY)
