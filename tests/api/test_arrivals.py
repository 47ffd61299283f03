"""A body in chunks is read whole, wherever the network parts it."""

from types import SimpleNamespace

import pytest
from gunicorn.http.body import ChunkedReader
from gunicorn.http.errors import NoMoreData
from gunicorn.http.unreader import IterUnreader

from service.api.arrivals import ArrivingBody

BODY = b"5\r\nhello\r\n3\r\nabc\r\n0\r\n\r\n"


def read_all(arriving: list[bytes]) -> bytes:
    """The body that arrives in these parts."""
    body = ArrivingBody(ChunkedReader(SimpleNamespace(), IterUnreader(arriving)))
    read = b""
    while part := body.read1(1000):
        read += part
    return read


@pytest.mark.parametrize("border", range(1, len(BODY)))
def test_a_body_parted_anywhere_is_whole(border: int) -> None:
    assert read_all([BODY[:border], BODY[border:]]) == b"helloabc"


def test_a_body_that_comes_byte_by_byte_is_whole() -> None:
    assert read_all([BODY[at : at + 1] for at in range(len(BODY))]) == b"helloabc"


def test_a_body_that_breaks_off_is_not_taken_for_whole() -> None:
    with pytest.raises(NoMoreData):
        read_all([b"5\r\n", b"he"])
