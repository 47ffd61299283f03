"""The kinds of problem that one article may have, whichever way it came in: which status, code and title each has."""

from dataclasses import dataclass

from service.errors import (
    ArticleError,
    BlankTextError,
    DeadlineError,
    InvalidUnicodeError,
    NoArticleError,
    TextTooLongError,
    TooManyTagsError,
    UnsupportedLanguageError,
)
from service.schemas.request import FieldError, InvalidRequestError


@dataclass(frozen=True, slots=True)
class ProblemKind:
    """A kind of problem, as clients tell it from others; example: a detail that it may come with."""

    status: int
    code: str
    title: str
    example: str


ARTICLE_KINDS: dict[type[Exception], ProblemKind] = {
    InvalidUnicodeError: ProblemKind(
        400, "invalid_unicode", "The text holds half a character", "lone surrogate at code point 12"
    ),
    TextTooLongError: ProblemKind(
        413, "text_too_long", "The text is too long", "the text: 200,000 characters; at most 100,000"
    ),
    TooManyTagsError: ProblemKind(
        413, "too_many_tags", "The page has too many tags", "the page: 50,000 tags; at most 20,000"
    ),
    NoArticleError: ProblemKind(422, "no_article", "The page holds no article", "no article is found in the page"),
    BlankTextError: ProblemKind(422, "blank_text", "The text is blank", "the text is empty or blank"),
    InvalidRequestError: ProblemKind(
        422, "invalid_request", "The request breaks its schema", "the request breaks its schema"
    ),
    UnsupportedLanguageError: ProblemKind(
        422, "unsupported_language", "The language is not read", "the text is in 'fr'; the model reads 'en'"
    ),
    DeadlineError: ProblemKind(
        504, "deadline_passed", "The deadline has passed", "30 seconds have passed, the last of them in news_encoder"
    ),
}
MALFORMED_BODY = ProblemKind(
    400,
    "malformed_body",
    "The body cannot be read",
    "the body is not JSON: Expecting ',' delimiter at line 1, column 18",
)
FAILURE = ProblemKind(500, "internal_error", "Internal Server Error", "the service failed; its log has the request id")


def type_of(kind: ProblemKind) -> str:
    """The URI of kind: a reference into the OpenAPI document, which lists them."""
    return f"/openapi.json#/components/x-problems/{kind.code}"


def list_wrong_fields(error: Exception) -> tuple[FieldError, ...]:
    """The fields of the request that are to blame for error."""
    if isinstance(error, InvalidRequestError):
        return error.errors
    if isinstance(error, ArticleError):
        return (FieldError("/text", str(error)),)
    return ()
