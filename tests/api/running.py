"""A server as it ships, run by a test: gunicorn with the trained model, its log in a file."""

import http.client
import os
import socket
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
GUNICORN = [Path(sys.executable).with_name("gunicorn")]
PATIENCE = 60


@dataclass(frozen=True)
class Answer:
    """What the server answered."""

    status: int
    headers: dict
    body: bytes


@dataclass(frozen=True)
class Server:
    """A running server."""

    process: subprocess.Popen
    port: int
    log: Path

    def send(self, method, path, body=None, headers=None, chunked=False):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.request(method, path, body, headers or {}, encode_chunked=chunked)
            response = connection.getresponse()
            return Answer(response.status, dict(response.getheaders()), response.read())
        finally:
            connection.close()

    def send_raw(self, content):
        with socket.create_connection(("127.0.0.1", self.port), timeout=PATIENCE) as connection:
            connection.sendall(content)
            parts = []
            while part := connection.recv(65_536):
                parts.append(part)
        return b"".join(parts)

    def is_ready(self):
        try:
            return self.send("GET", "/readyz").status == 200
        except OSError:
            return False

    def stop(self):
        self.process.terminate()
        return self.process.wait(PATIENCE)

    def list_workers(self):
        """The processes of the workers."""
        path = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children")
        return [int(number) for number in path.read_text().split()]


def start_server(log, **environment):
    """A server that may not yet answer."""
    port = find_port()
    variables = {**os.environ, "PORT": str(port), "BIND_HOST": "127.0.0.1", "WORKERS": "1", **environment}
    with log.open("wb") as output:
        process = subprocess.Popen(GUNICORN, cwd=ROOT, env=variables, stdout=output, stderr=subprocess.STDOUT)
    return Server(process, port, log)


def find_port():
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def start_ready_server(log, **environment):
    """A server that answers."""
    server = start_server(log, **environment)
    deadline = time.monotonic() + PATIENCE
    while not server.is_ready():
        assert server.process.poll() is None, log.read_text()
        assert time.monotonic() < deadline, log.read_text()
        time.sleep(0.1)
    return server
