"""The request: an article with its options, checked and made a record."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from marshmallow import RAISE, Schema, ValidationError, fields, validate

from service.errors import ServiceError, TextTooLongError
from service.extraction import FEATURES, MAX_CLAIMS_DEFAULT, MAX_CLAIMS_LIMIT, ExtractionOptions
from service.request import ExtractRequest
from service.text.offsets import OFFSET_UNITS, OffsetUnit

POINTER_LIMIT = 100


@dataclass(frozen=True, slots=True)
class FieldError:
    """What is wrong with one field; pointer: a JSON Pointer into the request."""

    pointer: str
    detail: str


class InvalidRequestError(ServiceError):
    """The request breaks its schema."""

    def __init__(self, errors: tuple[FieldError, ...]) -> None:
        super().__init__("the request breaks its schema")
        self.errors = errors


# One character, at least, that Python does not take for a blank either.
NOT_BLANK = r"[^\s\u001c-\u001f\u0085]"


class WholeNumber(fields.Integer):
    """An integer as JSON Schema has it: 3.0 is one."""

    def _validated(self, value: Any) -> int:
        whole = int(value) if isinstance(value, float) and value.is_integer() else value
        return super()._validated(whole)


class ExtractRequestSchema(Schema):
    """An article and what is wanted of it. A null `id` or `published` counts as absent."""

    class Meta:
        """Said, although it is the default, so that the OpenAPI document says it too."""

        unknown = RAISE

    text = fields.String(
        required=True,
        metadata={
            "description": "The article as published: headline, byline, dateline and body may all be there; "
            "paragraphs end in a newline.",
            "pattern": NOT_BLANK,
        },
    )
    id = fields.String(load_default=None, metadata={"description": "Echoed in the answer."})
    published = fields.Date(
        load_default=None,
        metadata={"description": "The day the article appeared; resolves a dateline's missing year and `Monday`."},
    )
    features = fields.List(
        fields.String(validate=validate.OneOf(FEATURES)),
        load_default=FEATURES,
        validate=validate.Length(min=1),
        metadata={"description": "What to extract."},
    )
    max_claims = WholeNumber(
        strict=True,
        load_default=MAX_CLAIMS_DEFAULT,
        validate=validate.Range(min=1, max=MAX_CLAIMS_LIMIT),
        metadata={"description": "How many key claims at most."},
    )
    offset_unit = fields.String(
        load_default="code_point",
        validate=validate.OneOf(OFFSET_UNITS),
        metadata={"description": "Unit of every `start` and `end` of the answer; echoed."},
    )


def load_request(content: object) -> ExtractRequest:
    """The request that content, parsed from JSON, stands for; InvalidRequestError where it breaks the schema."""
    try:
        loaded: dict[str, Any] = ExtractRequestSchema().load(content)  # type: ignore[arg-type]
    except ValidationError as error:
        raise InvalidRequestError(list_errors(error)) from None
    options = ExtractionOptions(
        published=loaded["published"],
        features=tuple(feature for feature in FEATURES if feature in loaded["features"]),
        max_claims=loaded["max_claims"],
    )
    return ExtractRequest(loaded["text"], options, loaded["id"], loaded["offset_unit"])


def list_errors(error: ValidationError) -> tuple[FieldError, ...]:
    """What is wrong with each field."""
    return tuple(_flatten(error.messages, ""))


def require_length(text: str, *, limit: int) -> None:
    """TextTooLongError beyond limit code points."""
    if len(text) > limit:
        raise TextTooLongError(limit=limit, actual=len(text))


def require_unit(request: ExtractRequest, units: Sequence[OffsetUnit], name: str) -> None:
    """InvalidRequestError where the request's unit is none of those that the format of this name counts in."""
    if request.offset_unit not in units:
        detail = f"{name} counts in {', '.join(units)}."
        raise InvalidRequestError((FieldError(point_at("offset_unit"), detail),))


def point_at(*steps: object) -> str:
    """The JSON Pointer that takes steps; cut where a client's own field name is absurdly long.

    >>> point_at("features", 0)
    '/features/0'
    >>> point_at("a/b~c")
    '/a~1b~0c'
    """
    pointer = "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in steps)
    return pointer[:POINTER_LIMIT]


def _flatten(messages: object, pointer: str) -> list[FieldError]:
    if isinstance(messages, Mapping):
        errors = []
        for key, value in messages.items():
            # marshmallow files what concerns the object itself under "_schema".
            errors += _flatten(value, pointer if key == "_schema" else pointer + point_at(key))
        return errors
    if isinstance(messages, list):
        return [FieldError(pointer, str(message)) for message in messages]
    return [FieldError(pointer, str(messages))]
