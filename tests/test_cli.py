"""The command line, with a fake extractor, and once with the real one."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from service.cli.main import main
from service.formats.registry import FORMATS
from tests.fakes import FRENCH, FakeExtractor

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


@pytest.mark.parametrize("form", FORMATS, ids=[form.name for form in FORMATS])
def test_every_format_is_the_api_s(form, client, extractor, write, capsysbinary):
    text = b"PARIS - Acme grew."
    headers = {"Accept": form.media_type}
    answer = client.post("/v1/extract", data=text, content_type="text/plain", headers=headers)
    status = main(["extract", "--format", form.name, str(write("a.txt", text))], always(extractor))

    assert status == 0
    assert capsysbinary.readouterr().out == answer.data


def test_a_table_of_several_articles_has_one_header(extractor, write, capsysbinary):
    files = [str(write(f"{name}.txt", b"PARIS - Acme grew.")) for name in "ab"]
    main(["extract", "--format", "quotations.csv", *files], always(extractor))

    assert capsysbinary.readouterr().out.count(b"article_id,") == 1


def test_a_format_that_counts_otherwise_and_a_resumed_table_are_refused(extractor, write, capsysbinary, tmp_path):
    path = str(write("a.txt", b"PARIS - Acme grew."))
    linked = main(["extract", "--format", "ninjs", "--offset-unit", "utf8", path], always(extractor))
    resumed = ["--format", "claims.csv", "--output", str(tmp_path / "out"), "--resume", path]

    assert (linked, main(["extract", *resumed], always(extractor))) == (1, 2)
    captured = capsysbinary.readouterr()
    assert captured.out == b""
    assert "ninjs counts in code_point" in captured.err.decode()


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


def spell_lines(*articles):
    """Articles as JSON lines; bytes stand as they are."""
    return b"".join((one if isinstance(one, bytes) else json.dumps(one).encode()) + b"\n" for one in articles)


def read_ids(path):
    return [json.loads(line)["id"] for line in path.read_text().splitlines()]


def test_a_folder_gives_its_articles_in_order_with_their_names(call, write, tmp_path):
    (tmp_path / "sub").mkdir()
    for name in ("b.txt", "a.html", "sub/c.txt", "notes.pdf"):
        write(name, b"<p>PARIS - Acme grew, it said, by a third of what it had been.</p>")

    outcome = call(tmp_path)
    assert [line["id"] for line in outcome.lines] == [str(tmp_path / name) for name in ("a.html", "b.txt", "sub/c.txt")]


def test_a_page_is_answered_with_its_text(call, write):
    page = write("a.html", b"<p>PARIS - Acme grew, it said, by a third of what it had been.</p>")

    (line,) = call(page).lines
    assert line["text"] == "PARIS - Acme grew, it said, by a third of what it had been.\n"
    assert "text" not in call(write("a.txt", b"PARIS - Acme grew.")).lines[0]


def test_json_lines_have_their_own_ids_and_options(call, write, extractor):
    path = write("a.jsonl", spell_lines({"text": "A - x", "id": "7", "max_claims": 3}, b"", {"text": "B - x"}))
    outcome = call(path, "--max-claims", "4")

    assert [line.get("id") for line in outcome.lines] == ["7", None]
    assert [options.max_claims for options in extractor.options] == [3, 4]


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        (b"{", "not JSON: Expecting property name enclosed in double quotes at column 2"),
        (b"\xff", "not UTF-8 at byte 0"),
        (b"[]", "Invalid input type."),
        (b'{"text": "A.", "colour": 1}', "colour: Unknown field."),
        (b'{"text": "A.", "id": "\\ud83d"}', "half a character in a JSON escape"),
        (b'{"text": " "}', "the text is empty or blank"),
    ],
)
def test_a_bad_line_is_named_and_harms_no_other(call, write, line, complaint):
    path = write("a.jsonl", spell_lines({"text": "A - x"}, line, {"text": "B - x"}))
    outcome = call(path)

    assert (outcome.status, len(outcome.lines)) == (1, 2)
    assert outcome.complaints == f"{path}:2: {complaint}\n"


def test_standard_input_may_hold_json_lines(call, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(spell_lines({"text": "A - x", "id": "7"}))))

    assert call("--lines", "-").lines[0]["id"] == "7"


def test_an_output_file_names_every_article_and_is_not_written_over(call, write, tmp_path):
    output = tmp_path / "out.jsonl"
    article = write("a.txt", b"A - x")
    lines = write("b.jsonl", spell_lines({"text": "B - x"}, {"text": "C - x", "id": "c"}))

    assert call(article, lines, "--output", output) == (0, [], "")
    assert read_ids(output) == [str(article), f"{lines}:1", "c"]
    outcome = call(article, "--output", output)
    assert (outcome.status, outcome.complaints) == (2, f"{output}: is there already; --resume adds to it\n")


def test_a_resumed_output_gets_what_it_lacks_and_its_last_line_is_mended(call, write, tmp_path, extractor):
    output = tmp_path / "out.jsonl"
    article = write("a.jsonl", spell_lines(*[{"text": "A - x", "id": name} for name in "abcd"]))
    call(article, "--output", output)
    whole = output.read_bytes()
    output.write_bytes(b"".join(whole.splitlines(keepends=True)[:2]) + b'{"id":"c","dateline')
    extractor.texts.clear()

    assert call(article, "--output", output, "--resume").status == 0
    assert output.read_bytes() == whole
    assert len(extractor.texts) == 2


def test_an_article_that_failed_is_read_again(call, write, tmp_path, extractor):
    output = tmp_path / "out.jsonl"
    bad = write("a.txt", b" ")
    assert call(bad, "--output", output).status == 1
    bad.write_bytes(b"A - x")

    assert call(bad, "--output", output, "--resume").status == 0
    assert read_ids(output) == [str(bad)]


@pytest.mark.parametrize(
    ("content", "complaint"),
    [(b"A\n", "1: no line of an output with names"), (b'{"id":"a"}\n{}\n', "2: no line of an output with names")],
)
def test_an_output_that_is_not_ours_is_left_alone(call, write, content, complaint):
    output = write("out.jsonl", content)
    outcome = call(write("a.txt", b"A - x"), "--output", output, "--resume")

    assert (outcome.status, outcome.complaints) == (2, f"{output}:{complaint}\n")
    assert output.read_bytes() == content


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["--resume"], "--resume needs --output, in the format json\n"),
        (["--output", "no/such/folder/out"], "no/such/folder/out: No such file or directory\n"),
    ],
)
def test_an_output_that_cannot_be_is_refused(call, write, arguments, complaint):
    outcome = call(write("a.txt", b"A - x"), *arguments)

    assert (outcome.status, outcome.complaints) == (2, complaint)


def test_a_folder_without_articles_fails_the_call(call, tmp_path):
    assert call(tmp_path).status == 1


def test_an_interrupt_leaves_whole_lines(write, tmp_path, capsys):
    class Interrupted(FakeExtractor):
        def extract(self, text, options):
            if text == "stop":
                raise KeyboardInterrupt
            return super().extract(text, options)

    output = tmp_path / "out.jsonl"
    article = write("a.jsonl", spell_lines({"text": "A - x", "id": "a"}, {"text": "stop", "id": "b"}))

    assert main(["extract", str(article), "--output", str(output)], always(Interrupted())) == 130
    assert read_ids(output) == ["a"]
    assert capsys.readouterr().err == "interrupted\n"


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


@pytest.mark.parametrize("processes", ["1", "2"])
def test_the_command_line_reads_with_the_trained_model(write, processes):
    text = "PARIS, March 2 (Reuters) - Shares of Nvidia rose 3% on Monday.\n"
    path = write("a.jsonl", spell_lines({"text": text, "id": "1"}, {"text": " "}, {"text": text, "id": "2"}))
    ran = subprocess.run(
        [sys.executable, "-m", "service", "extract", "--processes", processes, path],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert (ran.returncode, ran.stderr) == (1, f"{path}:2: the text is empty or blank\n")
    lines = [json.loads(line) for line in ran.stdout.splitlines()]
    assert [line["id"] for line in lines] == ["1", "2"]
    assert lines[0]["dateline"]["text"] == "PARIS, March 2 (Reuters)"
