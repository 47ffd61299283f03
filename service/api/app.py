"""The Flask application."""

from flask import Flask

from service.api.access import register_access
from service.api.batch import batch
from service.api.cross_origin import register_cross_origin
from service.api.docs import docs
from service.api.errors import register_errors
from service.api.gate import Gate
from service.api.headers import add_security_headers, add_server_timing
from service.api.keys import ApiKeys
from service.api.limits import discard_refused_body
from service.api.logs import register_logs
from service.api.metrics import register_metrics
from service.api.pages import pages
from service.api.routes import routes
from service.api.state import ArticleExtractor, Readiness, RequestRecorder, Service, attach_service
from service.settings import Settings

WARM_UP_TEXT = (
    "PARIS, March 2 (Reuters) - “We are ready,” said Jane Doe, who speaks for the United Nations. Output rose 3%."
)


def create_app(settings: Settings, extractor: ArticleExtractor, recorder: RequestRecorder | None = None) -> Flask:
    """The application, its extractor warmed up: the first article of a process takes several times as long."""
    extractor.extract(WARM_UP_TEXT)
    app = Flask(__name__, static_folder=None)
    # The article that is read, and those that wait.
    gate = Gate(1 + settings.max_waiting, settings.retry_after)
    keys = ApiKeys(settings.api_keys, settings.api_keys_file)
    attach_service(app, Service(settings, extractor, Readiness(), gate, keys, recorder))
    app.register_blueprint(routes)
    app.register_blueprint(batch)
    app.register_blueprint(docs)
    app.register_blueprint(pages)
    register_errors(app)
    # What is registered first is called first before a request, and last after it.
    register_logs(app)
    if recorder is not None:
        app.after_request(recorder.record)
    register_metrics(app)
    register_access(app)
    register_cross_origin(app, settings.cors_origins)
    app.after_request(discard_refused_body)
    app.after_request(add_security_headers)
    app.after_request(add_server_timing)
    return app
