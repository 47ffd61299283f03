"""What the README shows is what the service answers."""

import json
import re
from pathlib import Path

import pytest

from service import Extractor, read_table
from service.api.app import create_app
from service.api.negotiation import ANSWER_FORMATS
from service.schemas.extraction import render_extraction
from service.schemas.request import load_request
from service.settings import Settings

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_readmes_answer_is_real() -> None:
    sent = re.search(r"<<'JSON'\n(.*?)\n +JSON\n", README, re.DOTALL)
    shown = re.search(r"```json\n(.*?)\n```", README, re.DOTALL)
    assert sent is not None
    assert shown is not None

    request = load_request(json.loads(sent[1]))
    extraction = Extractor.load().extract(request.text, request.options)

    assert json.loads(render_extraction(extraction, request)) == json.loads(shown[1])


def test_the_readmes_table_of_organisations_is_real() -> None:
    section = README.partition("## Your own organisations\n")[2]
    echoed = re.search(r'echo "(.*)" \|\n', section)
    file = re.search(r"ORGANISATIONS_FILE=(\S+) python", section)
    shown = re.search(r"```json\n(.*?)\n```", section, re.DOTALL)
    assert echoed is not None
    assert file is not None
    assert shown is not None

    request = load_request({"text": f"{echoed[1]}\n", "features": ["organisations"]})
    plain = Extractor.load().extract(request.text, request.options)
    extraction = Extractor.load(organisations=read_table(ROOT / file[1])).extract(request.text, request.options)

    assert [organisation.name for organisation in plain.organisations] == ["Doctors Without Borders", "Big Blue", "IBM"]
    assert json.loads(render_extraction(extraction, request))["organisations"] == json.loads(shown[1])


@pytest.mark.parametrize(("language", "name"), [("python", "extract.py"), ("typescript", "extract.ts")])
def test_the_readmes_clients_are_those_that_are_checked(language: str, name: str) -> None:
    """`make clients` checks them."""
    shown = re.search(rf"```{language}\n(.*?)```", README, re.DOTALL)
    assert shown is not None

    assert shown[1] == (ROOT / "examples" / "clients" / name).read_text(encoding="utf-8")


def test_the_readmes_library_call_is_real() -> None:
    code = re.search(r"## One function\n\n(.*?)\n\n## ", README, re.DOTALL)
    assert code is not None
    lines = [line.strip() for line in code[1].splitlines() if line.strip()]
    expression, _, comment = lines[-1].partition("#")
    scope: dict[str, object] = {}

    exec("\n".join(lines[:-1]), scope)

    assert repr(eval(expression, scope)) == comment.strip()


def test_the_readmes_formats_are_real() -> None:
    section = README.partition("## Formats\n")[2].partition("\n## ")[0]
    sent = re.search(r"<<'JSON'\n(.*?)\n +JSON\n", README, re.DOTALL)
    query = re.search(r"v1/extract(\?\S+)\"", section)
    shown = re.findall(r"    ask '?(.*?)'?\n\n```(?:json|csv)\n(.*?)\n```", section, re.DOTALL)
    assert sent is not None
    assert query is not None
    client = create_app(Settings(), Extractor.load()).test_client()
    text = json.loads(sent[1])["text"]

    assert len(shown) == 4
    for accept, answer in shown:
        real = client.post(f"/v1/extract{query[1]}", data=text, content_type="text/plain", headers={"Accept": accept})
        assert real.content_type.startswith(accept)
        if accept.startswith("text/csv"):
            assert real.text.splitlines() == answer.splitlines()
        else:
            assert is_part(json.loads(answer), json.loads(real.data))


def test_the_readme_lists_every_format() -> None:
    section = README.partition("## Formats\n")[2].partition("\n## ")[0]

    assert re.findall(r"^\| `(.*?)` \| ", section, re.MULTILINE) == [
        "Accept",
        *(form.media_type for form in ANSWER_FORMATS),
    ]


def is_part(shown: object, real: object) -> bool:
    """Whether real is what is shown, more members of objects and items of lists aside."""
    if isinstance(shown, dict) and isinstance(real, dict):
        return all(name in real and is_part(value, real[name]) for name, value in shown.items())
    if isinstance(shown, list) and isinstance(real, list):
        return all(any(is_part(item, other) for other in real) for item in shown)
    return shown == real
