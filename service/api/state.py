"""What the routes share: the settings, the extractor, and whether the process takes work."""

from dataclasses import dataclass
from typing import Protocol, cast

from flask import Flask, Response, current_app

from service.api.gate import Gate
from service.api.keys import ApiKeys
from service.api.refusals import NotReadyError
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
    """Whether the process takes work: from the end of its warm-up to the start of its shutdown."""

    def __init__(self) -> None:
        self.is_ready = True

    def drain(self) -> None:
        """From now on, take no work."""
        self.is_ready = False


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


def attach_service(app: Flask, service: Service) -> None:
    """Put service where the routes of app find it."""
    app.extensions[EXTENSION] = service


def service_of(app: Flask) -> Service:
    """The service attached to app."""
    return cast(Service, app.extensions[EXTENSION])


def current_service() -> Service:
    """The service of the application that answers the current request."""
    return service_of(current_app)
