"""The OpenAPI document: the committed file, its validity, its agreement with the routes."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from openapi_schema_validator import OAS30ReadValidator
from openapi_spec_validator import OpenAPIV30SpecValidator, validate

from service.api.access import OPEN_ROUTES
from service.api.app import create_app
from service.api.docs import ASSET_ROUTE
from service.api.negotiation import ANSWER_FORMATS
from service.api.openapi import build_openapi, openapi_yaml
from service.api.openapi_copy import copy_in_3_0
from service.api.openapi_examples import example_answer, example_extraction, example_request
from service.api.problem_kinds import list_kinds
from service.extraction import ExtractionOptions
from service.formats.registry import CSV
from service.settings import Settings
from tests.fakes import FakeExtractor

ROOT = Path(__file__).parents[1]
# For people, and no part of what other programs call.
PAGE_ROUTES = {"/", "/static/<name>"}


def test_the_committed_file_is_the_generated_one():
    """`make openapi` writes it anew."""
    assert (ROOT / "openapi.yaml").read_text(encoding="utf-8") == openapi_yaml()


def test_the_document_is_valid():
    validate(build_openapi())


def test_the_copy_in_3_0_is_valid():
    copy = copy_in_3_0(build_openapi())

    assert copy["openapi"] == "3.0.3"
    OpenAPIV30SpecValidator(copy).validate()
    assert build_openapi()["openapi"] == "3.1.0"


def test_the_copy_names_the_same_operations_and_schemas():
    document, copy = build_openapi(), copy_in_3_0(build_openapi())

    assert list(copy["paths"]) == list(document["paths"])
    for name, schema in document["components"]["schemas"].items():
        assert list(copy["components"]["schemas"][name]["properties"]) == list(schema["properties"])


@pytest.mark.parametrize("dateline", [None, {**example_answer()["dateline"], "agency": None}])
def test_what_may_be_null_may_be_null_in_3_0(dateline):
    components = copy_in_3_0(build_openapi())["components"]
    validator = OAS30ReadValidator({"$ref": "#/components/schemas/Extraction", "components": components})

    assert validator.is_valid({**example_answer(), "dateline": dateline})
    assert not validator.is_valid({**example_answer(), "dateline": {}})
    assert not validator.is_valid({**example_answer(), "language": None})


def test_the_operations_that_need_no_key_say_so():
    operations = {path: operation for path, item in build_openapi()["paths"].items() for operation in item.values()}

    open_paths = {path for path, operation in operations.items() if operation.get("security") == []}
    assert open_paths == OPEN_ROUTES - {ASSET_ROUTE, *PAGE_ROUTES}
    assert {path for path, operation in operations.items() if "401" not in operation["responses"]} == open_paths


def test_every_route_is_described(app):
    routed = {
        (rule.rule, method.lower())
        for rule in app.url_map.iter_rules()
        # What the page of this document loads is no part of it.
        if rule.rule != ASSET_ROUTE
        for method in rule.methods - {"HEAD", "OPTIONS"}
        # Pages are for people.
        if not rule.endpoint.startswith("pages.")
    }
    described = {(path, method) for path, item in build_openapi()["paths"].items() for method in item}

    assert described == routed


def test_every_kind_of_problem_is_described():
    assert list(build_openapi()["components"]["x-problems"]) == [kind.code for kind in list_kinds()]


def list_examples(document):
    for path, item in document["paths"].items():
        for operation in item.values():
            bodies = [operation.get("requestBody", {}), *operation["responses"].values()]
            for content in [content for body in bodies for content in body.get("content", {}).values()]:
                if "example" in content:
                    yield pytest.param(content["schema"], content["example"], id=path)
                for name, example in content.get("examples", {}).items():
                    yield pytest.param(content["schema"], example["value"], id=f"{path} {name}")


@pytest.mark.parametrize(("schema", "example"), list(list_examples(build_openapi())))
def test_every_example_fits_its_schema(schema, example):
    Draft202012Validator({**schema, "components": build_openapi()["components"]}).validate(example)


class ExampleExtractor(FakeExtractor):
    """Reads in every article what the example article holds."""

    def extract(self, text, options=ExtractionOptions(), watch=None):
        """The example."""
        return example_extraction()


def test_the_answer_of_the_example_is_described_in_every_format():
    described = build_openapi()["paths"]["/v1/extract"]["post"]["responses"]["200"]["content"]
    client = create_app(Settings(), ExampleExtractor()).test_client()

    assert list(described) == [form.media_type for form in ANSWER_FORMATS]
    for form in ANSWER_FORMATS:
        answer = client.post("/v1/extract", json=example_request(), headers={"Accept": form.media_type})
        content = answer.text if form.mimetype == CSV else json.loads(answer.data)
        assert content == described[form.media_type]["example"]


@pytest.mark.parametrize(("schema", "example"), list(list_examples(copy_in_3_0(build_openapi()))))
def test_every_example_fits_its_schema_in_3_0(schema, example):
    components = copy_in_3_0(build_openapi())["components"]

    OAS30ReadValidator({**schema, "components": components}).validate(example)
