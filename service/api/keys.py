"""API keys: who may ask."""

import hashlib
import hmac
from pathlib import Path
from threading import Lock


class ApiKeys:
    """The keys of the settings and those of a file, one in a line, which is read again when it changes.

    Without any, everybody may ask. Only digests are kept and compared.
    """

    def __init__(self, keys: tuple[str, ...] = (), file: Path | None = None) -> None:
        self._fixed = tuple(digest_key(key.encode()) for key in keys)
        self._file = file
        self._lock = Lock()
        self._version: tuple[int, int] | None = None
        self._read: tuple[bytes, ...] = ()
        self._refresh()

    @property
    def is_open(self) -> bool:
        """Whether everybody may ask: a file without keys lets nobody."""
        return not self._fixed and self._file is None

    def allow(self, key: str) -> bool:
        """Whether this is one of the keys; it takes the same time whichever it is, or none."""
        self._refresh()
        # A header arrives as Latin-1, whatever its bytes mean.
        digest = digest_key(key.encode("latin-1", "replace"))
        matches = [hmac.compare_digest(digest, known) for known in (*self._fixed, *self._read)]
        return any(matches)

    def _refresh(self) -> None:
        if self._file is None:
            return
        with self._lock:
            try:
                status = self._file.stat()
                version = (status.st_mtime_ns, status.st_size)
                if version != self._version:
                    keys = list_keys(self._file.read_text(encoding="utf-8"))
                    self._read = tuple(digest_key(key.encode()) for key in keys)
                    self._version = version
            except (OSError, UnicodeDecodeError):
                # While the file is being replaced, the keys that were read last hold.
                return


def list_keys(text: str) -> list[str]:
    """The keys in a file: one in a line, blank lines and those behind # left out.

    >>> list_keys("# newsroom\\nabc\\n\\n  def \\n")
    ['abc', 'def']
    """
    lines = [line.strip() for line in text.splitlines()]
    return [line for line in lines if line and not line.startswith("#")]


def digest_key(key: bytes) -> bytes:
    """What is kept and compared of a key."""
    return hashlib.sha256(key).digest()
