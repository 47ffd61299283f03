"""OpenTelemetry: a request is a span of its caller's trace, with a span for each stage, and no word of the article."""

import gzip
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from opentelemetry.trace import SpanKind, StatusCode

from benchmarks.server import run_server
from service.api.app import create_app
from service.api.spans import SpanRecorder
from service.api.wsgi import import_spans
from service.settings import TRACES_VARIABLE, Settings, SettingsError
from tests.fakes import BROKEN, SLOW

PATH = "/v1/extract"
TRACE, CALLER = "4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7"
SECRET = "zebrafinch"


@pytest.fixture
def exporter():
    return InMemorySpanExporter()


@pytest.fixture
def client(extractor, exporter):
    return create_app(Settings(), extractor, SpanRecorder(SimpleSpanProcessor(exporter))).test_client()


def test_packages_that_are_missing_end_the_start_by_name(monkeypatch):
    monkeypatch.delitem(sys.modules, "service.api.spans")
    monkeypatch.setitem(sys.modules, "opentelemetry.context", None)

    with pytest.raises(SettingsError, match=f"^{TRACES_VARIABLE} is set; it needs requirements-otel[.]lock"):
        import_spans("http://127.0.0.1:4318/v1/traces")
    import_spans("")


def test_a_request_is_a_span_with_its_stages_inside(client, exporter):
    client.post(PATH, json={"text": "Acme grew."}, headers={"X-Request-ID": "r-1"})

    stage, request = exporter.get_finished_spans()
    assert (stage.name, stage.parent.span_id) == ("fake", request.context.span_id)
    assert (request.name, request.kind, request.parent) == ("POST /v1/extract", SpanKind.SERVER, None)
    assert request.start_time <= stage.start_time <= stage.end_time <= request.end_time
    assert request.attributes == {
        "http.request.method": "POST",
        "http.route": PATH,
        "http.response.status_code": 200,
        "news.request_id": "r-1",
        "news.characters": 10,
    }
    assert request.resource.attributes["service.name"] == "news-metadata"


def test_a_request_continues_its_callers_trace(client, exporter):
    client.get("/v1/info", headers={"traceparent": f"00-{TRACE}-{CALLER}-01"})

    (span,) = exporter.get_finished_spans()
    assert format(span.context.trace_id, "032x") == TRACE
    assert format(span.parent.span_id, "016x") == CALLER
    assert span.parent.is_remote


def test_what_the_caller_does_not_record_is_not_recorded(client, exporter):
    client.get("/v1/info", headers={"traceparent": f"00-{TRACE}-{CALLER}-00"})

    assert exporter.get_finished_spans() == ()


@pytest.mark.parametrize("path", ["/livez", "/readyz"])
def test_health_checks_are_no_spans(client, exporter, path):
    client.get(path)

    assert exporter.get_finished_spans() == ()


@pytest.mark.parametrize(
    ("text", "status", "code"),
    [(BROKEN, 500, StatusCode.ERROR), (SLOW, 504, StatusCode.ERROR), ("", 422, StatusCode.UNSET)],
)
def test_what_fails_here_is_an_error_and_what_is_refused_is_none(client, exporter, text, status, code):
    client.post(PATH, json={"text": text})

    span = exporter.get_finished_spans()[-1]
    assert (span.attributes["http.response.status_code"], span.status.status_code) == (status, code)


def test_no_span_holds_what_a_client_wrote(client, exporter):
    client.post(f"{PATH}?id={SECRET}", data=f"{SECRET} - Acme grew.".encode(), content_type="text/plain")
    client.get(f"/{SECRET}", headers={"User-Agent": SECRET})
    client.post(PATH, json={"text": BROKEN})

    spans = [span.to_json() for span in exporter.get_finished_spans()]
    assert len(spans) == 5
    for span in spans:
        assert SECRET not in span
        assert "secret" not in span


class Collector(BaseHTTPRequestHandler):
    """Keeps the bodies that are posted to it in a list of its server."""

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.bodies.append(gzip.decompress(body) if self.headers.get("Content-Encoding") == "gzip" else body)
        self.send_response(200)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_):
        """Nothing."""


@pytest.fixture
def collector():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Collector)
    server.bodies = []
    thread = Thread(target=server.serve_forever)
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


def test_the_server_sends_its_spans_before_it_ends(collector):
    address = f"http://127.0.0.1:{collector.server_port}/v1/traces"
    with run_server(OTEL_EXPORTER_OTLP_TRACES_ENDPOINT=address) as server:
        assert server.send_article(f"PARIS, March 2 (Reuters) - Shares of {SECRET} rose.\n").status == 200

    sent = [ExportTraceServiceRequest.FromString(body) for body in collector.bodies]
    spans = [
        span.name
        for request in sent
        for part in request.resource_spans
        for scope in part.scope_spans
        for span in scope.spans
    ]
    assert {"POST /v1/extract", "tokenizer", "news_encoder", "read"} <= set(spans)
    assert all(SECRET.encode() not in body for body in collector.bodies)
