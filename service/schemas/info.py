"""What the service says about itself."""

import json
from dataclasses import dataclass

from marshmallow import Schema, fields

from service.extraction import Model, MountedTable
from service.schemas.fields import choice_field, count_field, optional_field, text_field


@dataclass(frozen=True, slots=True)
class Limits:
    """What one request may hold."""

    max_body_bytes: int
    max_batch_bytes: int
    max_batch_articles: int
    max_characters: int
    max_claims: int
    max_json_depth: int
    max_waiting: int
    deadline: int


@dataclass(frozen=True, slots=True)
class Info:
    """The service, its model and its limits."""

    version: str
    model: Model
    organisation_table: MountedTable | None
    languages: tuple[str, ...]
    features: tuple[str, ...]
    offset_units: tuple[str, ...]
    formats: tuple[str, ...]
    limits: Limits


class ModelSchema(Schema):
    """The model that reads the articles."""

    name = text_field("Its name.")
    version = text_field("Its version.")
    digest = text_field("SHA-256 of its files, in hexadecimal.")


class MountedTableSchema(Schema):
    """The operator's own table of organisations."""

    rows = count_field("How many organisations it holds.")
    digest = text_field("SHA-256 of its file, in hexadecimal.")


class LimitsSchema(Schema):
    """What one request may hold."""

    max_body_bytes = count_field("Largest body, or line of a batch, in bytes, as sent and as inflated.")
    max_batch_bytes = count_field("Largest body of a batch in JSON, in bytes, as sent and as inflated.")
    max_batch_articles = count_field("Articles of one batch in JSON; one in lines may have any number.")
    max_characters = count_field("Longest article, in code points.")
    max_claims = count_field("Largest `max_claims`.")
    max_json_depth = count_field("How many arrays and objects JSON may nest.")
    max_waiting = count_field("Articles that wait in one process; more are refused with 503.")
    deadline = count_field("Seconds that one article may take, waiting included; then comes 504.")


class InfoSchema(Schema):
    """The service, its model and its limits."""

    version = text_field("The version of the service.")
    model = fields.Nested(ModelSchema, required=True)
    organisation_table = optional_field(MountedTableSchema, "The operator's own table of organisations.")
    languages = fields.List(fields.String(), required=True, metadata={"description": "ISO 639-1 codes."})
    features = fields.List(fields.String(), required=True)
    offset_units = fields.List(fields.String(), required=True)
    formats = fields.List(fields.String(), required=True, metadata={"description": "Media types of an answer."})
    limits = fields.Nested(LimitsSchema, required=True)


class HealthSchema(Schema):
    """The state of the process."""

    status = choice_field(("live", "ready"), "What the process is.")


def render_info(info: Info) -> str:
    """The info as one line of JSON, newline included."""
    return json.dumps(InfoSchema().dump(info), ensure_ascii=False, separators=(",", ":")) + "\n"


def render_health(status: str) -> str:
    """The status as one line of JSON, newline included."""
    return json.dumps(HealthSchema().dump({"status": status}), separators=(",", ":")) + "\n"
