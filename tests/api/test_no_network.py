"""The service needs nobody: it starts and answers without network, and calls nobody where there is one."""

import json
import subprocess
import sys

import pytest

from benchmarks.server import ROOT

ARTICLE = "PARIS, March 2 (Reuters) - Shares of Nvidia rose 3% on Monday, analysts said.\n"
# A user namespace, so that no root is needed, and in it a network that has nothing but a loopback, which is down.
ISOLATED = ["unshare", "--map-root-user", "--net"]


def can_isolate() -> bool:
    """Whether the system lets a process have a network of its own."""
    try:
        return subprocess.run([*ISOLATED, "true"], capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        return False


def run_module(*arguments, before=()):
    return subprocess.run(
        [*before, sys.executable, "-m", *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )


@pytest.mark.skipif(not can_isolate(), reason="the system forbids network namespaces")
def test_a_server_without_network_answers():
    ran = run_module("tests.alone", ARTICLE, before=ISOLATED)

    assert ran.returncode == 0, ran.stderr
    assert json.loads(ran.stdout)["dateline"]["locations"][0]["name"] == "Paris"


def test_the_service_calls_nobody():
    ran = run_module("tests.calls", "service")

    assert (ran.returncode, ran.stdout) == (0, "\n"), ran.stderr


def test_a_call_would_be_seen():
    assert run_module("tests.calls", "somebody").stdout == "socket.connect\n"
