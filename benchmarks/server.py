"""A server as it ships, run for a test or a benchmark: gunicorn with the trained model, its log in a file."""

import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parents[1]
GUNICORN = Path(sys.executable).with_name("gunicorn")
# Seconds after which a server that does not answer has failed.
PATIENCE = 60
HOST = "127.0.0.1"
TEXT = {"Content-Type": "text/plain; charset=utf-8"}


@dataclass(frozen=True)
class Answer:
    """What the server answered."""

    status: int
    headers: dict[str, str]
    body: bytes


@dataclass(frozen=True)
class Server:
    """A running server."""

    process: subprocess.Popen[bytes]
    port: int
    log: Path

    def send(
        self,
        method: str,
        path: str,
        body: bytes | Iterable[bytes] | None = None,
        headers: Mapping[str, str] | None = None,
        chunked: bool = False,
    ) -> Answer:
        """The answer to a request on a connection of its own."""
        connection = self.connect()
        try:
            connection.request(method, path, body, dict(headers or {}), encode_chunked=chunked)
            response = connection.getresponse()
            return Answer(response.status, dict(response.getheaders()), response.read())
        finally:
            connection.close()

    def send_article(self, text: str) -> Answer:
        """The answer to an article in plain text."""
        return self.send("POST", "/v1/extract", text.encode(), TEXT)

    def send_raw(self, content: bytes) -> bytes:
        """All that comes back for some bytes, until the server closes the connection."""
        with socket.create_connection((HOST, self.port), timeout=PATIENCE) as connection:
            connection.sendall(content)
            parts = []
            while part := connection.recv(65_536):
                parts.append(part)
        return b"".join(parts)

    def connect(self) -> http.client.HTTPConnection:
        """A connection that is not yet open."""
        return http.client.HTTPConnection(HOST, self.port, timeout=PATIENCE)

    def is_ready(self) -> bool:
        """Whether it takes work."""
        try:
            return self.send("GET", "/readyz").status == 200
        except OSError:
            return False

    def stop(self) -> int:
        """The exit status, after it has ended what it had accepted."""
        self.process.terminate()
        return self.process.wait(PATIENCE)

    def list_workers(self) -> list[int]:
        """The processes of the workers."""
        path = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children")
        return [int(number) for number in path.read_text().split()]


def start_server(log: Path, **environment: str) -> Server:
    """A server that may not yet answer, of one worker unless environment says otherwise."""
    port = find_port()
    variables = {**os.environ, "PORT": str(port), "BIND_HOST": HOST, "WORKERS": "1", **environment}
    with log.open("wb") as output:
        process = subprocess.Popen([GUNICORN], cwd=ROOT, env=variables, stdout=output, stderr=subprocess.STDOUT)
    return Server(process, port, log)


def find_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port: int = probe.getsockname()[1]
        return port


def start_ready_server(log: Path, **environment: str) -> Server:
    """A server that answers."""
    server = start_server(log, **environment)
    deadline = time.monotonic() + PATIENCE
    while not server.is_ready():
        if server.process.poll() is not None or time.monotonic() > deadline:
            server.process.kill()
            raise RuntimeError(f"the server does not start:\n{log.read_text()}")
        time.sleep(0.1)
    return server


@contextmanager
def run_server(**environment: str) -> Iterator[Server]:
    """A server for the length of a block, which answers."""
    with TemporaryDirectory() as folder:
        server = start_ready_server(Path(folder) / "log", **environment)
        try:
            yield server
        finally:
            server.stop()
