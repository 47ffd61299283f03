"""Several articles in one request: the envelope that they come in, and what each is answered with."""

import json
from typing import Any

from marshmallow import RAISE, Schema, ValidationError, fields, post_dump

from service.schemas.extraction import ExtractionSchema
from service.schemas.problem import Problem, ProblemSchema
from service.schemas.request import ExtractRequestSchema, InvalidRequestError, list_errors


class BatchRequestSchema(Schema):
    """Several articles. Each is checked by itself."""

    class Meta:
        """Said, although it is the default, so that the OpenAPI document says it too."""

        unknown = RAISE

    articles = fields.List(
        fields.Nested(ExtractRequestSchema), required=True, metadata={"description": "Answered in this order."}
    )


class BatchEnvelopeSchema(BatchRequestSchema):
    """The same before the articles are looked at: one that is wrong is no fault of the envelope."""

    articles = fields.List(fields.Raw(allow_none=True), required=True)


class BatchItemSchema(Schema):
    """What one article is answered with: `result` where `status` is 200, else `problem`."""

    id = fields.String(metadata={"description": "The article's own; absent where it has none."})
    status = fields.Integer(
        required=True, metadata={"description": "The HTTP status that the article alone would have."}
    )
    result = fields.Nested(ExtractionSchema, metadata={"description": "The same bytes as for the article alone."})
    problem = fields.Nested(ProblemSchema, metadata={"description": "Pointers begin at the article."})

    @post_dump
    def drop_absent(self, content: dict[str, object], **_: object) -> dict[str, object]:
        """The content without members that do not apply."""
        return {name: value for name, value in content.items() if value is not None}


class BatchAnswerSchema(Schema):
    """The answers to a batch."""

    results = fields.List(
        fields.Nested(BatchItemSchema), required=True, metadata={"description": "In the order of the articles."}
    )


def load_batch(content: object) -> list[Any]:
    """The articles in content, unchecked; InvalidRequestError where it is no envelope of articles."""
    try:
        articles: list[Any] = BatchEnvelopeSchema().load(content)["articles"]  # type: ignore[arg-type]
    except ValidationError as error:
        raise InvalidRequestError(list_errors(error)) from None
    return articles


def find_id(content: object) -> str | None:
    """The id of an article that may be wrong in every other way; None where it has none."""
    found = content.get("id") if isinstance(content, dict) else None
    return found if isinstance(found, str) else None


def render_result(article_id: str | None, extraction: str) -> str:
    """What an article is answered with that was read: a line of JSON around the JSON of its extraction."""
    item = BatchItemSchema().dump({"id": article_id, "status": 200})
    head = json.dumps(item, ensure_ascii=False, separators=(",", ":"))
    # The extraction's own bytes: parsed and written anew they need not be the same.
    return f'{head[:-1]},"result":{extraction.rstrip()}}}\n'


def render_refusal(article_id: str | None, problem: Problem) -> str:
    """What an article is answered with that was not read: a line of JSON, escaped as every problem is."""
    item = {"id": article_id, "status": problem.status, "problem": problem}
    return json.dumps(BatchItemSchema().dump(item), ensure_ascii=True, separators=(",", ":")) + "\n"
