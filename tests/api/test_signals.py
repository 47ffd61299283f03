"""Workers that are killed, replaced and ended while clients ask: nobody loses an answer but the killed worker's own."""

import http.client
import json
import os
import signal
import threading
import time
from contextlib import contextmanager

import pytest

from benchmarks.server import PATIENCE, TEXT, start_ready_server, start_server

ARTICLE = b"PARIS, March 2 (Reuters) - Shares of Nvidia rose 3% on Monday, analysts said.\n"
CLIENTS = 3


class Load:
    """Clients that ask without a pause, each on a new connection. answers: the statuses; failures: lost answers."""

    def __init__(self, server):
        self.server = server
        self.answers = []
        self.failures = []
        self.is_over = False

    def ask(self):
        while not self.is_over:
            try:
                self.answers.append(self.server.send("POST", "/v1/extract", ARTICLE, TEXT).status)
            except ConnectionRefusedError:
                # Whoever comes when the listener is closed is told so, and has lost nothing.
                return
            except (OSError, http.client.HTTPException) as error:
                self.failures.append(repr(error))

    def wait_for(self, count):
        wanted, deadline = len(self.answers) + count, time.monotonic() + PATIENCE
        while len(self.answers) < wanted:
            assert time.monotonic() < deadline, (len(self.answers), self.failures)
            time.sleep(0.02)


@contextmanager
def under_load(server):
    load = Load(server)
    clients = [threading.Thread(target=load.ask, daemon=True) for _ in range(CLIENTS)]
    for client in clients:
        client.start()
    try:
        yield load
    finally:
        load.is_over = True
        for client in clients:
            client.join(PATIENCE)


@pytest.fixture
def server(tmp_path):
    # A worker that does not end by itself would be waited for longer than the tests are patient.
    server = start_ready_server(tmp_path / "log", WORKERS="2", GRACEFUL_TIMEOUT="3600")
    # The first worker answers for readiness while the second may still be forked.
    wait_for_workers(server, frozenset())
    yield server
    if server.process.poll() is None:
        server.stop()


def wait_for_workers(server, gone):
    """Wait until two workers run beside those that are gone."""
    deadline = time.monotonic() + PATIENCE
    while len(set(server.list_workers()) - gone) < 2:
        assert time.monotonic() < deadline, server.log.read_text()
        time.sleep(0.1)


def test_a_reload_loses_no_answer(server):
    with under_load(server) as load:
        load.wait_for(20)
        reload(server)
        load.wait_for(20)

    assert load.failures == []
    assert set(load.answers) == {200}


def test_termination_ends_what_was_accepted_and_loses_no_answer(server):
    with under_load(server) as load:
        load.wait_for(20)
        status = server.stop()

    assert status == 0
    assert load.failures == []
    assert set(load.answers) == {200}


def test_a_killed_worker_takes_only_its_own_requests_and_is_back(server):
    killed, spared = server.list_workers()
    with under_load(server) as load:
        load.wait_for(20)
        os.kill(killed, signal.SIGKILL)
        wait_for_workers(server, frozenset((killed,)))
        load.wait_for(20)

    assert spared in server.list_workers()
    assert len(load.failures) <= CLIENTS
    assert set(load.answers) == {200}


def test_a_server_whose_worker_is_still_loading_ends(tmp_path):
    server = start_server(tmp_path / "log", GRACEFUL_TIMEOUT="3600")
    deadline = time.monotonic() + PATIENCE
    while "Booting worker" not in server.log.read_text():
        assert time.monotonic() < deadline
        time.sleep(0.02)
    time.sleep(0.2)

    assert server.stop() == 0
    assert "Traceback" not in server.log.read_text()
    assert "Exception" not in server.log.read_text()


def test_metrics_are_of_all_workers(server):
    for _ in range(20):
        server.send("POST", "/v1/extract", ARTICLE, TEXT)

    text = server.send("GET", "/metrics").body.decode()

    assert 'news_requests_total{method="POST",route="/v1/extract",status="200"} 20.0' in text
    assert text.count("\nnews_resident_bytes{") == 2
    assert "Nvidia" not in text


def test_more_articles_than_may_wait_are_refused_and_the_others_answered(tmp_path):
    server = start_ready_server(tmp_path / "log", MAX_WAITING="1")
    statuses = []

    def ask():
        answer = server.send("POST", "/v1/extract", ARTICLE * 200, TEXT)
        statuses.append((answer.status, answer.headers.get("Retry-After"), json.loads(answer.body).get("code")))

    clients = [threading.Thread(target=ask) for _ in range(12)]
    for client in clients:
        client.start()
    for client in clients:
        client.join(PATIENCE)
    server.stop()

    assert set(statuses) == {(200, None, None), (503, "2", "busy")}
    assert len(statuses) == 12


def test_clients_that_send_slowly_hold_up_nobody(tmp_path):
    server = start_ready_server(tmp_path / "log")
    slow = [http.client.HTTPConnection("127.0.0.1", server.port, timeout=PATIENCE) for _ in range(40)]
    try:
        for connection in slow:
            connection.putrequest("POST", "/v1/extract")
            connection.putheader("Content-Type", "text/plain")
            connection.putheader("Content-Length", "1000")
            connection.endheaders(b"A")
        assert server.send("POST", "/v1/extract", ARTICLE, TEXT).status == 200
        assert server.send("GET", "/livez").status == 200
    finally:
        for connection in slow:
            connection.close()
        server.stop()


def test_a_reload_reads_the_table_anew_and_keeps_the_old_one_where_the_new_is_wrong(tmp_path):
    table = tmp_path / "organisations.csv"
    table.write_text("name,kind\nAcme,company\n", encoding="utf-8")
    server = start_ready_server(tmp_path / "log", WORKERS="1", ORGANISATIONS_FILE=str(table))
    try:
        assert read_rows(server) == 1
        table.write_text("name,kind\nAcme,company\nBolt,company\n", encoding="utf-8")
        reload(server)
        assert read_rows(server) == 2
        table.write_text("name,kind\nAcme,planet\n", encoding="utf-8")
        reload(server)
        assert read_rows(server) == 2
    finally:
        server.stop()
    assert "nothing was reloaded: TableError" in server.log.read_text()


def read_rows(server):
    return json.loads(server.send("GET", "/v1/info").body)["organisation_table"]["rows"]


def reload(server):
    """Send SIGHUP, and wait until other workers have taken over."""
    before = set(server.list_workers())
    server.process.send_signal(signal.SIGHUP)
    deadline = time.monotonic() + PATIENCE
    while before & set(server.list_workers()) or not server.list_workers():
        assert time.monotonic() < deadline, server.log.read_text()
        time.sleep(0.1)
