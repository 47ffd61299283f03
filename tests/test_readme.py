"""What the README shows is what the service answers."""

import json
import re
from pathlib import Path

from service import Extractor
from service.schemas.extraction import render_extraction
from service.schemas.request import load_request

README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")


def test_the_readmes_answer_is_real() -> None:
    sent = re.search(r"<<'JSON'\n(.*?)\n +JSON\n", README, re.DOTALL)
    shown = re.search(r"```json\n(.*?)\n```", README, re.DOTALL)
    assert sent is not None
    assert shown is not None

    request = load_request(json.loads(sent[1]))
    extraction = Extractor.load().extract(request.text, request.options)

    assert json.loads(render_extraction(extraction, request)) == json.loads(shown[1])


def test_the_readmes_library_call_is_real() -> None:
    code = re.search(r"## One function\n\n(.*?)\n\n## ", README, re.DOTALL)
    assert code is not None
    lines = [line.strip() for line in code[1].splitlines() if line.strip()]
    expression, _, comment = lines[-1].partition("#")
    scope: dict[str, object] = {}

    exec("\n".join(lines[:-1]), scope)

    assert repr(eval(expression, scope)) == comment.strip()
