"""What the routes share: the settings, the extractor, and whether the process takes work."""

import time
from dataclasses import dataclass
from typing import Protocol, cast

from flask import Flask, Response, current_app

from service.api.gate import Gate
from service.api.keys import ApiKeys
from service.api.refusals import NotReadyError
from service.api.streams import OpenStreams
from service.extraction import Extraction, ExtractionOptions, Model, MountedTable
from service.pipeline.watch import Watch
from service.settings import Settings

EXTENSION = "service"


class ArticleExtractor(Protocol):
    """What the service needs of an extractor; its methods are called from several threads at once."""

    @property
    def model(self) -> Model:
        """The model that reads the articles."""

    @property
    def table(self) -> MountedTable | None:
        """The operator's table that it uses, None where it has none."""

    def extract(self, text: str, options: ExtractionOptions = ..., watch: Watch | None = ...) -> Extraction:
        """All that is read from text; raises ArticleError, and DeadlineError where the watch has one that passes."""

    def count_strings(self) -> int:
        """How many strings the model's vocabulary holds."""


class RequestRecorder(Protocol):
    """What takes down requests for others to see."""

    def record(self, response: Response) -> Response:
        """The response, after its request has been taken down."""

    def stop(self) -> None:
        """Hand over what has been taken down, and take down no more."""


class Readiness:
    """Whether the process takes work: from the end of its warm-up to the start of its shutdown.

    streams: the requests that would go on for ever if the shutdown did not end them.
    """

    def __init__(self) -> None:
        self.is_ready = True
        self.streams = OpenStreams()
        self._drained = 0.0

    def drain(self) -> None:
        """From now on, take no work. Called from a signal's handler, and perhaps twice."""
        if self.is_ready:
            self._drained = time.monotonic()
            self.is_ready = False
        self.streams.stop_waiting()

    def is_over(self, seconds: float) -> bool:
        """Whether the process has taken no work for so many seconds."""
        return not self.is_ready and time.monotonic() - self._drained >= seconds


@dataclass(frozen=True, slots=True)
class Service:
    """What the routes share."""

    settings: Settings
    extractor: ArticleExtractor
    readiness: Readiness
    gate: Gate
    keys: ApiKeys
    recorder: RequestRecorder | None = None

    def require_ready(self) -> None:
        """NotReadyError where the process takes no work."""
        if not self.readiness.is_ready:
            raise NotReadyError(self.settings.retry_after)

    def require_time(self) -> None:
        """NotReadyError where the process ends, and has no time left for another article of a batch.

        An article that is begun may still take its whole deadline.
        """
        if self.readiness.is_over(self.settings.graceful_timeout - self.settings.deadline):
            raise NotReadyError(self.settings.retry_after)


def attach_service(app: Flask, service: Service) -> None:
    """Put service where the routes of app find it."""
    app.extensions[EXTENSION] = service


def service_of(app: Flask) -> Service:
    """The service attached to app."""
    return cast(Service, app.extensions[EXTENSION])


def current_service() -> Service:
    """The service of the application that answers the current request."""
    return service_of(current_app)
