"""A job on files of every kind, with a fake reader: cut, read, written, and gone on with."""

import bz2
import gzip
import json
from collections import Counter
from dataclasses import replace
from datetime import date

import pytest

from service.bulk.outcomes import Outcome, Reading, read_line

WHY = "pyarrow is not installed: `make bulk-test` installs it"
pytest.importorskip("pyarrow", reason=WHY)

import pyarrow as pa  # noqa: E402
import pyarrow.parquet as pq  # noqa: E402

from service.bulk.job import Job, do_part, plan_job  # noqa: E402
from service.bulk.output import Answered, write_rows  # noqa: E402
from service.bulk.plan import PLAN_NAME, PlanError  # noqa: E402
from service.bulk.storage import TEMPORARY, Folder  # noqa: E402

READING = Reading(max_characters=1_000, deadline=30)
LINES = [json.dumps({"id": f"a{number}", "text": f"Acme {number}"}).encode() + b"\n" for number in range(23)]
NAMES = [f"a{number}" for number in range(23)]


class FakeReader:
    """Reads with the fake extractor, in this process."""

    def __init__(self, extractor):
        self.extractor = extractor

    def read(self, line):
        return read_line(self.extractor, line, READING)


@pytest.fixture
def reader(extractor):
    return FakeReader(extractor)


@pytest.fixture
def job(tmp_path):
    (tmp_path / "in").mkdir()
    return Job(str(tmp_path / "in"), str(tmp_path / "out"), "jsonl", READING, 10_000)


@pytest.fixture
def put(tmp_path):
    def write(name, content):
        path = tmp_path / "in" / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)

    return write


def put_table(tmp_path, **columns):
    pq.write_table(pa.table(columns), tmp_path / "in" / "a.parquet", row_group_size=5)


def run(job, reader, batch_size=4):
    """The plan, after every part that was missing is done."""
    plan = plan_job(job, {"model": "a"}, batch_size=batch_size)
    for part in plan.list_missing(Folder.at(job.target).list_names()):
        do_part(job, plan, part, reader)
    return plan


def list_rows(tmp_path):
    """The rows of the output as a reader of the folder sees them."""
    return [
        json.loads(line)
        for path in sorted((tmp_path / "out").glob("part-*"))
        for line in path.read_bytes().splitlines()
    ]


def test_each_article_of_each_file_is_read_once_in_order(job, reader, put, tmp_path):
    put("a.jsonl", b"".join(LINES[:10]))
    put("b/c.ndjson.gz", gzip.compress(b"".join(LINES[10:15])))
    put("b/d.jsonl.bz2", bz2.compress(b"".join(LINES[15:])))
    put("b/_plan.json", b"{}")
    put("notes.txt", b"no articles")
    run(job, reader)

    rows = list_rows(tmp_path)
    assert [row["id"] for row in rows] == NAMES
    assert {row["status"] for row in rows} == {200}
    assert rows[0]["result"]["organisations"][0]["name"] == "Acme"
    assert (rows[1]["file"], rows[1]["position"]) == (str(tmp_path / "in" / "a.jsonl"), len(LINES[0]))
    assert "problem" not in rows[0]


