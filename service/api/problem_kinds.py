"""The one table of errors: which status, code and title each has."""

from dataclasses import dataclass

from service.api import refusals
from service.errors import (
    BlankTextError,
    DeadlineError,
    InvalidUnicodeError,
    NoArticleError,
    TooManyTagsError,
    UnsupportedLanguageError,
)
from service.schemas.request import InvalidRequestError

MEDIA_TYPE = "application/problem+json"


@dataclass(frozen=True, slots=True)
class ProblemKind:
    """A kind of problem, as clients tell it from others; example: a detail that it may come with."""

    status: int
    code: str
    title: str
    example: str


KINDS: dict[type[Exception], ProblemKind] = {
    refusals.MalformedBodyError: ProblemKind(
        400,
        "malformed_body",
        "The body cannot be read",
        "the body is not JSON: Expecting ',' delimiter at line 1, column 18",
    ),
    InvalidUnicodeError: ProblemKind(
        400, "invalid_unicode", "The text holds half a character", "lone surrogate at code point 12"
    ),
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
    refusals.TextTooLongError: ProblemKind(
        413, "text_too_long", "The text is too long", "the text: 200,000 characters; at most 100,000"
    ),
    TooManyTagsError: ProblemKind(
        413, "too_many_tags", "The page has too many tags", "the page: 50,000 tags; at most 20,000"
    ),
    refusals.UnsupportedTypeError: ProblemKind(
        415, "unsupported_type", "The body is of a type that is not read", "send application/json or text/plain"
    ),
    NoArticleError: ProblemKind(422, "no_article", "The page holds no article", "no article is found in the page"),
    BlankTextError: ProblemKind(422, "blank_text", "The text is blank", "the text is empty or blank"),
    InvalidRequestError: ProblemKind(
        422, "invalid_request", "The request breaks its schema", "the request breaks its schema"
    ),
    UnsupportedLanguageError: ProblemKind(
        422, "unsupported_language", "The language is not read", "the text is in 'fr'; the model reads 'en'"
    ),
    refusals.BusyError: ProblemKind(503, "busy", "Too many articles wait", "too many articles wait already"),
    refusals.NotReadyError: ProblemKind(
        503, "not_ready", "The process takes no work", "the process is shutting down; another try will be served"
    ),
    DeadlineError: ProblemKind(
        504, "deadline_passed", "The deadline has passed", "30 seconds have passed, the last of them in news_encoder"
    ),
}
NOT_FOUND = ProblemKind(404, "not_found", "Not Found", "no such path")
METHOD_NOT_ALLOWED = ProblemKind(405, "method_not_allowed", "Method Not Allowed", "the path has no such method")
FAILURE = ProblemKind(500, "internal_error", "Internal Server Error", "the service failed; its log has the request id")
NOT_HTTP = ProblemKind(400, "not_http", "Bad Request", "these bytes are no HTTP request that the service reads")


def list_kinds() -> tuple[ProblemKind, ...]:
    """Every kind of problem that an application of the service answers with, by status and code."""
    kinds = [*KINDS.values(), NOT_FOUND, METHOD_NOT_ALLOWED, NOT_HTTP, FAILURE]
    return tuple(sorted(kinds, key=_order))


def type_of(kind: ProblemKind) -> str:
    """The URI of kind: a reference into the OpenAPI document, which lists them."""
    return f"/openapi.json#/components/x-problems/{kind.code}"


def _order(kind: ProblemKind) -> tuple[int, str]:
    return kind.status, kind.code
