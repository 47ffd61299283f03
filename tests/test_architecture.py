"""The rules of the layout that a machine can hold."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MODULES = sorted((ROOT / "service").rglob("*.py"))
LONGEST = 250


def name_of(path):
    return str(path.relative_to(ROOT))


def test_imports_keep_their_contracts():
    checked = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert checked.returncode == 0, checked.stdout


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_has_at_most_250_lines(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_says_first_what_it_is_for(path):
    content = path.read_text(encoding="utf-8")

    assert content.startswith('"""') or not content


def test_only_the_settings_read_the_environment():
    reads_environment = re.compile(r"os\.environ|getenv").search
    readers = [path for path in MODULES if reads_environment(path.read_text(encoding="utf-8"))]

    assert readers == [ROOT / "service" / "settings.py"]


@pytest.mark.parametrize(
    ("module", "unloaded"), [("service", ("flask", "marshmallow")), ("service.__main__", ("flask", "gunicorn"))]
)
def test_an_import_loads_no_more_than_it_needs(module, unloaded):
    code = f"import sys, {module}; print(*sorted(sys.modules.keys() & set({unloaded!r})))"
    ran = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)

    assert (ran.stdout, ran.stderr) == ("\n", "")
