"""Requests that are read and answered article by article, which may go on for hours."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress


class OpenStreams:
    """The connections of such requests. Safe among threads, and in a signal's handler: it waits for no lock."""

    def __init__(self) -> None:
        self._connections: set[socket.socket] = set()

    def count(self) -> int:
        """How many there are."""
        return len(self._connections)

    @contextmanager
    def hold(self, connection: socket.socket | None) -> Iterator[None]:
        """Count a connection for the length of a block; None where there is no server, and so none."""
        if connection is None:
            yield
            return
        self._connections.add(connection)
        try:
            yield
        finally:
            self._connections.discard(connection)

    def stop_waiting(self) -> None:
        """Let no request wait for more to arrive; what has arrived can still be read."""
        for connection in list(self._connections):
            # A client that has gone meanwhile.
            with suppress(OSError):
                connection.shutdown(socket.SHUT_RD)
