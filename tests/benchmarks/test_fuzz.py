"""The bodies that fuzzing sends: made again from their number, and what counts as wrong."""

import random

import pytest

from benchmarks.articles import mutate, vary
from benchmarks.fuzz import list_broken_spans, make_body, try_body
from service.api.app import create_app
from service.settings import Settings
from tests.fakes import FakeExtractor


def test_a_body_can_be_made_again_from_its_number() -> None:
    bodies = [make_body(number) for number in range(60)]

    assert bodies == [make_body(number) for number in range(60)]
    assert len({body.content for body in bodies}) == 60
    assert {body.unit for body in bodies} == {"code_point", "utf16", "utf8"}
    assert any(body.text is None for body in bodies)
    assert any("Content-Encoding" in body.headers for body in bodies)


def test_articles_vary_and_are_damaged() -> None:
    assert vary(random.Random(1)) == vary(random.Random(1)) != vary(random.Random(2))
    assert mutate(random.Random(1), length=80) != mutate(random.Random(2), length=80)


@pytest.mark.parametrize(("unit", "end"), [("code_point", 2), ("utf16", 3), ("utf8", 5)])
def test_a_span_is_compared_in_its_unit(unit: str, end: int) -> None:
    good = {"spans": [{"text": "😀a", "start": 0, "end": end}]}
    bad = {"spans": [{"text": "😀a", "start": 0, "end": end + 1}]}

    assert not list(list_broken_spans(good, "😀ab", unit))
    assert len(list(list_broken_spans(bad, "😀ab", unit))) == 1


class Broken(FakeExtractor):
    """Fails on every second article."""

    def extract(self, *arguments, **options):
        if len(self.texts) % 2:
            self.texts.append("")
            raise KeyError
        return super().extract(*arguments, **options)


def test_failures_and_answers_that_differ_are_counted() -> None:
    sound = create_app(Settings(), FakeExtractor()).test_client()
    broken = create_app(Settings(), Broken()).test_client()
    number = next(number for number in range(60) if make_body(number).text is not None)

    assert "errors" not in +try_body(sound, number)
    assert try_body(broken, number)[f"body {number}"] == 1
