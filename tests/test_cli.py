"""The command line, with a fake extractor, and once with the real one."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from service.__main__ import main
from tests.fakes import FRENCH

ROOT = Path(__file__).parents[1]


class Outcome(NamedTuple):
    """What a call of the command line left."""

    status: int
    lines: list
    complaints: str


def always(extractor):
    """A loader that gives extractor whatever the settings."""

    def load(settings):
        return extractor

    return load


@pytest.fixture
def call(capsysbinary, extractor):
    def run(*arguments):
        status = main(["extract", *[str(argument) for argument in arguments]], always(extractor))
        captured = capsysbinary.readouterr()
        return Outcome(status, [json.loads(line) for line in captured.out.splitlines()], captured.err.decode())

    return run


@pytest.fixture
def write(tmp_path):
    def write_file(name, content):
        path = tmp_path / name
        path.write_bytes(content)
        return path

    return write_file


def test_a_file_gives_a_line(call, write):
    outcome = call(write("a.txt", b"PARIS - Acme grew."))

    assert (outcome.status, outcome.complaints) == (0, "")
    assert outcome.lines[0]["organisations"][0]["name"] == "Acme"


def test_the_line_is_the_api_s(client, extractor, write, capsysbinary):
    text = "PARIS - “Acme” 😀 grew.\r\n"
    answer = client.post("/v1/extract?offset_unit=utf16", data=text.encode(), content_type="text/plain")
    path = write("a.txt", text.encode())
    main(["extract", "--offset-unit", "utf16", str(path)], always(extractor))

    assert capsysbinary.readouterr().out == answer.data


def test_several_files_give_a_line_each_in_their_order(call, write):
    outcome = call(write("b.txt", b"B - x"), write("a.txt", b"A - x"))

    assert [line["dateline"]["text"] for line in outcome.lines] == ["B", "A"]


def test_render_prints_a_page_with_the_article_and_the_api_s_answer(client, extractor, write, capsysbinary):
    text = "PARIS - “Acme” 😀 grew. </script> Acme\r\n"
    query = "offset_unit=utf16&published=2026-03-02"
    answer = client.post(f"/v1/extract?{query}", data=text.encode(), content_type="text/plain")
    path = write("a.txt", text.encode())
    status = main(["render", "--published", "2026-03-02", str(path)], always(extractor))

    page = capsysbinary.readouterr().out.decode()
    data = page.partition('id="article-data">')[2].partition("</script>")[0]
    assert status == 0
    assert json.loads(data) == {"text": text, "extraction": answer.json}
    assert str(extractor.options[-1].published) == "2026-03-02"


def test_an_article_that_cannot_be_read_renders_nothing(extractor, write, capsysbinary):
    path = write("a.txt", b" \n")

    assert main(["render", str(path)], always(extractor)) == 1
    captured = capsysbinary.readouterr()
    assert (captured.out, captured.err.decode()) == (b"", f"{path}: the text is empty or blank\n")


def test_the_text_is_read_as_it_stands(call, write, extractor):
    call(write("a.txt", "\ufeffA\r\nB\n".encode()))

    assert extractor.texts == ["\ufeffA\r\nB\n"]


def test_a_dash_is_standard_input(call, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"PARIS - Acme.")))

    assert call("-").lines[0]["dateline"]["text"] == "PARIS"


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (b" \n", "the text is empty or blank"),
        (b"\xff", "not UTF-8 at byte 0"),
        (FRENCH.encode(), "the text is in 'fr'; the model reads 'en'"),
    ],
)
def test_a_bad_article_fails_the_call_and_no_other_article(call, write, content, complaint):
    bad = write("bad.txt", content)
    outcome = call(bad, write("good.txt", b"A - x"))

    assert outcome.status == 1
    assert len(outcome.lines) == 1
    assert outcome.complaints == f"{bad}: {complaint}\n"


def test_a_missing_file_is_named(call, tmp_path):
    assert call(tmp_path / "none").complaints == f"{tmp_path / 'none'}: No such file or directory\n"


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["--features", "dateline,places"], "features/1: Must be one of"),
        (["--max-claims", "51"], "max_claims: Must be greater than or equal to 1"),
        (["--published", "soon"], "published: Not a valid date."),
    ],
)
def test_a_wrong_option_is_refused_before_any_article_is_read(call, write, extractor, arguments, complaint):
    outcome = call(write("a.txt", b"A - x"), *arguments)

    assert outcome.status == 2
    assert complaint in outcome.complaints
    assert extractor.texts == []


def test_options_reach_the_extractor(call, write, extractor):
    call(write("a.txt", b"A - x"), "--features", "dateline", "--max-claims", "7", "--published", "2026-03-02")

    options = extractor.options[0]
    assert (options.features, options.max_claims, str(options.published)) == (("dateline",), 7, "2026-03-02")


def test_a_wrong_table_of_organisations_is_named_before_any_article_is_read(write):
    table = write("organisations.csv", b"name,kind\nAcme,shop\n")
    ran = subprocess.run(
        [sys.executable, "-m", "service", "extract", write("a.txt", b"A - x")],
        cwd=ROOT,
        env={**os.environ, "ORGANISATIONS_FILE": str(table)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert (ran.returncode, ran.stdout) == (2, "")
    assert "line 2, kind: 'shop' is none of company, " in ran.stderr
    assert "Traceback" not in ran.stderr


def test_the_command_line_reads_with_the_trained_model(write):
    path = write("a.txt", b"PARIS, March 2 (Reuters) - Shares of Nvidia rose 3% on Monday.\n")
    ran = subprocess.run(
        [sys.executable, "-m", "service", "extract", path], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert (ran.returncode, ran.stderr) == (0, "")
    assert json.loads(ran.stdout)["dateline"]["text"] == "PARIS, March 2 (Reuters)"
