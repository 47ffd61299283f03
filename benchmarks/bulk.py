"""The corpus job on this machine: two workers against one, and killed in the middle and gone on with."""

import json
import subprocess
import sys
import time
from collections import Counter
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.articles import make_text
from benchmarks.results import Result
from benchmarks.server import ROOT

ARTICLES, WORDS = 400, 450
BATCH_SIZE = 10
LEAST_TIMES = 1.9
# The share of the parts after which a job is killed, and the seconds after which one that does nothing has failed.
KILLED_AFTER = 1 / 3
PATIENCE = 1_800
TWO_WORKERS = "two workers"
NOT_RUN = "not run: Ray is not installed (`make bulk-bench` does it)"


@dataclass(frozen=True, slots=True)
class Run:
    """A run of the job to its end. rate: articles a second from the first part that was done to the last."""

    rate: float
    seconds: float


def measure() -> list[Result]:
    """The rates, and how often each article was read."""
    if find_spec("ray") is None:
        return [Result("two workers against one", NOT_RUN, f"at least {LEAST_TIMES:g} ×")]
    with TemporaryDirectory() as name:
        folder = Path(name)
        lines = [json.dumps({"id": str(seed), "text": make_text(WORDS, seed=seed)}) for seed in range(ARTICLES)]
        (folder / "in.jsonl").write_text("\n".join(lines), encoding="utf-8")
        one, two = run_job(folder, "one.jsonl", 1), run_job(folder, "two.jsonl", 2)
        killed, redone = kill_and_resume(folder, "killed.parquet")
        seen = count_articles(folder / "killed.parquet")
    is_once = set(seen.values()) == {1} and len(seen) == ARTICLES
    return [
        Result("articles, of words each", f"{ARTICLES:,} of {WORDS}, in parts of about {BATCH_SIZE}"),
        Result("one worker", f"{one.rate:.2f} articles a second; {one.seconds:.0f} s with the start of the engine"),
        Result(TWO_WORKERS, f"{two.rate:.2f} articles a second; {two.seconds:.0f} s with the start of the engine"),
        Result(
            "two workers against one",
            f"{two.rate / one.rate:.2f} ×",
            f"at least {LEAST_TIMES:g} ×",
            is_met=two.rate / one.rate >= LEAST_TIMES,
        ),
        Result(
            f"killed after {killed} parts and gone on with: articles in the output",
            f"{len(seen):,}, each {'once' if is_once else 'NOT once'}; {redone} parts written again",
            "each exactly once",
            is_met=is_once and redone == 0,
        ),
    ]


def start_job(folder: Path, output: str, workers: int) -> subprocess.Popen[bytes]:
    """The running job."""
    command = [sys.executable, "-m", "service.bulk", str(folder / "in.jsonl"), str(folder / output)]
    options = [f"--workers={workers}", f"--batch-size={BATCH_SIZE}"]
    return subprocess.Popen([*command, *options], cwd=ROOT, stderr=subprocess.DEVNULL)


def run_job(folder: Path, output: str, workers: int) -> Run:
    """What a job of so many workers took."""
    started = time.monotonic()
    if start_job(folder, output, workers).wait(PATIENCE) != 0:
        raise RuntimeError("the job failed")
    seconds = time.monotonic() - started
    times = sorted(list_parts(folder / output).values())
    # What was done before the first part's end is not known, so it does not count; parts are alike in size.
    return Run(ARTICLES * (len(times) - 1) / len(times) / (times[-1] - times[0]), seconds)


def kill_and_resume(folder: Path, output: str) -> tuple[int, int]:
    """How many parts were there when the job was killed, and how many of those were written again."""
    job, deadline = start_job(folder, output, 2), time.monotonic() + PATIENCE
    while len(list_parts(folder / output)) < KILLED_AFTER * ARTICLES / BATCH_SIZE:
        if job.poll() is not None or time.monotonic() > deadline:
            raise RuntimeError("the job was over before it could be killed")
        time.sleep(0.05)
    job.kill()
    job.wait()
    before = list_parts(folder / output)
    if start_job(folder, output, 2).wait(PATIENCE) != 0:
        raise RuntimeError("the job did not go on")
    after = list_parts(folder / output)
    return len(before), sum(after.get(name) != written for name, written in before.items())


def list_parts(folder: Path) -> dict[str, float]:
    """Name → when it was written, of each output file."""
    return {path.name: path.stat().st_mtime for path in folder.glob("part-*")}


def count_articles(folder: Path) -> Counter[str]:
    """Id → rows of it that hold an extraction."""
    from pyarrow import dataset

    table = dataset.dataset(folder, format="parquet").to_table(columns=["id", "status"])
    return Counter(row["id"] for row in table.to_pylist() if row["status"] == 200)
