"""Log lines: what stands in them, and that no article ever does."""

import json
import logging
import sys

import pytest

from service.api.logs import PrivateFormatter, logging_config
from service.errors import ModelError
from tests.fakes import BROKEN


@pytest.fixture
def lines(caplog):
    """The log so far, as its lines are written."""
    caplog.set_level(logging.INFO)

    def read():
        config = logging_config("info")["formatters"]["json"]
        formatter = PrivateFormatter(config["fmt"], rename_fields=config["rename_fields"])
        return [json.loads(formatter.format(record)) for record in caplog.records]

    return read


def test_a_request_has_one_line(client, lines):
    client.post("/v1/extract?id=7", data=b"Acme.", content_type="text/plain", headers={"X-Request-ID": "r-1"})

    (line,) = lines()
    assert line.pop("milliseconds") >= 0
    assert line.pop("process") > 0
    assert line.pop("time")
    assert line == {
        "level": "INFO",
        "logger": "service.access",
        "message": "request",
        "request_id": "r-1",
        "method": "POST",
        "route": "/v1/extract",
        "status": 200,
        "body_bytes": 5,
        "characters": 5,
        "trace_id": None,
        "parent_span_id": None,
    }


def test_a_request_is_logged_under_its_trace(client, lines):
    trace, span = "4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7"
    client.get("/v1/info", headers={"traceparent": f"00-{trace}-{span}-01"})

    (line,) = lines()
    assert (line["trace_id"], line["parent_span_id"]) == (trace, span)


def test_health_checks_leave_no_line(client, lines):
    client.get("/livez")
    client.get("/readyz")

    assert lines() == []


def test_a_path_without_route_is_not_logged(client, lines):
    client.get("/secret-words")

    assert "secret" not in json.dumps(lines())


def test_a_bug_is_logged_with_its_frames_and_without_its_message(client, lines):
    client.post("/v1/extract", data=BROKEN.encode(), content_type="text/plain", headers={"X-Request-ID": "r-2"})

    failure = lines()[0]
    assert (failure["logger"], failure["level"], failure["request_id"]) == ("service.failure", "ERROR", "r-2")
    assert failure["exc_info"].startswith("KeyError\n")
    assert "in extract" in failure["exc_info"]
    assert "secret" not in json.dumps(lines())


@pytest.mark.parametrize(
    ("error", "head"), [(ModelError("no weights"), "ModelError: no weights"), (ValueError("x"), "ValueError")]
)
def test_only_our_own_messages_are_logged(error, head):
    try:
        raise error
    except (ModelError, ValueError):
        formatted = PrivateFormatter().formatException(sys.exc_info())

    assert formatted.splitlines()[0] == head
