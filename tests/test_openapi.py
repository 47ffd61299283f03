"""The OpenAPI document: the committed file, its validity, its agreement with the routes."""

from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate

from service.api.openapi import build_openapi, openapi_yaml
from service.api.problem_kinds import list_kinds

ROOT = Path(__file__).parents[1]


def test_the_committed_file_is_the_generated_one():
    """`make openapi` writes it anew."""
    assert (ROOT / "openapi.yaml").read_text(encoding="utf-8") == openapi_yaml()


def test_the_document_is_valid():
    validate(build_openapi())


def test_every_route_is_described(app):
    routed = {
        (rule.rule, method.lower())
        for rule in app.url_map.iter_rules()
        for method in rule.methods - {"HEAD", "OPTIONS"}
        # Pages are for people.
        if not rule.endpoint.startswith("pages.")
    }
    described = {(path, method) for path, item in build_openapi()["paths"].items() for method in item}

    assert described == routed


def test_every_kind_of_problem_is_described():
    assert list(build_openapi()["components"]["x-problems"]) == [kind.code for kind in list_kinds()]


def examples():
    for path, item in build_openapi()["paths"].items():
        for operation in item.values():
            bodies = [operation.get("requestBody", {}), *operation["responses"].values()]
            for content in [content for body in bodies for content in body.get("content", {}).values()]:
                if "example" in content:
                    yield pytest.param(content["schema"], content["example"], id=path)
                for name, example in content.get("examples", {}).items():
                    yield pytest.param(content["schema"], example["value"], id=f"{path} {name}")


@pytest.mark.parametrize(("schema", "example"), list(examples()))
def test_every_example_fits_its_schema(schema, example):
    Draft202012Validator({**schema, "components": build_openapi()["components"]}).validate(example)
