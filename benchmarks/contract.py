"""The OpenAPI document against the running server, by schemathesis in all its phases."""

import os
import re
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.results import Result
from benchmarks.server import HOST, run_server

CONFIGURATION = Path(__file__).with_suffix(".toml")
BODIES = Path(__file__).with_name("contract_bodies.py")
EXAMPLES = 200
PHASES = "examples,coverage,fuzzing,stateful"
SEED = 1


def measure() -> list[Result]:
    """What schemathesis finds; what it says is printed."""
    # It leaves files where it runs.
    with run_server() as server, TemporaryDirectory() as folder:
        run = subprocess.run(
            [
                Path(sys.executable).with_name("schemathesis"),
                f"--config-file={CONFIGURATION}",
                "run",
                f"http://{HOST}:{server.port}/openapi.json",
                f"--phases={PHASES}",
                f"--max-examples={EXAMPLES}",
                f"--seed={SEED}",
                "--checks=all",
            ],
            cwd=folder,
            env={**os.environ, "SCHEMATHESIS_HOOKS": str(BODIES)},
            capture_output=True,
            text=True,
            check=False,
        )
    print(run.stdout)
    cases = re.search(r"([\d,]+) generated", run.stdout)
    failures = re.search(r"found (\d+) unique failure", run.stdout)
    found = int(failures[1]) if failures else 0 if run.returncode == 0 else 1
    return [
        Result("cases", f"{cases[1] if cases else 'unknown'}, in the phases {PHASES.replace(',', ', ')}"),
        Result("failures", f"{found}", "0", is_met=run.returncode == 0),
    ]
