"""Batches line by line at the service as it ships: answered as they arrive, and ended whatever the client does."""

import gzip
import json
import signal
import socket
import threading
import time
import zlib
from contextlib import closing, contextmanager, suppress

import pytest

from benchmarks.server import HOST, PATIENCE, TEXT, start_ready_server

ARTICLE = "PARIS, March 2 (Reuters) - Shares of Nvidia rose 3% on Monday, analysts said.\n"
HEAD = (
    b"POST /v1/extract/batch HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-ndjson\r\n"
    b"Transfer-Encoding: chunked\r\n"
)


class Stream:
    """A client that sends and reads on one connection as it likes."""

    def __init__(self, server, head=b""):
        self.connection = socket.create_connection((HOST, server.port), timeout=PATIENCE)
        self.connection.sendall(HEAD + head + b"\r\n")
        self.answers = self.connection.makefile("rb")
        self.head = b""

    def send(self, content):
        self.connection.sendall(b"%x\r\n%s\r\n" % (len(content), content))

    def end(self):
        self.connection.sendall(b"0\r\n\r\n")

    def read_head(self):
        while not self.head.endswith(b"\r\n\r\n"):
            line = self.answers.readline()
            assert line, self.head
            self.head += line
        return self.head.split(b"\r\n")[0]

    def read(self):
        """The next line of the answer; None at its end."""
        if not self.head:
            assert self.read_head() == b"HTTP/1.1 200 OK", self.head
        size = int(self.answers.readline() or b"-1", 16)
        assert size >= 0, "the answer breaks off"
        content = self.answers.read(size)
        self.answers.readline()
        return json.loads(content) if content else None

    def close(self):
        self.answers.close()
        self.connection.close()


def spell(number, text=ARTICLE):
    return json.dumps({"id": str(number), "text": text, "features": ["dateline"]}).encode() + b"\n"


@contextmanager
def opened(server, head=b""):
    with closing(Stream(server, head)) as stream:
        yield stream


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    server = start_ready_server(tmp_path_factory.mktemp("server") / "log")
    yield server
    server.stop()


def test_each_article_is_answered_before_the_next_is_sent(server):
    with opened(server) as stream:
        for number in range(3):
            stream.send(spell(number))
            item = stream.read()
            assert (item["id"], item["status"]) == (str(number), 200)
        stream.end()

        assert stream.read() is None


def test_articles_may_come_in_any_pieces(server):
    body = b"".join(spell(number) for number in range(4))
    with opened(server) as stream:
        for start in range(0, len(body), 37):
            stream.send(body[start : start + 37])
        stream.end()

        assert [stream.read()["id"] for _ in range(4)] == ["0", "1", "2", "3"]
        assert stream.read() is None


def test_a_body_of_known_length_is_answered_and_the_connection_lives_on(server):
    body = spell(1) + spell(2)
    with closing(server.connect()) as connection:
        for _ in range(2):
            connection.request("POST", "/v1/extract/batch", body, {"Content-Type": "application/x-ndjson"})
            lines = connection.getresponse().read().splitlines()
            assert [json.loads(line)["id"] for line in lines] == ["1", "2"]


def test_a_gzip_stream_is_inflated_as_it_arrives(server):
    deflate = zlib.compressobj(wbits=16 + zlib.MAX_WBITS)
    with opened(server, b"Content-Encoding: gzip\r\n") as stream:
        for number in range(2):
            stream.send(deflate.compress(spell(number)) + deflate.flush(zlib.Z_SYNC_FLUSH))
            assert stream.read()["id"] == str(number)
        stream.send(deflate.flush())
        stream.end()

        assert stream.read() is None


def test_malformed_chunks_end_the_stream_with_a_problem(server):
    with opened(server) as stream:
        stream.send(spell(1))
        assert stream.read()["status"] == 200
        stream.connection.sendall(b"zz\r\n")

        assert stream.read()["problem"]["code"] == "malformed_body"
        assert stream.read() is None


