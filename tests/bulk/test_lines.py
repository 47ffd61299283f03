"""Every line belongs to exactly one stretch, wherever a file is cut."""

import io

import pytest

from service.bulk.lines import read_lines
from service.bulk.plan import cut

CONTENT = b'{"a":1}\n\n{"bb":22}\r\n   \n{"ccc":333}\n{"d":4}'
LINES = [(0, b'{"a":1}\n'), (9, b'{"bb":22}\r\n'), (24, b'{"ccc":333}\n'), (36, b'{"d":4}')]


@pytest.mark.parametrize("step", range(1, len(CONTENT) + 1))
def test_every_line_is_read_once_wherever_a_file_is_cut(step):
    stretches = cut(len(CONTENT), step)

    assert [line for start, end in stretches for line in read_lines(io.BytesIO(CONTENT), start, end, limit=99)] == LINES


def test_a_file_without_an_end_is_read_to_its_end():
    assert list(read_lines(io.BytesIO(CONTENT), 0, None, limit=99)) == LINES


def test_a_line_that_is_too_long_is_cut_off_and_the_next_is_whole():
    content = b"x" * 1_000 + b"\n{}\n"

    assert list(read_lines(io.BytesIO(content), 0, None, limit=10)) == [(0, b"x" * 10), (1_001, b"{}\n")]
    assert list(read_lines(io.BytesIO(content), 5, None, limit=10)) == [(1_001, b"{}\n")]
