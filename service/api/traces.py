"""W3C trace context: which trace a request belongs to."""

import re
from dataclasses import dataclass

match_traceparent = re.compile(r"([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?", re.DOTALL).fullmatch
# As the specification has it: this version is forbidden, and the first one has nothing behind its flags.
FORBIDDEN_VERSION, FIRST_VERSION = "ff", "00"
# The only flag that it defines.
SAMPLED = 1


@dataclass(frozen=True, slots=True)
class TraceContext:
    """The trace, and the span of the caller in it, in hexadecimal; is_sampled: whether the caller records it."""

    trace_id: str
    span_id: str
    is_sampled: bool


def read_traceparent(header: str | None) -> TraceContext | None:
    """The context that a `traceparent` header names; None where there is none, or where it is malformed.

    >>> read_traceparent("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01").span_id
    '00f067aa0ba902b7'
    >>> read_traceparent("00-" + "0" * 32 + "-00f067aa0ba902b7-01")
    """
    match = match_traceparent(header) if header else None
    if match is None:
        return None
    version, trace_id, span_id, flags, rest = match.groups()
    if (
        version == FORBIDDEN_VERSION
        or (version == FIRST_VERSION and rest)
        or not (int(trace_id, 16) and int(span_id, 16))
    ):
        return None
    return TraceContext(trace_id, span_id, bool(int(flags, 16) & SAMPLED))
