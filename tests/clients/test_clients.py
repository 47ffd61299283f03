"""The OpenAPI document generates clients that work: those of README.md, against a running server.

The generators are no part of `make test`: `make clients` installs them, and then these tests run.
"""

import os
import shutil
import subprocess

import pytest

from benchmarks.server import ROOT, run_server

EXAMPLES = ROOT / "examples" / "clients"
PYTHON = ROOT / ".venv-clients" / "bin"
NODE_MODULES = EXAMPLES / "node_modules"
ARTICLE = "OSLO, March 3 (Reuters) - “We built for a market that came late,” said Ingrid Solbakken.\n"
QUOTATION = "Ingrid Solbakken: We built for a market that came late,\n"


@pytest.fixture(scope="module")
def address():
    with run_server() as server:
        yield f"http://127.0.0.1:{server.port}"


def run(folder, *command, text="", **environment):
    return subprocess.run(
        command,
        cwd=folder,
        input=text,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, **environment},
        check=False,
    )


def ask(folder, command, **environment):
    """What a client prints of an article, and how it ends with a blank one."""
    answered = run(folder, *command, text=ARTICLE, **environment)
    refused = run(folder, *command, text=" \n", **environment)
    assert answered.returncode == 0, answered.stderr
    return answered.stdout, (refused.returncode, "the text is empty or blank" in refused.stderr)


@pytest.mark.skipif(not PYTHON.is_dir(), reason="`make clients` installs the generator")
def test_the_python_client_works(tmp_path, address):
    generator = [PYTHON / "openapi-python-client", "generate", "--path", ROOT / "openapi.yaml", "--meta", "none"]
    generated = run(tmp_path, *generator, "--output-path", "news_metadata")
    assert generated.returncode == 0, generated.stdout

    said = ask(tmp_path, [PYTHON / "python", EXAMPLES / "extract.py", address], PYTHONPATH=str(tmp_path))

    assert said == (QUOTATION, (1, True))


@pytest.mark.skipif(not NODE_MODULES.is_dir(), reason="`make clients` installs the generator, where there is npm")
def test_the_typescript_client_works(tmp_path, address):
    for name in ("extract.ts", "package.json", "tsconfig.json"):
        shutil.copy(EXAMPLES / name, tmp_path)
    (tmp_path / "node_modules").symlink_to(NODE_MODULES)
    generator = ["npx", "openapi-typescript", ROOT / "openapi.yaml", "--default-non-nullable=false"]
    generated = run(tmp_path, *generator, "--output", "news_metadata.d.ts")
    assert generated.returncode == 0, generated.stderr
    checked = run(tmp_path, "npx", "tsc")
    assert checked.returncode == 0, checked.stdout

    said = ask(tmp_path, ["node", "build/extract.js", address])

    assert said == (QUOTATION, (1, True))
