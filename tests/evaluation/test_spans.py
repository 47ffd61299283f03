"""The invariant text[start:end] == text, and exceptions counted."""

from dataclasses import replace

import pytest

from evaluation.measures.robustness import measure_robustness
from evaluation.scores.spans import count_violations
from service.errors import BlankTextError
from service.extraction import (
    Claimant,
    ClaimDate,
    Dateline,
    Extraction,
    ExtractionOptions,
    KeyClaim,
    Location,
    Model,
    Organisation,
    OrganisationMention,
    Quote,
    QuotedSource,
    TextSpan,
)

TEXT = "BEIJING (AP) — “No,” said Lee of Acme. “Up 9 percent.” Today"


def span(part: str) -> TextSpan:
    """Where part stands in TEXT."""
    at = TEXT.index(part)
    return TextSpan.of(TEXT, at, at + len(part))


PLACE, LINE, ACME, CLAIM, FIGURE = span("BEIJING"), span("BEIJING (AP)"), span("Acme"), span("Up 9 percent"), span("9")
DAY = ClaimDate("Today", len(TEXT) - 5, len(TEXT), None)
QUOTE = Quote("q1", "direct", 1.0, "No, Up 9 percent.", (span("No,"), span("Up 9 percent.")), span("said"), span("Lee"))
WHOLE = Extraction(
    dateline=Dateline(
        LINE.text,
        LINE.start,
        LINE.end,
        (Location(PLACE.text, PLACE.start, PLACE.end, "Beijing", None, None, None, None, None),),
        None,
        None,
        "AP",
    ),
    quoted_sources=(QuotedSource("s1", "Lee", "person", None, None, None, (span("Lee"),), (QUOTE,)),),
    organisations=(
        Organisation(
            "o1", "Acme", "company", (), (), 1.0, (OrganisationMention(ACME.text, ACME.start, ACME.end, 1.0),)
        ),
    ),
    key_claims=(
        KeyClaim(
            "c1",
            CLAIM.text,
            CLAIM.start,
            CLAIM.end,
            1.0,
            "statistic",
            Claimant("s1", "Lee"),
            "q1",
            (),
            (FIGURE,),
            (DAY,),
            claim=1.0,
            centrality=1.0,
            check_worthiness=1.0,
            reasons=(),
            modality=(),
            standalone_text=None,
        ),
    ),
    language="en",
    features=(),
    model=Model("news", "0", "0"),
    warnings=(),
)


def test_exact_spans_at_every_depth_are_counted() -> None:
    assert count_violations(TEXT, WHOLE) == (0, 12)


def test_any_other_text_breaks_them() -> None:
    # Every span but the quotation's own text, which has no offsets, moves by one.
    assert count_violations(f"x{TEXT}", WHOLE) == (11, 12)


def test_a_span_inside_a_quotation_is_checked() -> None:
    moved = replace(QUOTE, cue=TextSpan("said", 0, 4))
    source = replace(WHOLE.quoted_sources[0], quotes=(moved,))
    assert count_violations(TEXT, replace(WHOLE, quoted_sources=(source,))) == (1, 12)


def test_a_quotation_is_its_parts_joined() -> None:
    source = replace(WHOLE.quoted_sources[0], quotes=(replace(QUOTE, text="No,Up 9 percent."),))
    assert count_violations(TEXT, replace(WHOLE, quoted_sources=(source,))) == (1, 12)


def test_a_quotation_without_parts_is_broken() -> None:
    source = replace(WHOLE.quoted_sources[0], quotes=(replace(QUOTE, text="", parts=()),))
    assert count_violations(TEXT, replace(WHOLE, quoted_sources=(source,))) == (1, 10)


def test_an_empty_span_is_broken() -> None:
    source = replace(WHOLE.quoted_sources[0], mentions=(TextSpan("", 3, 3),))
    assert count_violations(TEXT, replace(WHOLE, quoted_sources=(source,))) == (1, 12)


def test_exceptions_and_refusals_are_counted_apart() -> None:
    def extract(text: str, options: ExtractionOptions) -> Extraction:
        if not text:
            raise BlankTextError
        if text == "bad":
            raise KeyError(text)
        return WHOLE

    figures = measure_robustness(extract, [TEXT, "", "bad", "bad", f"x{TEXT}"], "news")
    assert [(figure.name, figure.value) for figure in figures] == [
        ("news: exceptions", 2.0),
        ("news: articles refused", 1.0),
        ("news: spans that are not their text", 11.0),
        ("news: odd marks, and raised or nobody quoted", 0.0),
    ]
    assert [figure.target is None or figure.target.is_met(figure.value) for figure in figures] == [
        False,
        True,
        False,
        True,
    ]
    assert figures[0].counts == (("among", 5), ("KeyError", 2))


LOST = "“The vote was held in the old hall,” the clerk wrote. “It went on."
ODD = [(LOST, 1.0), ('The “old hall of the town” was 6" too short. It “stood.', 0.0), (f"{LOST} Nobody “left.", 0.0)]


@pytest.mark.parametrize(("text", "lost"), ODD)
def test_an_utterance_beside_an_odd_mark_wants_somebody_quoted(text: str, lost: float) -> None:
    def extract(text: str, options: ExtractionOptions) -> Extraction:
        return replace(WHOLE, quoted_sources=())

    figures = {figure.name: figure.value for figure in measure_robustness(extract, [text], "news")}

    assert figures["news: odd marks, and raised or nobody quoted"] == lost


def test_somebody_quoted_beside_an_odd_mark_is_not_lost() -> None:
    figures = {figure.name: figure.value for figure in measure_robustness(lambda text, options: WHOLE, [LOST], "news")}

    assert figures["news: odd marks, and raised or nobody quoted"] == 0.0
