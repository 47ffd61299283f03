"""From an HTTP request to an ExtractRequest."""

import json
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from flask import Request
from werkzeug.datastructures import MultiDict

from service.api.limits import READ_ENCODINGS, name_encoding, read_body, require_depth
from service.api.refusals import MalformedBodyError, UnsupportedTypeError
from service.errors import InvalidUnicodeError
from service.html import read_article
from service.request import ExtractRequest
from service.schemas.request import FieldError, InvalidRequestError, load_request, point_at

JSON = "application/json"
TEXT = "text/plain"
HTML = "text/html"
# As `Accept-Post` names them, where it is not by the type alone.
ACCEPTED_NAMES = {TEXT: f"{TEXT}; charset=utf-8", HTML: f"{HTML}; charset=utf-8"}
# What an error says cannot be read.
BODY = "the body"
UTF_8_NAMES = frozenset({"utf-8", "utf8"})

find_surrogate = re.compile(r"[\ud800-\udfff]").search
is_integer = re.compile(r"-?[0-9]{1,9}").fullmatch


def read_extract_request(incoming: Request, *, limit: int, depth: int) -> ExtractRequest:
    """The article of at most limit bytes, JSON, plain text or HTML, with its options from there or from the query.

    Where both have an option, that of the JSON holds.

    depth: how many arrays and objects the JSON may nest.

    Raises RefusalError, InvalidRequestError, InvalidUnicodeError, NoArticleError and TooManyTagsError.
    """
    require_readable(incoming, (JSON, TEXT, HTML))
    body = read_body(incoming, limit=limit)
    options = read_query(incoming.args)
    if incoming.mimetype == TEXT:
        return load_request({"text": decode(body), **options})
    if incoming.mimetype == HTML:
        # What is wrong in the query is said before the page is read.
        load_request({"text": "", **options})
        return replace(load_request({"text": read_article(decode(body)), **options}), is_extracted=True)
    content = parse_json(body, depth=depth)
    if not options or not isinstance(content, dict):
        return load_request(content)
    # What is wrong in the query is refused also where the JSON holds before it.
    load_request({**content, **options})
    return load_request({**options, **content})


def require_readable(incoming: Request, types: Sequence[str]) -> None:
    """UnsupportedTypeError where the headers announce a body that is of none of these types, or cannot be read."""
    if name_encoding(incoming) not in READ_ENCODINGS:
        raise UnsupportedTypeError("send the body plain or as gzip", {"Accept-Encoding": "gzip, identity"})
    accepted = {"Accept-Post": ", ".join(ACCEPTED_NAMES.get(name, name) for name in types)}
    if incoming.mimetype not in types:
        raise UnsupportedTypeError(f"send {' or '.join(types)}", accepted)
    charset = incoming.mimetype_params.get("charset", "utf-8").lower()
    if charset not in UTF_8_NAMES:
        raise UnsupportedTypeError("send UTF-8", accepted)


def decode(body: bytes, what: str = BODY) -> str:
    """The text of body, every code point kept; MalformedBodyError where it is not UTF-8."""
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise MalformedBodyError(f"{what} is not UTF-8 at byte {error.start:,}") from None


def parse_json(body: bytes, *, depth: int) -> object:
    """What load_json reads; InvalidUnicodeError for a lone surrogate."""
    content = load_json(body, depth=depth)
    require_whole_characters(content)
    return content


def load_json(body: bytes, *, depth: int, what: str = BODY) -> object:
    """What body stands for; MalformedBodyError where it is not JSON.

    JsonTooDeepError where it nests more arrays and objects than depth. what: the body, as an error names it.

    Stricter than Python: a name may occur once in an object, and NaN and Infinity are no numbers.
    """
    # RFC 8259, section 8.1: a byte order mark before JSON may be ignored.
    source = decode(body, what).removeprefix("\ufeff")
    require_depth(source, limit=depth)
    try:
        return json.loads(source, object_pairs_hook=_build_object, parse_constant=_refuse_constant)
    except json.JSONDecodeError as error:
        raise MalformedBodyError(
            f"{what} is not JSON: {error.msg} at line {error.lineno}, column {error.colno}"
        ) from None
    except ValueError:
        # Python refuses to read integers of thousands of digits.
        raise MalformedBodyError("the JSON holds a number that is too long") from None


def require_whole_characters(value: object) -> None:
    """InvalidUnicodeError for a lone surrogate in what JSON stands for."""
    if isinstance(value, str):
        surrogate = find_surrogate(value)
        if surrogate:
            raise InvalidUnicodeError(surrogate.start())
    elif isinstance(value, list):
        for item in value:
            require_whole_characters(item)
    elif isinstance(value, dict):
        for name, item in value.items():
            require_whole_characters(name)
            require_whole_characters(item)


def read_query(arguments: MultiDict[str, str]) -> dict[str, Any]:
    """The options in the query, as their JSON would be; InvalidRequestError where one is given twice or is the text."""
    options: dict[str, Any] = {}
    errors = []
    for name, values in arguments.lists():
        if name == "text":
            errors.append(FieldError(point_at(name), "Unknown query parameter: the text is the body."))
        elif name == "features":
            options[name] = [feature for value in values for feature in value.split(",")]
        elif len(values) > 1:
            errors.append(FieldError(point_at(name), "Given more than once."))
        elif name == "max_claims" and is_integer(values[0]):
            options[name] = int(values[0])
        else:
            options[name] = values[0]
    if errors:
        raise InvalidRequestError(tuple(errors))
    return options


def _build_object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    content: dict[str, object] = {}
    for name, value in pairs:
        if name in content:
            raise MalformedBodyError("a name occurs twice in one JSON object")
        content[name] = value
    return content


def _refuse_constant(name: str) -> object:
    raise MalformedBodyError(f"{name} is not JSON")
