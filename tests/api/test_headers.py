"""What stands around an answer: entity tags, timings, what browsers are told, metrics."""

import pytest

from service.api.app import create_app
from service.api.traces import read_traceparent
from service.settings import Settings
from tests.fakes import BROKEN

PATH = "/v1/extract"
ARTICLE = {"text": "PARIS - Acme grew."}


def test_whoever_has_the_answer_is_told_so_before_any_work(client, extractor):
    first = client.post(PATH, json=ARTICLE)
    tag = first.headers["ETag"]
    assert tag.startswith('"')
    done = len(extractor.texts)

    again = client.post(PATH, json=ARTICLE, headers={"If-None-Match": f'"other", {tag}'})

    assert (again.status_code, again.data, again.headers["ETag"]) == (304, b"", tag)
    assert len(extractor.texts) == done


@pytest.mark.parametrize(
    "changed",
    [
        {"text": "PARIS - Acme shrank."},
        {"id": "7"},
        {"max_claims": 3},
        {"features": ["dateline"]},
        {"offset_unit": "utf8"},
        {"published": "2026-03-02"},
    ],
)
def test_another_request_has_another_tag(client, changed):
    tag = client.post(PATH, json=ARTICLE).headers["ETag"]

    other = client.post(PATH, json={**ARTICLE, **changed}, headers={"If-None-Match": tag})

    assert other.status_code == 200
    assert other.headers["ETag"] != tag


def test_another_model_has_another_tag(client, extractor):
    tag = client.post(PATH, json=ARTICLE).headers["ETag"]
    extractor.model = type(extractor.model)("fake", "1.0", "1" * 64)

    assert create_app(Settings(), extractor).test_client().post(PATH, json=ARTICLE).headers["ETag"] != tag


@pytest.mark.parametrize("path", ["/livez", "/nowhere", "/v1/info"])
def test_browsers_are_told_to_run_and_frame_nothing(client, path):
    headers = client.get(path).headers

    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Content-Security-Policy"] == "default-src 'none'; frame-ancestors 'none'"
    assert headers["Cache-Control"] == "no-store"


def test_the_stages_are_timed(client):
    timing = client.post(PATH, json=ARTICLE).headers["Server-Timing"]

    stages = dict(part.split(";dur=") for part in timing.split(", "))
    assert list(stages) == ["fake", "total"]
    assert float(stages["total"]) >= float(stages["fake"]) >= 0


def test_metrics_count_requests_without_a_word_of_them(client):
    client.post(PATH, json=ARTICLE)
    client.post(PATH, json={"text": BROKEN})
    client.get("/zebrafinch")

    text = client.get("/metrics").text

    assert 'news_requests_total{method="POST",route="/v1/extract",status="200"} 1.0' in text
    assert 'news_requests_total{method="POST",route="/v1/extract",status="500"} 1.0' in text
    assert 'news_requests_total{method="none",route="none",status="404"} 1.0' in text
    assert 'news_stage_seconds_count{stage="fake"} 2.0' in text
    assert "news_articles_inside 0.0" in text
    assert 'news_model_info{digest="' in text
    for word in ("Acme", "secret", "zebrafinch"):
        assert word not in text


@pytest.mark.parametrize(
    "header",
    [
        None,
        "",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7",
        "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
        "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
    ],
)
def test_a_malformed_trace_is_none(header):
    assert read_traceparent(header) is None


def test_a_trace_of_a_later_version_may_say_more():
    header = "01-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more"

    context = read_traceparent(header)

    assert context is not None
    assert context.trace_id == "4bf92f3577b34da6a3ce929d0e0e4736"
