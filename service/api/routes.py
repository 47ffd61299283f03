"""The routes of the API."""

from flask import Blueprint, Response, g, request

from service.api.etags import name_answer
from service.api.negotiation import ANSWER_FORMATS, JSON_FORMAT, choose_format
from service.api.openapi import openapi_3_0_json, openapi_json, openapi_yaml
from service.api.parsing import JSON, read_extract_request
from service.api.state import current_service
from service.extraction import FEATURES, MAX_CLAIMS_LIMIT
from service.pipeline.watch import Watch
from service.schemas.info import Info, Limits, render_health, render_info
from service.schemas.request import require_length, require_unit
from service.text.offsets import OFFSET_UNITS
from service.version import VERSION

routes = Blueprint("routes", __name__)


@routes.post("/v1/extract")
def extract() -> Response:
    """The extraction of the article in the body."""
    service = current_service()
    settings = service.settings
    form = choose_format(request, ANSWER_FORMATS)
    wanted = read_extract_request(request, limit=settings.max_body_bytes, depth=settings.max_json_depth)
    require_unit(wanted, form.offset_units, form.media_type)
    g.characters = len(wanted.text)
    require_length(wanted.text, limit=settings.max_characters)
    tag = name_answer(wanted, form, service.extractor)
    if request.if_none_match.contains(tag):
        return tag_response(Response(status=304), tag)
    with service.gate.pass_through():
        g.watch = Watch(settings.deadline)
        extraction = service.extractor.extract(wanted.text, wanted.options, g.watch)
    return tag_response(Response(form.render(extraction, wanted), content_type=form.content_type), tag)


def tag_response(response: Response, tag: str) -> Response:
    """The response with its entity tag; whoever keeps it asks whether it still holds, for the model may be replaced."""
    response.set_etag(tag)
    response.vary.add("Accept")
    response.headers["Cache-Control"] = "private, no-cache"
    return response


@routes.get("/v1/info")
def info() -> Response:
    """What the service says about itself."""
    choose_format(request, (JSON_FORMAT,))
    service = current_service()
    settings = service.settings
    limits = Limits(
        max_body_bytes=settings.max_body_bytes,
        max_batch_bytes=settings.max_batch_bytes,
        max_batch_articles=settings.max_batch_articles,
        max_characters=settings.max_characters,
        max_claims=MAX_CLAIMS_LIMIT,
        max_json_depth=settings.max_json_depth,
        max_waiting=settings.max_waiting,
        deadline=settings.deadline,
    )
    said = Info(
        version=VERSION,
        model=service.extractor.model,
        organisation_table=service.extractor.table,
        languages=("en",),
        features=FEATURES,
        offset_units=OFFSET_UNITS,
        formats=tuple(form.media_type for form in ANSWER_FORMATS),
        limits=limits,
    )
    return Response(render_info(said), content_type=JSON)


@routes.get("/livez")
def live() -> Response:
    """That the process lives. Asks nothing of the model, so a slow article never looks like a dead process."""
    return Response(render_health("live"), content_type=JSON)


@routes.get("/readyz")
def ready() -> Response:
    """That the process takes work."""
    current_service().require_ready()
    return Response(render_health("ready"), content_type=JSON)


@routes.get("/openapi.yaml")
def openapi_as_yaml() -> Response:
    """The OpenAPI document."""
    return Response(openapi_yaml(), content_type="application/yaml")


@routes.get("/openapi.json")
def openapi_as_json() -> Response:
    """The OpenAPI document."""
    return Response(openapi_json(), content_type=JSON)


@routes.get("/openapi-3.0.json")
def openapi_as_older_json() -> Response:
    """Its copy in version 3.0."""
    return Response(openapi_3_0_json(), content_type=JSON)
