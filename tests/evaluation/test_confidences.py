"""Reliability, Brier score and calibration error of hand-made confidences."""

import pytest

from evaluation.gold_articles import GoldArticle, GoldOrganisation, GoldQuote, GoldSource
from evaluation.measures.calibration import calibrate_gold, calibrate_mentions, calibrate_polnear
from evaluation.measures.gold import GoldPair
from evaluation.measures.polnear import PolnearArticle
from evaluation.report import describe_calibration, spell_calibration
from evaluation.scores.confidences import BINS, Calibration, Judged, ReliabilityBin, calibrate
from service.extraction import (
    Extraction,
    ExtractionOptions,
    KeyClaim,
    Model,
    Organisation,
    OrganisationMention,
    Quote,
    QuotedSource,
    TextSpan,
)
from training.corpora.annotated import AnnotatedText, LabelledSpan

TEXT = "Lee said it is late. Roe said all is well. Acme fell."
LATE, WELL, FELL = (9, 19), (30, 41), (43, 53)


def build_quote(part: tuple[int, int], speaker: tuple[int, int], confidence: float) -> Quote:
    """An indirect quotation."""
    return Quote("q", "indirect", confidence, "", (TextSpan.of(TEXT, *part),), None, TextSpan.of(TEXT, *speaker))


def build_source(name: str, *quotes: Quote) -> QuotedSource:
    """A person with quotations."""
    return QuotedSource("s", name, "person", None, None, None, (), quotes)


def build_organisation(*mentions: tuple[int, int, float]) -> Organisation:
    """Acme, mentioned at these offsets with these confidences."""
    return Organisation(
        "o", "Acme", "company", (), (), 1.0, tuple(OrganisationMention("", *mention) for mention in mentions)
    )


def build_claim(start: int, end: int, score: float) -> KeyClaim:
    """A claim."""
    text = TEXT[start:end]
    return KeyClaim("c", text, start, end, score, "event", None, None, (), (), (), 0.0, 0.0, 0.0, (), (), None)


EXTRACTION = Extraction(
    None,
    (
        build_source("Lee", build_quote(LATE, (0, 3), 0.9)),
        build_source("Lee", build_quote(WELL, (0, 3), 0.6)),
        build_source("Roe", build_quote(FELL, (21, 24), 0.2)),
    ),
    (build_organisation((43, 47, 0.8), (0, 3, 0.3)),),
    (build_claim(*FELL, 0.7), build_claim(*LATE, 0.4)),
    "en",
    (),
    Model("news", "0", "0"),
    (),
)
SOURCES = EXTRACTION.quoted_sources


def extract(text: str, options: ExtractionOptions) -> Extraction:
    """EXTRACTION, whatever is asked."""
    return EXTRACTION


def list_filled(calibration: Calibration) -> list[tuple[float, int, float | None]]:
    """Mean confidence rounded, findings and share right of the bins that hold any."""
    return [(round(each.confidence or 0, 2), each.findings, each.right) for each in calibration.bins if each.findings]


def test_findings_fall_into_ten_equal_bins() -> None:
    texts = [[Judged(0.95, True), Judged(1.0, False)], [Judged(0.1, False), Judged(0.0, False), Judged(0.19, True)]]
    calibration = calibrate("hand-made", texts)
    assert len(calibration.bins) == BINS
    assert calibration.bins[0] == ReliabilityBin(0.0, 0.1, 1, 0.0, 0.0)
    assert calibration.bins[1] == ReliabilityBin(0.1, 0.2, 2, pytest.approx(0.145), 0.5)
    assert calibration.bins[5] == ReliabilityBin(0.5, 0.6, 0, None, None)
    assert calibration.bins[9] == ReliabilityBin(0.9, 1.0, 2, pytest.approx(0.975), 0.5)


