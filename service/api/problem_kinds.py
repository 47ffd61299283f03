"""The one table of errors: which status, code and title each has."""

from service.api import refusals
from service.schemas.problem_kinds import ARTICLE_KINDS, FAILURE, MALFORMED_BODY, ProblemKind

MEDIA_TYPE = "application/problem+json"

KINDS: dict[type[Exception], ProblemKind] = {
    **ARTICLE_KINDS,
    refusals.MalformedBodyError: MALFORMED_BODY,
    refusals.UnauthorisedError: ProblemKind(
        401, "unauthorised", "No valid API key", "send an API key as a bearer token or in X-API-Key"
    ),
    refusals.NotAcceptableError: ProblemKind(
        406,
        "not_acceptable",
        "No acceptable answer",
        "the Accept header rules out what is offered: application/json",
    ),
    refusals.BodyTooLargeError: ProblemKind(
        413, "body_too_large", "The body is too large", "the body: 2,000,000 bytes; at most 1,048,576"
    ),
    refusals.LineTooLargeError: ProblemKind(
        413, "line_too_large", "The line is too large", "the line: 2,000,000 bytes; at most 1,048,576"
    ),
    refusals.TooManyArticlesError: ProblemKind(
        413, "too_many_articles", "The batch holds too many articles", "the batch: 250 articles; at most 100"
    ),
    refusals.JsonTooDeepError: ProblemKind(
        413, "json_too_deep", "The JSON is nested too deeply", "the JSON: 65 levels; at most 64"
    ),
    refusals.UnsupportedTypeError: ProblemKind(
        415,
        "unsupported_type",
        "The body is of a type that is not read",
        "send application/json or text/plain or text/html",
    ),
    refusals.BusyError: ProblemKind(503, "busy", "Too many articles wait", "too many articles wait already"),
    refusals.NotReadyError: ProblemKind(
        503, "not_ready", "The process takes no work", "the process is shutting down; another try will be served"
    ),
}
NOT_FOUND = ProblemKind(404, "not_found", "Not Found", "no such path")
METHOD_NOT_ALLOWED = ProblemKind(405, "method_not_allowed", "Method Not Allowed", "the path has no such method")
NOT_HTTP = ProblemKind(400, "not_http", "Bad Request", "these bytes are no HTTP request that the service reads")


def list_kinds() -> tuple[ProblemKind, ...]:
    """Every kind of problem that an application of the service answers with, by status and code."""
    kinds = [*KINDS.values(), NOT_FOUND, METHOD_NOT_ALLOWED, NOT_HTTP, FAILURE]
    return tuple(sorted(kinds, key=_order))


def _order(kind: ProblemKind) -> tuple[int, str]:
    return kind.status, kind.code
