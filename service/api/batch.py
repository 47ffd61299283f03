"""Several articles in one request: as one JSON body, or line by line, answered while the next ones arrive."""

from collections.abc import Iterable, Iterator
from typing import Any

from flask import Blueprint, Request, Response, g, request, stream_with_context

from service.api.articles import Entry, Reader
from service.api.limits import read_body, read_parts
from service.api.lines import NDJSON, Line, split_lines
from service.api.metrics import current_metrics
from service.api.negotiation import JSON_FORMAT, LINES_FORMAT, choose_format
from service.api.parsing import JSON, load_json, read_query, require_readable
from service.api.refusals import (
    BusyError,
    LineTooLargeError,
    MalformedBodyError,
    RefusalError,
    TooManyArticlesError,
)
from service.api.state import Service, current_service
from service.api.tally import Tally
from service.schemas.batch import load_batch
from service.schemas.request import FieldError, InvalidRequestError, load_request, point_at

batch = Blueprint("batch", __name__)
BODY_TYPES = (JSON, NDJSON)
# The type of the body is that of the answer, unless the client likes the other one more.
OFFERED = {JSON: (JSON_FORMAT, LINES_FORMAT), NDJSON: (LINES_FORMAT, JSON_FORMAT)}
# Streams hold at most one in so many threads: one that waits for its client still holds its own.
THREADS_FOR_EACH = 2
# Proxies that gather an answer before they pass it on would hold back the first articles.
UNBUFFERED = {"X-Accel-Buffering": "no"}


@batch.post("/v1/extract/batch")
def extract_batch() -> Response:
    """The extraction of each article in the body, or what is wrong with it, in their order."""
    service = current_service()
    require_readable(request, BODY_TYPES)
    answer_type = choose_format(request, OFFERED[request.mimetype]).media_type
    options = read_options(request)
    tally = Tally()
    entries = read_lines(request, service) if request.mimetype == NDJSON else read_articles(request, service)
    answers = Reader(service, current_metrics(), tally, options).answer_all(entries)
    body = answers if answer_type == NDJSON else wrap(answers)
    # Where the request as a whole has been refused, it is counted and logged as any other.
    g.tally = tally
    response = Response(stream_with_context(body), content_type=answer_type, headers=UNBUFFERED)
    response.vary.add("Accept")
    return response


def read_options(incoming: Request) -> dict[str, Any]:
    """The options in the query, for all articles that do not have their own; InvalidRequestError."""
    options = read_query(incoming.args)
    if "id" in options:
        raise InvalidRequestError((FieldError(point_at("id"), "Each article has its own."),))
    load_request({"text": "", **options})
    return options


def read_articles(incoming: Request, service: Service) -> Iterator[Entry]:
    """The articles of a JSON body; RefusalError or InvalidRequestError where it is no batch."""
    settings = service.settings
    body = read_body(incoming, limit=settings.max_batch_bytes)
    articles = load_batch(load_json(body, depth=settings.max_json_depth))
    if len(articles) > settings.max_batch_articles:
        raise TooManyArticlesError(limit=settings.max_batch_articles, actual=len(articles))
    for article in articles:
        yield Entry(article)


def read_lines(incoming: Request, service: Service) -> Iterator[Entry]:
    """The articles of a body with one in each line, as they arrive.

    RefusalError where no more can come: MalformedBodyError where the body breaks off, NotReadyError where the process
    ends. BusyError at once where as many streams are open as leave threads enough for other requests.
    """
    streams = service.readiness.streams
    if streams.count() >= service.settings.threads // THREADS_FOR_EACH:
        raise BusyError(service.settings.retry_after)
    limit, depth = service.settings.max_body_bytes, service.settings.max_json_depth
    with streams.hold(incoming.environ.get("gunicorn.socket")):
        if not service.readiness.is_ready:
            streams.stop_waiting()
        try:
            for line in split_lines(read_parts(incoming), limit=limit):
                service.require_time()
                yield read_line(line, limit=limit, depth=depth)
        except MalformedBodyError:
            # Where the process ends, that is why nothing more arrives.
            service.require_ready()
            raise


def read_line(line: Line, *, limit: int, depth: int) -> Entry:
    """What stands in a line, or why it cannot be read."""
    try:
        if line.size > limit:
            raise LineTooLargeError(limit=limit, actual=line.size)
        return Entry(load_json(line.content, depth=depth, what="the line"))
    except RefusalError as error:
        return Entry(error=error)


def wrap(answers: Iterable[str]) -> Iterator[str]:
    """The lines as one JSON object, in parts."""
    yield '{"results":['
    for number, answer in enumerate(answers):
        yield f",{answer.rstrip()}" if number else answer.rstrip()
    yield "]}\n"
