"""What gunicorn calls: in the master before the fork, for what workers can share, and in each worker after it."""

from functools import cache
from pathlib import Path

from flask import Flask

from service.api.app import create_app
from service.api.state import RequestRecorder
from service.components.organisations.table import OrganisationTable
from service.components.organisations.table_file import read_table
from service.pipeline.extractor import Extractor
from service.settings import TRACES_VARIABLE, SettingsError, read_settings


# Kept, so that what the master has read is there in every worker that it forks, early or late, in the same memory.
@cache
def load_table(file: Path | None) -> OrganisationTable | None:
    """The operator's table of organisations, None where the settings name none; TableError where it is wrong."""
    return None if file is None else read_table(file)


def import_spans(endpoint: str) -> None:
    """Import what sends spans, where endpoint names who gets them; SettingsError where its packages are missing."""
    if not endpoint:
        return
    try:
        import service.api.spans  # noqa: F401
    except ModuleNotFoundError as error:
        raise SettingsError(f"{TRACES_VARIABLE} is set; it needs requirements-otel.lock: {error}") from None


def start_recorder(endpoint: str) -> RequestRecorder | None:
    """What sends spans to the collector at endpoint, None where that is empty. Not for the master: it has a thread."""
    if not endpoint:
        return None
    from service.api.spans import send_spans

    return send_spans(endpoint)


def load_app() -> Flask:
    """The application of this process, with a model of its own; ModelError and SettingsError end the process."""
    settings = read_settings()
    table = load_table(settings.organisations_file)
    extractor = Extractor.load(settings.model_path, organisations=table)
    return create_app(settings, extractor, start_recorder(settings.traces_endpoint))
