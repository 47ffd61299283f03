"""What gunicorn calls: in the master before the fork, for what workers share, and in each worker after it."""

from flask import Flask

from service.api.app import create_app
from service.api.state import RequestRecorder
from service.pipeline.extractor import Extractor, load_mounted
from service.settings import TRACES_VARIABLE, Settings, SettingsError, read_settings

# What the master has loaded last is here in every worker that it forks, early or late, in the same memory.
_LOADED: list[Extractor] = []


def load_extractor(settings: Settings) -> Extractor:
    """Load table and model for the workers to come; TableError or ModelError where either is wrong.

    Then what was loaded before stays.
    """
    extractor = load_mounted(settings.model_path, settings.organisations_file)
    _LOADED[:] = [extractor]
    return extractor


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
    """The application of this process, its network started; ModelError and SettingsError end the process."""
    settings = read_settings()
    extractor = _LOADED[0] if _LOADED else load_extractor(settings)
    return create_app(settings, extractor, start_recorder(settings.traces_endpoint))
