"""What went wrong, as application/problem+json (RFC 9457)."""

import json
from dataclasses import dataclass

from marshmallow import Schema, fields, post_dump

from service.schemas.fields import text_field
from service.schemas.request import FieldError


@dataclass(frozen=True, slots=True)
class Problem:
    """A problem as the client reads it; limit and actual: None unless something was too long.

    request_id: None where no request brought the article.
    """

    type: str
    title: str
    status: int
    detail: str
    code: str
    request_id: str | None
    errors: tuple[FieldError, ...] = ()
    limit: int | None = None
    actual: int | None = None


class FieldErrorSchema(Schema):
    """What is wrong with one field."""

    pointer = text_field("JSON Pointer to the field; of a query parameter, its name after a slash.")
    detail = text_field("What is wrong with it.")


class ProblemSchema(Schema):
    """What went wrong (RFC 9457). The article's text never stands in it."""

    type = text_field("URI reference of the kind of problem.", format="uri-reference")
    title = text_field("The kind of problem in words.")
    status = fields.Integer(required=True, metadata={"description": "The HTTP status."})
    detail = text_field("What went wrong this time.")
    code = text_field("The kind of problem, for programs.")
    request_id = text_field("The id of the request, also in the header `X-Request-ID` and in the log.")
    errors = fields.List(
        fields.Nested(FieldErrorSchema),
        metadata={"description": "The fields that are wrong; absent where none is to blame."},
    )
    limit = fields.Integer(metadata={"description": "The limit that was passed."})
    actual = fields.Integer(metadata={"description": "The size that passed it."})

    @post_dump
    def drop_absent(self, content: dict[str, object], **_: object) -> dict[str, object]:
        """The content without members that do not apply."""
        return {name: value for name, value in content.items() if value is not None and value != []}


def render_problem(problem: Problem) -> str:
    """The problem as one line of JSON, newline included. Escaped, so that nothing in it can fail to be encoded."""
    return json.dumps(ProblemSchema().dump(problem), ensure_ascii=True, separators=(",", ":")) + "\n"
