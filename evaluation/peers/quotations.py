"""The table of quotations: who finds them on PolNeAR's development articles, and who knows whose they are."""

from collections.abc import Callable
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from evaluation.extractions import Extract
from evaluation.figures import Figure, figure_f1, figure_precision, figure_recall
from evaluation.measures.polnear import Scope, extract_sources, list_found_quotes, list_gold_quotes
from evaluation.peers import direct_quotations, gender_gap, guardian, quotation_marks
from evaluation.peers.direct_quotations import UnpairedMarksError
from evaluation.peers.parse import load_parser, name_parser, parse_text
from evaluation.peers.rows import OURS, Row, Table, make_detail
from evaluation.scores.quoted_sources import QuoteScores, ScoredQuote, score_quotes
from training.corpora.annotated import read_rows

FindQuotes = Callable[[str], list[ScoredQuote]]
SCOPES: tuple[Scope, ...] = ("speech", "quoted")
NO_PARSE = "not run: no parser installed"


def measure_quotations(extract: Extract, data: Path, *, limit: int | None = None) -> Table:
    """Every system's figures, on at most limit articles."""
    articles = list(islice(read_rows(data / "quotes/polnear/dev.jsonl"), limit))
    rows = [
        measure_system("quotation marks", "four words or more between marks", quotation_marks.find_quotes, articles),
        measure_system("Guardian patterns", "five patterns, re-implemented", guardian.find_quotes, articles),
        *measure_parsed(load_parser(), articles),
        measure_system(OURS, "service/model", partial(find_our_quotes, extract), articles),
    ]
    texts = f"PolNeAR dev, {len(articles)} articles. Speech: direct, mixed and reported; quoted: direct and mixed only."
    return Table("Quotations", texts, tuple(rows))


def measure_parsed(nlp: Language | None, articles: list[dict[str, Any]]) -> list[Row]:
    """The rows of the systems that need a parse; without figures where there is none."""
    names = ("Gender Gap Tracker rules", "textacy direct_quotations")
    if nlp is None:
        return [Row(name, "", (), NO_PARSE) for name in names]
    origins = (f"re-implemented, over {name_parser()}", f"{direct_quotations.name_system()}, over {name_parser()}")
    finders = (gender_gap.find_quotes, direct_quotations.find_quotes)
    return [
        measure_system(name, origin, partial(find_parsed, nlp, find), articles)
        for name, origin, find in zip(names, origins, finders, strict=True)
    ]


def find_parsed(nlp: Language, find: Callable[[Doc], list[ScoredQuote]], text: str) -> list[ScoredQuote]:
    """What a system finds in the parsed text."""
    return find(parse_text(nlp, text))


def find_our_quotes(extract: Extract, text: str) -> list[ScoredQuote]:
    """What our service finds in a text."""
    return list_found_quotes(extract_sources(extract, {"text": text}))


def measure_system(system: str, origin: str, find: FindQuotes, articles: list[dict[str, Any]]) -> Row:
    """The figures of one system in both scopes; a text that it refuses counts as one in which it found nothing."""
    scores: dict[Scope, list[QuoteScores]] = {scope: [] for scope in SCOPES}
    refused = 0
    for article in articles:
        try:
            found = find(article["text"])
        except UnpairedMarksError:
            found = []
            refused += 1
        for scope in SCOPES:
            gold = list_gold_quotes(article, scope)
            scores[scope].append(score_quotes(article["text"], gold, select_quotes(found, scope)))
    note = f"refused {refused} of {len(articles)} articles" if refused else ""
    return Row(system, origin, tuple(figure for scope in SCOPES for figure in list_figures(scope, scores[scope])), note)


def select_quotes(found: list[ScoredQuote], scope: Scope) -> list[ScoredQuote]:
    """What was found, of the scope "quoted" only what the system calls direct or mixed."""
    return [quote for quote in found if scope != "quoted" or quote.kind != "indirect"]


def list_figures(scope: Scope, scores: list[QuoteScores]) -> tuple[Figure, ...]:
    """The figures of one scope."""
    quotes = [score.quotes for score in scores]
    return (
        figure_f1(f"{scope}: quote F1", quotes),
        figure_f1(f"{scope}: attributed quote F1", [score.attributed for score in scores]),
        make_detail(figure_precision(f"{scope}: quote precision", quotes)),
        make_detail(figure_recall(f"{scope}: quote recall", quotes)),
    )
