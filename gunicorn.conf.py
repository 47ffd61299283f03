"""How gunicorn serves: `gunicorn` without arguments reads this file."""

import atexit
import gc
import os
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

from service.api.cpus import count_cpus
from service.api.logs import logging_config
from service.errors import ServiceError
from service.settings import SettingsError, read_settings


def remove_metrics(folder: str, master: int) -> None:
    """Leave no files behind, when the master ends; its workers inherit this and must not."""
    if os.getpid() == master:
        shutil.rmtree(folder, ignore_errors=True)


def end_with(error: ServiceError) -> SystemExit:
    """What ends the master with an error's own words, which say what to put right; its frames help nobody."""
    return SystemExit(f"{type(error).__name__}: {error}")


try:
    settings = read_settings()
except SettingsError as error:
    raise end_with(error) from None

wsgi_app = "service.api.wsgi:load_app()"
# An IPv6 address stands in brackets.
bind = (
    f"[{settings.bind_host}]:{settings.port}" if ":" in settings.bind_host else f"{settings.bind_host}:{settings.port}"
)

# One process for each CPU: reading an article keeps one CPU busy, and a process reads one article at a time.
workers = settings.workers or count_cpus()
# Threads, so that health checks, refusals and slow clients are served while an article is read. A sync worker would be
# killed, with an empty answer, by any article that takes longer than `timeout`.
worker_class = "service.api.worker.Worker"
threads = settings.threads

# The application is made after the fork, by each worker for itself: an ONNX session does not survive a fork. What can
# be shared, the modules, the model and the operator's table, is there in the master before, by on_starting below.
preload_app = False

# A hung worker is killed after `timeout`; with threads that bounds the process, not one request.
timeout = settings.timeout
# At shutdown, running requests get this long.
graceful_timeout = settings.graceful_timeout
# Longer than the usual 60 seconds of a load balancer, which must be the one to close an idle connection.
keepalive = settings.keepalive

# spaCy's hash tables never shrink, so a process is replaced after many requests, not all at once.
max_requests = settings.max_requests
max_requests_jitter = settings.max_requests // 10

# Workers write their metrics to files, which a scrape adds up. A reload reads this file again and keeps the folder.
MEMORY_DISK = "/dev/shm" if Path("/dev/shm").is_dir() else None
METRICS_VARIABLE = "PROMETHEUS_MULTIPROC_DIR"
if METRICS_VARIABLE not in os.environ:
    os.environ[METRICS_VARIABLE] = tempfile.mkdtemp(prefix="news-metrics-", dir=MEMORY_DISK)
    atexit.register(remove_metrics, os.environ[METRICS_VARIABLE], os.getpid())

# The heartbeat file belongs in memory: on a slow disk, touching it can take longer than `timeout`.
worker_tmp_dir = MEMORY_DISK
# The control socket would be written under $HOME, which is read-only in the container, and nobody uses it.
control_socket_disable = True

logconfig_dict = logging_config(settings.log_level)


def on_starting(server: object) -> None:
    """Load what every worker needs, once.

    End here, and not in a worker, where the model or the table is wrong: a master may outlive workers that cannot
    start.
    """
    from service.api.wsgi import import_spans, load_extractor

    try:
        load_extractor(settings)
        import_spans(settings.traces_endpoint)
    except ServiceError as error:
        raise end_with(error) from None


def on_reload(server: Any) -> None:
    """Load model and table anew for the workers that SIGHUP starts; where either is wrong, they share the old ones."""
    from service.api.wsgi import load_extractor

    try:
        load_extractor(read_settings())
    except ServiceError as error:
        server.log.error("nothing was reloaded: %s: %s", type(error).__name__, error)
    keep_pages()


def when_ready(server: object) -> None:
    """Let the workers share what is loaded."""
    keep_pages()


def keep_pages() -> None:
    """Keep the collector from touching, and so copying, the pages that workers share."""
    gc.collect()
    gc.freeze()


def child_exit(server: object, worker: Any) -> None:
    """Take the gauges of a worker that has ended out of the metrics; its counts stay."""
    from prometheus_client.multiprocess import mark_process_dead

    mark_process_dead(worker.pid)  # type: ignore[no-untyped-call]


def worker_exit(server: object, worker: Any) -> None:
    """End a worker at once, with its status: else the ONNX runtime waits for ever for threads left in the master."""
    from service.api.state import service_of

    ending = sys.exc_info()[1]
    # A worker that ends while it is loading has no application.
    recorder = service_of(worker.wsgi).recorder if getattr(worker, "wsgi", None) else None
    if recorder is not None:
        recorder.stop()
    status = ending.code if isinstance(ending, SystemExit) else 1
    os._exit(status if isinstance(status, int) else 1)
