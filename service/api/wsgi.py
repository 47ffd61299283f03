"""What gunicorn calls: in the master before the fork, for what workers share, and in each worker after it."""

from flask import Flask

from service.api.app import create_app
from service.components.organisations.table_file import read_table
from service.pipeline.extractor import Extractor
from service.settings import Settings, read_settings

# What the master has loaded last is here in every worker that it forks, early or late, in the same memory.
_LOADED: list[Extractor] = []


def load_extractor(settings: Settings) -> Extractor:
    """Load table and model for the workers to come; TableError or ModelError where either is wrong.

    Then what was loaded before stays.
    """
    file = settings.organisations_file
    table = None if file is None else read_table(file)
    extractor = Extractor.load(settings.model_path, organisations=table)
    _LOADED[:] = [extractor]
    return extractor


def load_app() -> Flask:
    """The application of this process, its network started; ModelError and SettingsError end the process."""
    settings = read_settings()
    return create_app(settings, _LOADED[0] if _LOADED else load_extractor(settings))
