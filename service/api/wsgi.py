"""What gunicorn calls: in the master before the fork, for what workers can share, and in each worker after it."""

from functools import cache
from pathlib import Path

from flask import Flask

from service.api.app import create_app
from service.components.organisations.table import OrganisationTable
from service.components.organisations.table_file import read_table
from service.pipeline.extractor import Extractor
from service.settings import read_settings


# Kept, so that what the master has read is there in every worker that it forks, early or late, in the same memory.
@cache
def load_table(file: Path | None) -> OrganisationTable | None:
    """The operator's table of organisations, None where the settings name none; TableError where it is wrong."""
    return None if file is None else read_table(file)


def load_app() -> Flask:
    """The application of this process, with a model of its own; ModelError and SettingsError end the process."""
    settings = read_settings()
    table = load_table(settings.organisations_file)
    return create_app(settings, Extractor.load(settings.model_path, organisations=table))
