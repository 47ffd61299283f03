"""Which format an answer comes in: what the client's Accept header asks for, of what is offered (RFC 9110, 12.5.1)."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import Request
from werkzeug.http import parse_options_header

from service.api.lines import NDJSON
from service.api.parsing import JSON, UTF_8_NAMES
from service.api.refusals import NotAcceptableError
from service.formats.registry import CSV, FORMATS, JSON_LD, Format
from service.schemas.extraction import render_extraction

ANY = "*"
JSON_FORMAT = Format("json", JSON, None, render_extraction)
# The same, an article in each line; only for several of them.
LINES_FORMAT = Format("lines", NDJSON, None, render_extraction)
ANSWER_FORMATS: tuple[Format, ...] = (JSON_FORMAT, *FORMATS)


@dataclass(frozen=True, slots=True)
class MediaRange:
    """What a client takes, and how gladly, from 0 to 1."""

    mimetype: str
    parameters: tuple[tuple[str, str], ...]
    quality: float

    def allows(self, form: Format) -> bool:
        """Whether the format is in the range."""
        kind, _, subtype = self.mimetype.partition("/")
        own_kind, _, own_subtype = form.mimetype.partition("/")
        if kind not in (ANY, own_kind) or subtype not in (ANY, own_subtype):
            return False
        return all(_is_parameter(name, value, form) for name, value in self.parameters)

    def narrowness(self) -> tuple[int, int]:
        """How little the range takes in: the narrowest that allows a format says how gladly that is taken."""
        return -self.mimetype.count(ANY), len(self.parameters)


def choose_format(incoming: Request, offered: Sequence[Format]) -> Format:
    """The format of offered that the client takes most gladly; where it says nothing, the first.

    Of those that it takes alike, the one that it names most narrowly, then the first. NotAcceptableError where none is
    left.
    """
    ranges = [_read_range(name, quality) for name, quality in incoming.accept_mimetypes]
    # A header that is absent or empty rules out nothing.
    if not ranges:
        return offered[0]
    wishes = []
    for place, form in enumerate(offered):
        allowing = [media_range for media_range in ranges if media_range.allows(form)]
        if allowing:
            narrowest = max(allowing, key=MediaRange.narrowness)
            wishes.append((narrowest.quality, narrowest.narrowness(), -place))
    best = max(wishes, default=(0.0, (0, 0), 0))
    if best[0] == 0:
        raise NotAcceptableError([form.media_type for form in offered])
    return offered[-best[2]]


def _read_range(name: str, quality: float) -> MediaRange:
    mimetype, parameters = parse_options_header(name)
    return MediaRange(mimetype.lower(), tuple(parameters.items()), quality)


def _is_parameter(name: str, value: str, form: Format) -> bool:
    """Whether the format has the parameter, or its type says that one like this is to be ignored."""
    if name == "charset":
        return value.lower() in UTF_8_NAMES
    if name == "header" and form.mimetype == CSV:
        return value.lower() == "present"
    if name == "profile" and form.mimetype == JSON_LD:
        return _is_profile(value, form)
    return name == "profile" and value == form.profile


def _is_profile(value: str, form: Format) -> bool:
    """A profile of JSON-LD is a list of URIs, of which a server ignores those that it does not know."""
    asked = {_bare(uri) for uri in value.split()}
    known = asked & {_bare(other.profile) for other in FORMATS if other.profile and other.mimetype == JSON_LD}
    return not known or _bare(form.profile or "") in known


def _bare(uri: str) -> str:
    """One name for a URI with and without TLS, with and without a slash behind it."""
    return uri.partition("://")[2].rstrip("/")
