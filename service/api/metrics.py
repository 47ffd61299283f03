"""Metrics for Prometheus, right over all workers: each writes its own files, and a scrape of any one adds them up.

Without PROMETHEUS_MULTIPROC_DIR, which gunicorn.conf.py sets, they are those of this process alone.
"""

import resource
import time
from pathlib import Path
from typing import cast

from flask import Flask, Response, current_app, g, request
from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4
from prometheus_client.multiprocess import MultiProcessCollector

from service.api.state import Service, current_service, service_of
from service.extraction import Model
from service.pipeline.watch import Watch

EXTENSION = "service.metrics"
UNKNOWN_ROUTE = "none"
SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)
CHARACTERS = (500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000)
BYTES = (1_000, 2_000, 5_000, 10_000, 50_000, 100_000, 500_000, 1_000_000)
PAGE = resource.getpagesize()


class Metrics:
    """What one process counts of its requests."""

    def __init__(self) -> None:
        registry = self.registry = CollectorRegistry()
        self.requests = Counter("news_requests", "Requests answered.", ("method", "route", "status"), registry=registry)
        self.request_seconds = Histogram(
            "news_request_seconds",
            "From a request's head to its answer.",
            ("route",),
            buckets=SECONDS,
            registry=registry,
        )
        self.stage_seconds = Histogram(
            "news_stage_seconds", "Of one article in one stage.", ("stage",), buckets=SECONDS, registry=registry
        )
        self.characters = Histogram(
            "news_article_characters", "Code points of the articles.", buckets=CHARACTERS, registry=registry
        )
        self.body_bytes = Histogram("news_body_bytes", "Bodies as sent.", buckets=BYTES, registry=registry)
        self.batch_articles = Counter(
            "news_batch_articles", "Articles of batches answered.", ("status",), registry=registry
        )
        self.inside = Gauge(
            "news_articles_inside",
            "Articles that are read or wait.",
            multiprocess_mode="livesum",
            registry=registry,
        )
        self.model = Gauge(
            "news_model_info",
            "1, with the model that reads.",
            ("name", "version", "digest"),
            multiprocess_mode="livemax",
            registry=registry,
        )
        self.memory = Gauge(
            "news_resident_bytes", "Memory of a process.", multiprocess_mode="liveall", registry=registry
        )
        self.strings = Gauge(
            "news_vocabulary_strings", "Strings that spaCy keeps.", multiprocess_mode="liveall", registry=registry
        )

    def name_model(self, model: Model) -> None:
        """Take down the model that reads."""
        self.model.labels(model.name, model.version, model.digest).set(1)

    def observe_process(self, service: Service) -> None:
        """Take down how this process is."""
        self.inside.set(service.gate.inside)
        self.memory.set(measure_memory())
        self.strings.set(service.extractor.count_strings())

    def observe_request(self, response: Response) -> None:
        """Take down the request that is answered with response; one that is answered in parts, at their end."""
        route = request.url_rule.rule if request.url_rule else UNKNOWN_ROUTE
        method = request.method if request.url_rule else UNKNOWN_ROUTE
        started, status = g.started, str(response.status_code)

        def observe_end() -> None:
            self.requests.labels(method, route, status).inc()
            self.request_seconds.labels(route).observe(time.perf_counter() - started)

        if "tally" in g:
            response.call_on_close(observe_end)
        else:
            observe_end()
        if "watch" in g:
            self.observe_stages(g.watch)
        if "characters" in g:
            self.characters.observe(g.characters)
        if request.content_length:
            self.body_bytes.observe(request.content_length)

    def observe_stages(self, watch: Watch) -> None:
        """Take down how long each stage of an article took."""
        for stage, seconds in watch.seconds.items():
            self.stage_seconds.labels(stage).observe(seconds)

    def observe_article(self, status: int) -> None:
        """Take down an article of a batch, answered with a status."""
        self.batch_articles.labels(str(status)).inc()


def register_metrics(app: Flask) -> None:
    """Let app count its requests, and answer with the counts at /metrics."""
    metrics = app.extensions[EXTENSION] = Metrics()
    metrics.name_model(service_of(app).extractor.model)

    def observe(response: Response) -> Response:
        metrics.observe_request(response)
        metrics.observe_process(current_service())
        return response

    def show() -> Response:
        metrics.observe_process(current_service())
        return Response(generate_latest(read_all(metrics)), content_type=CONTENT_TYPE_PLAIN_0_0_4)

    app.after_request(observe)
    app.add_url_rule("/metrics", "metrics", show)


def current_metrics() -> Metrics:
    """What the application that answers the current request counts."""
    return cast(Metrics, current_app.extensions[EXTENSION])


def read_all(metrics: Metrics) -> CollectorRegistry:
    """The counts of all processes, where they are kept in files; else those of this one."""
    registry = CollectorRegistry()
    try:
        MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
    except ValueError:
        # The library's way of saying that the variable names no folder.
        return metrics.registry
    return registry


def measure_memory(process: int | str = "self") -> int:
    """Bytes of a process, by default this one, that lie in memory; 0 where the system does not tell."""
    try:
        return int(Path(f"/proc/{process}/statm").read_text(encoding="ascii").split()[1]) * PAGE
    except (OSError, IndexError, ValueError):
        return 0
