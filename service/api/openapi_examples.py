"""The examples of the OpenAPI document: a made-up article, and what the shipped model reads from it.

A test lets the model read it again; after a change of the model, what it says then belongs here.
"""

import json
from datetime import date
from typing import Any, cast

from service.extraction import (
    FEATURES,
    Claimant,
    ClaimDate,
    Dateline,
    Extraction,
    KeyClaim,
    Location,
    Model,
    Organisation,
    OrganisationMention,
    Quantity,
    Quote,
    QuotedSource,
    TextSpan,
)
from service.schemas.extraction import render_extraction
from service.schemas.request import load_request

ARTICLE = (
    "LISBON, March 2 (Reuters) - Galp plans to double its solar capacity by 2028.\n"
    "“Demand has outgrown every forecast,” said Ana Sousa, who leads the company's grid unit. "
    "Output rose 12% last year, according to industry analysts.\n"
)
ID = "story-7"
PAGE = "".join(f"<p>{paragraph}</p>\n" for paragraph in ARTICLE.splitlines())
PUBLISHED = date(2026, 3, 2)
MAX_CLAIMS = 1
MODEL = Model("news", "0.9.0", "5f1d7a84db00d2fce00b31a7fc73224afa8ab2a2b3b1bbd0b4e2a6f2d9e6c0f7")
LOCATION = Location("LISBON", 0, 6, "Lisbon", None, "Portugal", "PT", 38.72509, -9.1498)


def example_request() -> dict[str, Any]:
    """A request."""
    return {"id": ID, "text": ARTICLE, "published": PUBLISHED.isoformat(), "max_claims": MAX_CLAIMS}


def example_answer() -> dict[str, Any]:
    """Its answer."""
    answer = render_extraction(example_extraction(), load_request(example_request()))
    return cast(dict[str, Any], json.loads(answer))


def example_batch() -> dict[str, Any]:
    """A request with several articles."""
    return {"articles": [example_request(), {"id": "story-8", "text": "Le conseil a rejeté le projet mardi soir.\n"}]}


def example_batch_answer(problem: dict[str, Any]) -> dict[str, Any]:
    """Its answer; problem: the one of the article in French."""
    return {
        "results": [
            {"id": "story-7", "status": 200, "result": example_answer()},
            {"id": "story-8", "status": problem["status"], "problem": problem},
        ]
    }


def spell_lines(items: list[dict[str, Any]]) -> str:
    """The items as JSON lines."""
    return "".join(json.dumps(item, ensure_ascii=False) + "\n" for item in items)


def example_extraction() -> Extraction:
    """What is read from the article."""
    line = _find("LISBON, March 2 (Reuters)")
    galp = _find("Galp")
    claim = _find("Output rose 12% last year, according to industry analysts.")
    figure = _find("12%")
    year = _find("last year")
    return Extraction(
        dateline=Dateline(line.text, line.start, line.end, (LOCATION,), PUBLISHED, "March 2", "Reuters"),
        quoted_sources=(_sousa(), _analysts()),
        organisations=(
            Organisation(
                "o1", "Galp", "company", (), (), 1.0, (OrganisationMention(galp.text, galp.start, galp.end, 0.9893),)
            ),
        ),
        key_claims=(
            KeyClaim(
                id="c1",
                text=claim.text,
                start=claim.start,
                end=claim.end,
                score=0.6995,
                kind="statistic",
                claimant=Claimant("s2", "industry analysts"),
                quote_id="q2",
                organisation_ids=(),
                quantities=(Quantity(figure.text, figure.start, figure.end, 12, "percent"),),
                dates=(ClaimDate(year.text, year.start, year.end, "2025"),),
                claim=0.9994,
                centrality=0.1011,
                check_worthiness=0.9713,
                reasons=("factual", "has_number", "trend"),
                modality=(),
                standalone_text="Output rose 12% in 2025, according to industry analysts.",
            ),
        ),
        language="en",
        features=FEATURES,
        model=MODEL,
        warnings=(),
    )


def _sousa() -> QuotedSource:
    said = _find("Demand has outgrown every forecast,")
    speaker = _find("Ana Sousa")
    quote = Quote("q1", "direct", 0.9278, said.text, (said,), _find("said"), speaker)
    role = "leads the company's grid unit"
    return QuotedSource("s1", speaker.text, "person", role, "Galp", "o1", (speaker,), (quote,))


def _analysts() -> QuotedSource:
    content = _find("Output rose 12% last year")
    speaker = _find("industry analysts")
    quote = Quote("q2", "indirect", 0.8685, content.text, (content,), _find("according to"), speaker)
    return QuotedSource("s2", speaker.text, "unnamed", None, None, None, (speaker,), (quote,))


def _find(part: str) -> TextSpan:
    start = ARTICLE.index(part)
    return TextSpan.of(ARTICLE, start, start + len(part))
