"""A copy of the OpenAPI document in version 3.0, for tools that do not read 3.1.

Only what the document uses is translated; a test holds the copy against the rules of 3.0, which know no other word.
"""

from typing import Any

VERSION_3_0 = "3.0.3"
# 3.0 has no type for null, and `nullable` adds it to a type that stands beside it, never to what a reference says.
NULL = {"type": "object", "nullable": True, "enum": [None]}
# What is sent, and describes nothing.
SAMPLES = ("example", "examples")


def copy_in_3_0(document: dict[str, Any]) -> dict[str, Any]:
    """What document says, in version 3.0; document stays as it is."""
    info = document["info"]
    components = document["components"]
    schemas = {name: translate_schema(schema) for name, schema in components["schemas"].items()}
    return {
        **document,
        "openapi": VERSION_3_0,
        # Its identifier is of 3.1.
        "info": {**info, "license": {"name": info["license"]["name"]}},
        "paths": _translate_schemas(document["paths"]),
        "components": {**components, "schemas": schemas},
    }


def translate_schema(schema: dict[str, Any]) -> dict[str, Any]:
    """A schema of 3.1 as 3.0 says it: what may be null is `nullable`.

    >>> translate_schema({"type": ["string", "null"]})
    {'type': 'string', 'nullable': True}
    >>> translate_schema({"anyOf": [{"$ref": "#/Model"}, {"type": "null"}]})
    {'anyOf': [{'$ref': '#/Model'}, {'type': 'object', 'nullable': True, 'enum': [None]}]}
    """
    if schema.get("type") == "null":
        return NULL
    copy: dict[str, Any] = {}
    for word, value in schema.items():
        if word == "type" and isinstance(value, list):
            (copy["type"],) = [name for name in value if name != "null"]
            copy["nullable"] = "null" in value
        elif word == "anyOf":
            copy["anyOf"] = [translate_schema(choice) for choice in value]
        elif word == "properties":
            copy["properties"] = {name: translate_schema(member) for name, member in value.items()}
        elif word in ("items", "additionalProperties") and isinstance(value, dict):
            copy[word] = translate_schema(value)
        else:
            copy[word] = value
    return copy


def _translate_schemas(part: Any) -> Any:
    """A part of the paths, with every schema in it translated."""
    if isinstance(part, list):
        return [_translate_schemas(item) for item in part]
    if not isinstance(part, dict):
        return part
    copy = {}
    for word, value in part.items():
        if word == "schema":
            copy[word] = translate_schema(value)
        else:
            copy[word] = value if word in SAMPLES else _translate_schemas(value)
    return copy
