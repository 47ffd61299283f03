"""The whole command on Ray Data, on this machine: killed in the middle, and gone on with."""

import gzip
import json
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

pytest.importorskip("ray", reason="Ray is not installed: `make bulk-test` installs it")

ROOT = Path(__file__).parents[2]
ARTICLES = 24
OPTIONS = ("--workers=1", "--batch-size=2")
# Seconds after which a job that writes nothing has failed.
PATIENCE = 240


def start(folder):
    """The command."""
    return subprocess.Popen(
        [sys.executable, "-m", "service.bulk", folder / "in", folder / "out.jsonl", *OPTIONS],
        cwd=ROOT,
        stderr=subprocess.PIPE,
        text=True,
    )


def list_parts(folder):
    return {path: path.stat().st_mtime_ns for path in (folder / "out.jsonl").glob("part-*")}


def test_a_job_that_is_killed_goes_on_and_reads_each_article_once(tmp_path):
    lines = [json.dumps({"id": f"a{number}", "text": f"Acme grew {number}."}) for number in range(ARTICLES)]
    lines[5] = "{broken"
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.jsonl").write_text("\n".join(lines[:20]), encoding="utf-8")
    # One part of no known length.
    (tmp_path / "in" / "b.jsonl.gz").write_bytes(gzip.compress("\n".join(lines[20:]).encode()))

    killed = start(tmp_path)
    deadline = time.monotonic() + PATIENCE
    while len(list_parts(tmp_path)) < 2:
        assert killed.poll() is None, killed.stderr.read()
        assert time.monotonic() < deadline
        time.sleep(0.01)
    os.kill(killed.pid, signal.SIGKILL)
    killed.communicate()
    before = list_parts(tmp_path)
    finished = start(tmp_path)
    said = finished.communicate(timeout=PATIENCE)[1]

    assert finished.returncode == 0, said
    after = list_parts(tmp_path)
    rows = [json.loads(line) for path in sorted(after) for line in path.read_bytes().splitlines()]
    assert Counter(row["status"] for row in rows) == {200: ARTICLES - 1, 400: 1}
    assert [row.get("id") for row in rows] == [None if n == 5 else f"a{n}" for n in range(ARTICLES)]
    # What was there is not touched.
    assert before.items() <= after.items()
    assert "parts failed" in said
