"""The Flask application."""

from flask import Flask, Response

from service.api.errors import register_errors
from service.api.gate import Gate
from service.api.limits import discard_refused_body
from service.api.logs import register_logs
from service.api.routes import routes
from service.api.state import ArticleExtractor, Readiness, Service, attach_service
from service.settings import Settings

WARM_UP_TEXT = (
    "PARIS, March 2 (Reuters) - “We are ready,” said Jane Doe, who speaks for the United Nations. Output rose 3%."
)


def create_app(settings: Settings, extractor: ArticleExtractor) -> Flask:
    """The application, its extractor warmed up: the first article of a process takes several times as long."""
    extractor.extract(WARM_UP_TEXT)
    app = Flask(__name__, static_folder=None)
    # The article that is read, and those that wait.
    gate = Gate(1 + settings.max_waiting, settings.retry_after)
    attach_service(app, Service(settings, extractor, Readiness(), gate))
    app.register_blueprint(routes)
    register_errors(app)
    register_logs(app)
    app.after_request(discard_refused_body)
    app.after_request(forbid_sniffing)
    return app


def forbid_sniffing(response: Response) -> Response:
    """The response, which browsers are to take for what it says it is."""
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response
