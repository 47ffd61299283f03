"""The fields of our own that the schemas share."""

from collections.abc import Sequence
from typing import Any, cast

from marshmallow import Schema, fields
from marshmallow.experimental.context import Context

from service.extraction import SCORE_DECIMALS, Identifier

# Holds the offset, in the unit that the client asked for, of every code point of the article that is being dumped.
OffsetContext = Context[Sequence[int]]


class Offset(fields.Integer):
    """A code point offset, dumped in the unit of the OffsetContext around the dump."""

    def _serialize(self, value: Any, attr: str | None, obj: Any, **kwargs: Any) -> int:
        position: int = value
        return cast(Sequence[int], OffsetContext.get())[position]


class Score(fields.Float):
    """A number from 0 to 1, rounded."""

    def _serialize(self, value: Any, attr: str | None, obj: Any, **kwargs: Any) -> float:
        return round(float(value), SCORE_DECIMALS)


class Figure(fields.Float):
    """A number of any size, dumped whole where it is whole; null where there is none."""

    def _serialize(self, value: Any, attr: str | None, obj: Any, **kwargs: Any) -> float | int | None:
        return cast(float | int | None, value)


class Identifiers(fields.Dict):
    """Identifiers as an object: scheme to value."""

    def _serialize(self, value: Any, attr: str | None, obj: Any, **kwargs: Any) -> dict[str, str]:
        identifiers: Sequence[Identifier] = value
        return {identifier.scheme: identifier.value for identifier in identifiers}


def text_field(description: str, **metadata: object) -> fields.String:
    """A string that is always there."""
    return fields.String(required=True, metadata={"description": description, **metadata})


def optional_text_field(description: str, **metadata: object) -> fields.String:
    """A string, or null."""
    return fields.String(required=True, allow_none=True, metadata={"description": description, **metadata})


def count_field(description: str) -> fields.Integer:
    """A whole number from 0 upwards."""
    return fields.Integer(required=True, metadata={"description": description, "minimum": 0})


def choice_field(choices: Sequence[str], description: str) -> fields.String:
    """One word of choices. It is not checked: what is dumped was typed."""
    return fields.String(required=True, metadata={"description": description, "enum": list(choices)})


def choices_field(choices: Sequence[str], description: str) -> fields.List[Any]:
    """A list of words, each one of choices."""
    return fields.List(
        fields.String(metadata={"enum": list(choices)}), required=True, metadata={"description": description}
    )


def score_field(description: str) -> Score:
    """A number from 0 to 1."""
    return Score(required=True, metadata={"description": description, "minimum": 0, "maximum": 1})


def start_field() -> Offset:
    """Where a span starts."""
    return Offset(required=True, metadata={"description": "First position, inclusive, in `offset_unit`.", "minimum": 0})


def end_field() -> Offset:
    """Where a span ends."""
    return Offset(required=True, metadata={"description": "Last position, exclusive, in `offset_unit`.", "minimum": 0})


def list_field(schema: type[Schema], description: str) -> fields.List[Any]:
    """A list of records, empty where there is none."""
    return fields.List(fields.Nested(schema), required=True, metadata={"description": description})


def optional_field(schema: type[Schema], description: str) -> fields.Nested:
    """A record, or null."""
    return fields.Nested(schema, required=True, allow_none=True, metadata={"description": description})