def test_a_gzip_bomb_of_one_line_is_counted_and_not_kept(server):
    body = gzip.compress(bytes(50_000_000))
    answer = server.send(
        "POST", "/v1/extract/batch", body, {"Content-Type": "application/x-ndjson", "Content-Encoding": "gzip"}
    )

    problem = json.loads(answer.body)["problem"]
    assert (problem["code"], problem["actual"]) == ("line_too_large", 50_000_000)


def test_a_client_that_goes_away_harms_nobody(server):
    for _ in range(3):
        with opened(server) as stream:
            stream.send(spell(1) * 20)
            stream.read()

    assert server.send("POST", "/v1/extract", ARTICLE.encode(), TEXT).status == 200
    with opened(server) as stream:
        stream.send(spell(2))
        assert stream.read()["status"] == 200
    assert "Nvidia" not in server.log.read_text()


def test_single_requests_take_turns_with_streams(server):
    """Beside streams that never pause, each article alone waits for a few others, not for their end."""
    is_over = threading.Event()
    counts = [0, 0]

    def flood(which):
        with opened(server) as stream:
            for number in range(3):
                stream.send(spell(number))
            while not is_over.is_set():
                stream.read()
                counts[which] += 1
                stream.send(spell(counts[which]))

    streams = [threading.Thread(target=flood, args=(which,)) for which in range(2)]
    for stream in streams:
        stream.start()
    while min(counts) < 5:
        time.sleep(0.01)
    before = sum(counts)
    statuses = [server.send("POST", "/v1/extract", ARTICLE.encode(), TEXT).status for _ in range(20)]
    passed = sum(counts) - before
    is_over.set()
    for stream in streams:
        stream.join(PATIENCE)

    assert statuses == [200] * 20
    # Neither side starves: a single article is answered for every few of the streams', and the reverse.
    assert 5 <= passed <= 20 * 20


def test_a_server_refuses_more_streams_than_half_its_threads_and_ends_those_it_has_with_a_problem(tmp_path):
    server = start_ready_server(tmp_path / "log", THREADS="4")
    with opened(server) as busy, opened(server) as idle:
        for stream in (busy, idle):
            stream.send(spell(1))
            assert stream.read()["status"] == 200
        with opened(server) as third:
            third.send(spell(1))
            assert third.read_head() == b"HTTP/1.1 503 SERVICE UNAVAILABLE"
        busy.send(spell(2) + spell(3) + b'{"text": "half')
        server.process.send_signal(signal.SIGTERM)

        assert [busy.read()["status"] for _ in range(3)] == [200, 200, 503]
        assert idle.read()["problem"]["code"] == "not_ready"
        assert busy.read() is None
        assert idle.read() is None

    assert server.process.wait(PATIENCE) == 0
    assert "Traceback" not in server.log.read_text()


def test_a_stream_that_never_pauses_is_ended_in_time(tmp_path):
    # Two seconds are left for further articles.
    server = start_ready_server(tmp_path / "log", DEADLINE="3", GRACEFUL_TIMEOUT="5")
    with opened(server) as stream:
        stream.send(spell(1))
        assert stream.read()["status"] == 200
        server.process.send_signal(signal.SIGTERM)
        started, statuses = time.monotonic(), []
        while time.monotonic() - started < PATIENCE and statuses[-1:] != [503]:
            stream.send(spell(len(statuses)))
            statuses.append(stream.read()["status"])

        assert statuses[-1] == 503
    assert server.process.wait(PATIENCE) == 0


def test_a_client_that_reads_nothing_is_given_up(tmp_path):
    server = start_ready_server(tmp_path / "log", KEEPALIVE="1")
    # What it does not read: long names, echoed.
    line = json.dumps({"id": "x" * 500_000}).encode() + b"\n"
    with opened(server) as stream:
        sender = threading.Thread(target=send_until_refused, args=(stream, line))
        sender.start()
        deadline = time.monotonic() + PATIENCE
        while '"/v1/extract/batch"' not in server.log.read_text():
            assert time.monotonic() < deadline
            time.sleep(0.1)
        sender.join(PATIENCE)
    assert server.send("POST", "/v1/extract", ARTICLE.encode(), TEXT).status == 200
    assert server.stop() == 0


def send_until_refused(stream, line):
    """Send the line until the server has closed the connection."""
    with suppress(OSError):
        while True:
            stream.send(line)