def test_scores_of_hand_made_bins() -> None:
    calibration = calibrate("hand-made", [[Judged(0.9, True), Judged(0.9, False)], [Judged(0.2, False)]])
    assert calibration.right == pytest.approx(1 / 3)
    assert calibration.brier == pytest.approx((0.01 + 0.81 + 0.04) / 3)
    assert calibration.constant_brier == pytest.approx(2 / 9)
    assert calibration.error == pytest.approx((2 * 0.4 + 1 * 0.2) / 3)
    assert calibration.interval is not None
    assert calibration.interval.low < calibration.brier < calibration.interval.high


def test_confidences_that_keep_their_word() -> None:
    texts = [[Judged(0.75, at < 3) for at in range(4)], [Judged(0.0, False), Judged(1.0, True)]]
    assert calibrate("kept", texts).error == pytest.approx(0)
    assert calibrate("certain", texts[1:]).brier == 0


def test_nothing_found_is_no_error() -> None:
    calibration = calibrate("none", [[], []])
    assert (calibration.findings, calibration.right, calibration.brier, calibration.error) == (0, 0, 0, 0)


def test_a_quotation_is_judged_on_attributions_of_any_kind_outside_what_was_set_aside() -> None:
    wish = {"content": [list(LATE)], "source": [[0, 3]], "type": "indirect", "cue_reporting": False}
    words = {"content": [list(WELL)], "source": [[21, 24]], "type": "indirect", "cue_reporting": True}
    row = {"text": TEXT, "attributions": [wish, words], "discard": [list(FELL)]}
    (calibration,) = calibrate_polnear([PolnearArticle(row, SOURCES)])
    # The first is right though a wish, the second has another's source, the third lies in what was set aside.
    assert list_filled(calibration) == [(0.6, 1, 0.0), (0.9, 1, 1.0)]


def test_a_mention_is_right_at_the_offsets_of_an_organisation() -> None:
    label_map = {"Organization": ("ORG",), "Person": ("PERSON",), "O": ()}
    spans = (LabelledSpan(43, 47, "Organization"), LabelledSpan(0, 3, "Person"))
    (calibration,) = calibrate_mentions(extract, [AnnotatedText(TEXT, {"entities": spans})], label_map, "tiny")
    assert calibration.name == "organisation mention confidence, tiny"
    assert list_filled(calibration) == [(0.3, 1, 0.0), (0.8, 1, 1.0)]


def test_our_own_articles_judge_three_outputs() -> None:
    article = GoldArticle(
        "x",
        TEXT,
        None,
        None,
        (
            GoldSource("Lee", "person", None, None, (GoldQuote("indirect", (LATE,)),)),
            GoldSource("Roe", "person", None, None, (GoldQuote("indirect", (WELL,)),)),
        ),
        (GoldOrganisation("Acme", "company", ("Acme",), ((43, 47),)),),
        (FELL,),
    )
    quotes, mentions, claims = calibrate_gold([GoldPair(article, EXTRACTION)])
    assert list_filled(quotes) == [(0.2, 1, 0.0), (0.6, 1, 0.0), (0.9, 1, 1.0)]
    assert list_filled(mentions) == [(0.3, 1, 0.0), (0.8, 1, 1.0)]
    assert list_filled(claims) == [(0.4, 1, 0.0), (0.7, 1, 1.0)]


def test_calibration_as_text_and_as_json() -> None:
    calibration = calibrate("hand-made", [[Judged(0.9, True), Judged(0.9, False)], [Judged(0.2, False)]])
    heading, header, _, *rows = spell_calibration(calibration).splitlines()
    assert heading.startswith("calibration: hand-made: 3 findings, 0.333 of them right; Brier score 0.287")
    assert header.split() == ["confidence", "findings", "mean", "right"]
    assert [row.split() for row in rows] == [
        ["0.2", "to", "0.3", "1", "0.200", "0.000"],
        ["0.9", "to", "1.0", "2", "0.900", "0.500"],
    ]
    row = describe_calibration(calibration)
    assert (row["findings"], row["brier"], row["error"], len(row["bins"])) == (3, 0.2867, 0.3333, BINS)
    assert row["bins"][9] == {"from": 0.9, "to": 1.0, "findings": 2, "confidence": 0.9, "right": 0.5}
    assert row["bins"][5]["confidence"] is None
