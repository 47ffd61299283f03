"""What gunicorn calls in each worker, after the fork."""

from flask import Flask

from service.api.app import create_app
from service.pipeline.extractor import Extractor
from service.settings import read_settings


def load_app() -> Flask:
    """The application of this process, with a model of its own; ModelError and SettingsError end the process."""
    settings = read_settings()
    return create_app(settings, Extractor.load(settings.model_path))
