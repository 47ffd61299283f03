"""Every error as application/problem+json."""

from dataclasses import replace

from flask import Flask, Response, g
from werkzeug.exceptions import HTTPException
from werkzeug.http import HTTP_STATUS_CODES

from service.api.logs import log_failure
from service.api.problem_kinds import KINDS, MEDIA_TYPE, METHOD_NOT_ALLOWED, NOT_FOUND
from service.api.refusals import RefusalError, TooLargeError
from service.errors import TextTooLongError, TooManyTagsError
from service.schemas.problem import Problem, render_problem
from service.schemas.problem_kinds import FAILURE, ProblemKind, list_wrong_fields, type_of
from service.schemas.request import FieldError


def register_errors(app: Flask) -> None:
    """Let app answer every error as a problem."""
    app.register_error_handler(Exception, answer_error)


def answer_error(error: Exception) -> Response:
    """The problem that tells the client of error. Of what nobody foresaw it tells the request's id and no more."""
    problem = describe_error(error)
    response = Response(render_problem(problem), status=problem.status, content_type=MEDIA_TYPE)
    if isinstance(error, RefusalError):
        response.headers.update(error.headers)
    if isinstance(error, HTTPException):
        for name, value in error.get_headers():
            # The media type is our own; what remains is what HTTP asks for, such as Allow.
            if name != "Content-Type":
                response.headers[name] = value
    return response


def describe_error(error: Exception) -> Problem:
    """The problem that error is; what nobody foresaw is logged."""
    if isinstance(error, HTTPException):
        kind = _kind_of_status(error.code or 500)
        return _describe(kind, kind.example)
    known = KINDS.get(type(error))
    if known is None:
        log_failure(error)
        return _describe(FAILURE, FAILURE.example)
    problem = _describe(known, str(error), errors=list_wrong_fields(error))
    if isinstance(error, TooLargeError | TextTooLongError | TooManyTagsError):
        return replace(problem, limit=error.limit, actual=error.actual)
    return problem


def _kind_of_status(status: int) -> ProblemKind:
    for kind in (NOT_FOUND, METHOD_NOT_ALLOWED):
        if kind.status == status:
            return kind
    title = HTTP_STATUS_CODES.get(status, "Error")
    return ProblemKind(status, title.lower().replace(" ", "_"), title, title)


def _describe(kind: ProblemKind, detail: str, *, errors: tuple[FieldError, ...] = ()) -> Problem:
    return Problem(type_of(kind), kind.title, kind.status, detail, kind.code, g.request_id, errors)
