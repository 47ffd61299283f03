"""How spans that overlap become segments: the module itself, in a browser."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from service.settings import Settings
from tests.browser.conftest import serve
from tests.fakes import FakeExtractor

CUT = """async ([length, spans]) => {
    const { cutText } = await import("/static/marks.js");
    return cutText(length, spans).map(({ start, end, spans }) => [start, end, spans.map((span) => span.name).join("")]);
}"""
PARAGRAPHS = """async (text) => (await import("/static/marks.js")).listParagraphs(text)"""


@pytest.fixture(scope="module")
def module(browser):
    with serve(Settings(), FakeExtractor()) as origin:
        page = browser.new_page()
        page.goto(origin)
        yield page
        page.close()


def named(*spans):
    return [{"start": start, "end": end, "name": name} for start, end, name in spans]


@pytest.mark.parametrize(
    ("length", "spans", "segments"),
    [
        (5, [], [[0, 5, ""]]),
        (0, [], []),
        (9, [(2, 4, "a")], [[0, 2, ""], [2, 4, "a"], [4, 9, ""]]),
        (4, [(0, 4, "a")], [[0, 4, "a"]]),
        # Apart, beside each other, one in the other, crossing, twice the same.
        (9, [(0, 3, "a"), (3, 9, "b")], [[0, 3, "a"], [3, 9, "b"]]),
        (9, [(0, 9, "a"), (3, 5, "b")], [[0, 3, "a"], [3, 5, "ba"], [5, 9, "a"]]),
        (9, [(4, 9, "b"), (0, 6, "a")], [[0, 4, "a"], [4, 6, "ba"], [6, 9, "b"]]),
        (4, [(1, 3, "a"), (1, 3, "b")], [[0, 1, ""], [1, 3, "ab"], [3, 4, ""]]),
    ],
)
def test_a_text_is_cut_where_spans_begin_and_end(module, length, spans, segments):
    assert module.evaluate(CUT, [length, named(*spans)]) == segments


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.integers(0, 29), st.integers(1, 30)), max_size=12))
def test_every_position_has_the_spans_that_cover_it(module, drawn):
    spans = [
        {"start": start, "end": min(30, start + length), "name": chr(ord("a") + index)}
        for index, (start, length) in enumerate(drawn)
    ]
    segments = module.evaluate(CUT, [30, spans])

    assert [segment[0] for segment in segments] == [0, *[segment[1] for segment in segments[:-1]]]
    assert segments[-1][1] == 30
    for start, end, names in segments:
        for position in range(start, end):
            covering = {span["name"] for span in spans if span["start"] <= position < span["end"]}
            assert (set(names), len(names)) == (covering, len(covering))


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [("", []), ("a", [[0, 1]]), ("a\r\n\r\nb\n", [[0, 1], [5, 6]]), ("\n😀\u2028b", [[1, 3], [4, 5]])],
)
def test_paragraphs_lie_between_line_breaks(module, text, paragraphs):
    assert module.evaluate(PARAGRAPHS, text) == paragraphs
