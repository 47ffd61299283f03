"""Where an article's dateline stands: a search over its opening."""

from collections.abc import Iterator
from dataclasses import dataclass

from service.components.dateline.evidence import Evidence
from service.components.dateline.forms import DatelineForm, read_forms
from service.components.dateline.judge import STORY_PARAGRAPH, has_known_capitals, is_dateline, is_signed_place
from service.components.dateline.patterns import (
    find_capitals,
    find_signed_end,
    match_byline,
    match_lead,
    match_rubric,
)

# 99 % of the 860 datelines of the development set begin in the first six lines that are not empty; share
# bars need more.
MOST_LINES = 12
MOST_OPENING = 2500
# A signature further into a line than this belongs to the story.
MOST_BEFORE_SIGNATURE = 400
MOST_PLACE_BEFORE_SIGNATURE = 90
MOST_STARTS_BEFORE_SIGNATURE = 24


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the article that is not empty, without the marks before its first word."""

    start: int
    end: int


def find_dateline(text: str, evidence: Evidence) -> DatelineForm | None:
    """The dateline of an article, or None where it has none.

    One that is signed or dated goes before one that is only a place, as many headlines look like the latter.
    """
    bare: DatelineForm | None = None
    for line in read_lines(text):
        for form in read_line(text, line, evidence):
            if form.agency or form.date:
                return form
            bare = bare or form
    return bare


def read_lines(text: str) -> Iterator[Line]:
    """The lines in which a dateline may stand: of the opening, up to the first paragraph of the story."""
    start = count = 0
    while start < min(len(text), MOST_OPENING) and count < MOST_LINES:
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        lead = match_lead(text, start, end)
        first = lead.end() if lead else start
        if first < end:
            count += 1
            yield Line(first, end)
        if end - start >= STORY_PARAGRAPH:
            return
        start = end + 1


def read_line(text: str, line: Line, evidence: Evidence) -> Iterator[DatelineForm]:
    """The datelines of one line: at its beginning, behind a rubric, behind a byline, a caption or a headline."""
    starts = [line.start]
    if text[line.start - 1 : line.start] in ("(", "["):
        starts.insert(0, line.start - 1)
    for start in starts:
        for form in read_forms(text, start, evidence.gazetteer):
            if is_dateline(text, form, evidence):
                yield form
                break
    yield from read_behind_rubric(text, starts[0], line.end, evidence)
    yield from read_within_line(text, line, evidence)
    yield from read_behind_byline(text, line, evidence)


def read_behind_rubric(text: str, start: int, end: int, evidence: Evidence) -> Iterator[DatelineForm]:
    """A dateline behind what is left of a picture, or a dated one behind a page's name: "World News: Lima, Nov 9 :"."""
    rubric = match_rubric(text, start, end)
    if rubric is None:
        return
    for form in read_forms(text, rubric.end(), evidence.gazetteer):
        is_picture = not text[rubric.start() : rubric.end()].rstrip().endswith((":", ">"))
        if form.places and (form.date or is_picture) and is_dateline(text, form, evidence):
            yield form
            return


def read_behind_byline(text: str, line: Line, evidence: Evidence) -> Iterator[DatelineForm]:
    """A dateline without a signature behind a byline in ordinary letters: "By Ana Lee, Staff Writer LIMA, Peru —"."""
    byline = match_byline(text, line.start, line.end)
    if byline is None:
        return
    for form in read_forms(text, byline.end(), evidence.gazetteer):
        if form.places and has_known_capitals(form, evidence) and is_dateline(text, form, evidence):
            yield form
            return


def read_within_line(text: str, line: Line, evidence: Evidence) -> Iterator[DatelineForm]:
    """A signed dateline further on in the line: "By Ana Lee NEW YORK (AP) -"."""
    for signed in find_signed_end(text, line.start, min(line.end, line.start + MOST_BEFORE_SIGNATURE)):
        first = max(line.start, signed.start() - MOST_PLACE_BEFORE_SIGNATURE)
        starts = [match.start() for match in find_capitals(text, first, signed.start())]
        for start in starts[-MOST_STARTS_BEFORE_SIGNATURE:]:
            for form in read_forms(text, start, evidence.gazetteer):
                if form.end > signed.start() and form.places and is_signed_place(form, evidence):
                    yield form
                    return
