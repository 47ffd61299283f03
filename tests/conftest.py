"""The smallest thing that has what a test needs: a fake extractor, an application around it, a client of that."""

import pytest
from flask import Flask
from flask.testing import FlaskClient

from service.api.app import create_app
from service.settings import Settings
from tests.fakes import FakeExtractor


@pytest.fixture
def extractor() -> FakeExtractor:
    return FakeExtractor()


@pytest.fixture
def app(extractor: FakeExtractor) -> Flask:
    return create_app(Settings(max_body_bytes=2_000, max_characters=1_000), extractor)


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()