@pytest.mark.parametrize("batch_size", [1, 3, 5, 7, 100])
def test_a_table_is_cut_anywhere(job, reader, tmp_path, batch_size):
    put_table(tmp_path, id=NAMES, text=[f"Acme {name}" for name in NAMES])
    plan = run(job, reader, batch_size)

    rows = list_rows(tmp_path)
    assert len(plan.parts) == -(-len(NAMES) // batch_size)
    assert [(row["id"], row["position"]) for row in rows] == [(name, number) for number, name in enumerate(NAMES)]


def test_a_table_s_nulls_days_and_numbers_are_what_json_would_have(job, reader, tmp_path, extractor):
    put_table(
        tmp_path,
        id=[7, None],
        text=["Acme", None],
        published=[date(2026, 3, 2), None],
        max_claims=[None, 3],
        features=[None, ["dateline"]],
    )
    run(job, reader)

    sound, broken = list_rows(tmp_path)
    assert (sound["id"], sound["status"], str(extractor.options[0].published)) == ("7", 200, "2026-03-02")
    assert (broken["status"], broken["problem"]["errors"][0]["pointer"]) == (422, "/text")


def test_a_single_file_is_an_input(job, reader, put, tmp_path):
    put("a.jsonl", b"".join(LINES))
    put("b.jsonl", b"".join(LINES))
    run(replace(job, source=(tmp_path / "in" / "a.jsonl").as_uri()), reader)

    assert [row["id"] for row in list_rows(tmp_path)] == NAMES


def test_one_bad_article_fails_no_other(job, reader, put, tmp_path):
    put("a.jsonl", b"{broken\n" + LINES[0] + b'{"id": "long", "text": "' + b"a" * 20_000 + b'"}\n' + LINES[1])
    plan = plan_job(job, {}, batch_size=100)

    assert do_part(job, plan, plan.parts[0], reader) == Counter({200: 2, 400: 2})
    assert [row.get("id") for row in list_rows(tmp_path)] == [None, "a0", None, "a1"]


def test_a_job_goes_on_where_it_stopped_with_the_parts_it_began_with(job, reader, put, tmp_path, extractor):
    put("a.jsonl", b"".join(LINES))
    plan = plan_job(job, {"model": "a"}, batch_size=4)
    for part in plan.parts[1:3]:
        do_part(job, plan, part, reader)
    run(job, reader, batch_size=9)

    assert [row["id"] for row in list_rows(tmp_path)] == NAMES
    assert len(extractor.texts) == len(NAMES)


def test_an_output_appears_whole_or_not_at_all(job, reader, put, tmp_path):
    put("a.jsonl", b"".join(LINES))
    broken = tmp_path / "out" / TEMPORARY / "half"
    broken.parent.mkdir(parents=True)
    broken.write_bytes(b"half a p")
    run(job, reader)
    Folder.at(job.target).clean()

    assert [row["id"] for row in list_rows(tmp_path)] == NAMES
    assert not (tmp_path / "out" / TEMPORARY).exists()


def test_an_input_that_has_changed_is_refused(job, reader, put):
    put("a.jsonl", b"".join(LINES))
    run(job, reader)
    put("b.jsonl", LINES[0])

    with pytest.raises(PlanError, match="other input;"):
        plan_job(job, {"model": "a"}, batch_size=4)


@pytest.mark.parametrize(
    ("source", "complaint"), [("none", "holds no file of articles"), ("gopher://a/b", "names no storage")]
)
def test_an_input_without_articles_is_refused(job, source, complaint):
    with pytest.raises(PlanError, match=complaint):
        plan_job(replace(job, source=source), {}, batch_size=4)


def test_rows_of_parquet_hold_the_same_json(extractor):
    line = json.dumps({"id": "a1", "text": "PARIS - Acme 😀", "url": "x"}).encode()
    good = read_line(extractor, line, replace(READING, others="keep"))
    rows = [Answered(good, "a.jsonl", 0), Answered(Outcome(None, 400, problem="{}"), "a.jsonl", 90)]
    table = pq.read_table(pa.BufferReader(write_rows(rows, "parquet"))).to_pylist()
    lines = [json.loads(line) for line in write_rows(rows, "jsonl").splitlines()]

    assert table[0] == {
        "id": "a1",
        "status": 200,
        "result": good.result,
        "problem": None,
        "others": '{"url":"x"}',
        "file": "a.jsonl",
        "position": 0,
    }
    assert table[1]["problem"] == "{}"
    assert lines[0]["result"] == json.loads(good.result)
    assert lines[0]["others"] == {"url": "x"}
    assert set(lines[1]) == {"status", "problem", "file", "position"}


def test_the_plan_is_kept_with_the_output(job, put):
    put("a.jsonl", b"".join(LINES))
    plan = plan_job(job, {"model": "a"}, batch_size=4)

    assert PLAN_NAME in Folder.at(job.target).list_names()
    assert plan == plan_job(job, {"model": "a"}, batch_size=99)
