"""What holds for every route: ids, methods, health."""

import pytest

from service.api.negotiation import ANSWER_FORMATS
from service.api.state import service_of
from service.extraction import FEATURES, MountedTable
from service.text.offsets import OFFSET_UNITS
from service.version import VERSION
from tests.fakes import MODEL
from tests.problems import read_problem


def test_the_extractor_is_warm_before_the_first_request(app, extractor):
    assert len(extractor.texts) == 1


@pytest.mark.parametrize(("path", "status"), [("/livez", "live"), ("/readyz", "ready")])
def test_health(client, path, status):
    response = client.get(path)

    assert (response.status_code, response.json) == (200, {"status": status})


def test_a_draining_process_lives_and_is_not_ready_and_ends_what_it_has_accepted(app, client):
    service_of(app).readiness.drain()

    assert client.get("/livez").status_code == 200
    response = client.get("/readyz")
    assert read_problem(response.data, response.content_type, 503)["code"] == "not_ready"
    assert response.headers["Retry-After"] == "2"
    assert client.post("/v1/extract", data=b"A.", content_type="text/plain").status_code == 200


def test_info_says_what_clients_must_know(client):
    assert client.get("/v1/info").json == {
        "version": VERSION,
        "model": {"name": MODEL.name, "version": MODEL.version, "digest": MODEL.digest},
        "organisation_table": None,
        "languages": ["en"],
        "features": list(FEATURES),
        "offset_units": list(OFFSET_UNITS),
        "formats": [form.media_type for form in ANSWER_FORMATS],
        "limits": {
            "max_body_bytes": 2_000,
            "max_batch_bytes": 16_777_216,
            "max_batch_articles": 100,
            "max_characters": 1_000,
            "max_claims": 50,
            "max_json_depth": 64,
            "max_waiting": 16,
            "deadline": 30,
        },
    }


def test_info_names_the_operators_table(client, extractor):
    extractor.table = MountedTable(3, "1" * 64)

    assert client.get("/v1/info").json["organisation_table"] == {"rows": 3, "digest": "1" * 64}


@pytest.mark.parametrize(
    ("path", "content_type"),
    [
        ("/openapi.yaml", "application/yaml"),
        ("/openapi.json", "application/json"),
        ("/openapi-3.0.json", "application/json"),
    ],
)
def test_the_openapi_document_is_served(client, path, content_type):
    response = client.get(path)

    assert (response.status_code, response.content_type) == (200, content_type)
    assert b"/v1/extract" in response.data


@pytest.mark.parametrize(("method", "path", "allowed"), [("GET", "/v1/extract", "POST"), ("POST", "/livez", "GET")])
def test_a_wrong_method_is_told_the_right_ones(client, method, path, allowed):
    response = client.open(path, method=method)

    assert read_problem(response.data, response.content_type, 405)["code"] == "method_not_allowed"
    assert allowed in response.headers["Allow"].split(", ")


@pytest.mark.parametrize("path", ["/v1", "/v1/extract/", "/v2/extract", "/livez/"])
def test_an_unknown_path_is_not_found(client, path):
    response = client.get(path)

    assert read_problem(response.data, response.content_type, 404)["code"] == "not_found"


@pytest.mark.parametrize("path", ["/livez", "/nowhere"])
def test_a_request_id_is_echoed(client, path):
    response = client.get(path, headers={"X-Request-ID": "a.B_c-9"})

    assert response.headers["X-Request-ID"] == "a.B_c-9"


@pytest.mark.parametrize("sent", ["", "a b", "é", "x" * 129, "a;b"])
def test_an_ill_formed_request_id_is_replaced(client, sent):
    named = client.get("/nowhere", headers={"X-Request-ID": sent}).headers["X-Request-ID"]

    assert len(named) == 32
    assert named != sent


def test_each_request_has_its_own_id(client):
    assert client.get("/livez").headers["X-Request-ID"] != client.get("/livez").headers["X-Request-ID"]
