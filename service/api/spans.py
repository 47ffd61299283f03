"""OpenTelemetry: a span for each request and for each of its stages, sent to a collector.

Imported only where the settings name a collector: the packages are those of requirements-otel.lock. What the SDK reads
from variables of its own, such as headers, timeouts, the sampler and the service's name, holds here too.
"""

import time

from flask import Response, g, request
from opentelemetry.context import Context
from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.sdk.resources import OTELResourceDetector, Resource
from opentelemetry.sdk.trace import SpanProcessor, TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor
from opentelemetry.trace import (
    NonRecordingSpan,
    Span,
    SpanContext,
    SpanKind,
    Status,
    StatusCode,
    TraceFlags,
    set_span_in_context,
)

from service.api.logs import HEALTH_ROUTES
from service.api.traces import TraceContext
from service.pipeline.watch import Watch
from service.version import VERSION

SERVICE_NAME = "news-metadata"
NANOSECONDS = 1_000_000_000
FAILED = 500


class SpanRecorder:
    """Records requests as spans, once they are answered, and hands them to a processor.

    A processor that sends in a thread of its own does not survive a fork: a recorder belongs to the process that makes
    it.
    """

    def __init__(self, processor: SpanProcessor) -> None:
        named = Resource({"service.name": SERVICE_NAME, "service.version": VERSION})
        # The recorder's owner stops it; a worker ends without the interpreter's last rites.
        self._provider = TracerProvider(resource=named.merge(OTELResourceDetector().detect()), shutdown_on_exit=False)
        self._provider.add_span_processor(processor)
        self._tracer = self._provider.get_tracer(SERVICE_NAME, VERSION)

    def record(self, response: Response) -> Response:
        """The response, after its request has become a span. Nothing that a client typed stands in one but ids."""
        route = request.url_rule.rule if request.url_rule else None
        if route in HEALTH_ROUTES:
            return response
        # A span's clock is the world's, a stage's is the process's own; here they show the same moment.
        offset = time.time_ns() - _count(time.perf_counter())
        span = self._tracer.start_span(
            f"{request.method} {route}" if route else "request",
            _continue_trace(g.trace),
            SpanKind.SERVER,
            start_time=offset + _count(g.started),
        )
        span.set_attribute("http.response.status_code", response.status_code)
        span.set_attribute("news.request_id", g.request_id)
        if route:
            span.set_attribute("http.request.method", request.method)
            span.set_attribute("http.route", route)
        if "characters" in g:
            span.set_attribute("news.characters", g.characters)
        if response.status_code >= FAILED:
            span.set_status(Status(StatusCode.ERROR))
        self._record_stages(span, offset)
        span.end(offset + _count(time.perf_counter()))
        return response

    def stop(self) -> None:
        """Send what has not been sent, for OTEL_EXPORTER_OTLP_TIMEOUT at most, and record no more."""
        self._provider.shutdown()

    def _record_stages(self, parent: Span, offset: int) -> None:
        watch: Watch | None = g.get("watch")
        if watch is None:
            return
        inside = set_span_in_context(parent)
        # Each stage begins where the one before it ends.
        position = offset + _count(watch.began)
        for stage, seconds in watch.seconds.items():
            span = self._tracer.start_span(stage, inside, start_time=position)
            position += _count(seconds)
            span.end(position)


def send_spans(endpoint: str) -> SpanRecorder:
    """A recorder whose spans go to the collector at endpoint, in batches, by OTLP over HTTP."""
    return SpanRecorder(BatchSpanProcessor(OTLPSpanExporter(endpoint)))


def _count(seconds: float) -> int:
    return int(seconds * NANOSECONDS)


def _continue_trace(trace: TraceContext | None) -> Context:
    """The context of the caller's span; an empty one, in which a new trace begins, where the caller names none."""
    if trace is None:
        return Context()
    flags = TraceFlags(TraceFlags.SAMPLED if trace.is_sampled else TraceFlags.DEFAULT)
    caller = SpanContext(int(trace.trace_id, 16), int(trace.span_id, 16), is_remote=True, trace_flags=flags)
    return set_span_in_context(NonRecordingSpan(caller), Context())
