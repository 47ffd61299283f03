"""The page and its files."""

from flask import Blueprint, Response, abort

from service.api.packaged import answer_asset, spell_policy
from service.web.assets import read_page, read_static

pages = Blueprint("pages", __name__)
POLICY = spell_policy()


@pages.get("/")
def page() -> Response:
    """The page."""
    return answer_asset(read_page(), POLICY)


@pages.get("/static/<name>")
def static_file(name: str) -> Response:
    """A file of the page."""
    asset = read_static(name)
    if asset is None:
        abort(404)
    return answer_asset(asset, POLICY)
