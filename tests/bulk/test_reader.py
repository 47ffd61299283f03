"""A reader outlives what it reads. Its children here are scripts of a few lines, and once the real one."""

import json
import sys

import pytest

from service.bulk.outcomes import Outcome, Reading
from service.bulk.reader import Reader, ReaderError

# Echoes; dies of "die", dies once of "stumble", which it remembers in a file, and never answers "hang".
CHILD = """
import json, os, pathlib, sys, time
marker = pathlib.Path(sys.argv[1])
print("ready", flush=True)
for line in sys.stdin:
    text = json.loads(line)["text"]
    if text == "die" or text == "stumble" and not marker.exists():
        marker.touch()
        os.kill(os.getpid(), 9)
    if text == "hang":
        time.sleep(60)
    print(json.dumps({"id": text, "status": 200, "result": str(os.getpid())}), flush=True)
"""


def spell(text):
    return json.dumps({"id": "a1", "text": text}).encode() + b"\n"


@pytest.fixture
def reader(tmp_path):
    reader = Reader((sys.executable, "-c", CHILD, str(tmp_path / "stumbled")), patience=60)
    yield reader
    reader.close()


def test_one_child_reads_article_after_article(reader):
    one, other = (reader.read(spell(text)) for text in ("one", "other"))

    assert (one.id, other.id) == ("one", "other")
    assert one.result == other.result


def test_an_article_that_ends_its_child_twice_has_a_problem_and_the_next_is_read(reader):
    bad, good = (reader.read(spell(text)) for text in ("die", "good"))

    assert (bad.id, bad.status) == ("a1", 500)
    assert "status -9, 2 times" in json.loads(bad.problem)["detail"]
    assert (good.id, good.status) == ("good", 200)


def test_an_article_whose_child_was_ended_by_chance_is_read(reader):
    assert reader.read(spell("stumble")).status == 200


def test_a_child_that_does_not_answer_is_killed(tmp_path):
    reader = Reader((sys.executable, "-c", CHILD, str(tmp_path / "stumbled")), patience=0.1)

    assert "status -9" in reader.read(spell("hang")).problem


def test_a_child_that_does_not_start_is_told():
    with pytest.raises(ReaderError, match="status 3 at its start"):
        Reader((sys.executable, "-c", "raise SystemExit(3)"), patience=1).read(spell("a"))


def test_the_real_child_reads_with_the_trained_model():
    reader = Reader.of(Reading(max_characters=1_000, deadline=30))
    article = {"id": "a1", "text": "PARIS, March 2 (Reuters) - Shares of Nvidia rose 3% on Monday."}
    outcome = reader.read(json.dumps(article).encode())
    reader.close()

    assert (outcome.id, outcome.status, outcome.problem) == ("a1", 200, None)
    assert json.loads(outcome.result)["dateline"]["agency"] == "Reuters"
    assert isinstance(outcome, Outcome)
