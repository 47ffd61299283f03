"""How far each confidence of the API can be taken at its word, where it is known what is right.

The dateline has no confidence, and the salience of an organisation is none.
"""

from collections.abc import Callable, Iterable, Sequence

from evaluation.extractions import Extract, extract_article
from evaluation.measures.gold import GoldPair
from evaluation.measures.polnear import PolnearArticle, list_found_quotes, list_gold_quotes
from evaluation.readings import list_gold_entities
from evaluation.scores.confidences import Calibration, Judged, calibrate
from evaluation.scores.entities import Entity, LabelMap, judge_entity, sort_gold
from evaluation.scores.key_claims import match_claims
from evaluation.scores.organisations import judge_mentions
from evaluation.scores.quoted_sources import judge_quotes
from evaluation.scores.speakers import judge_attributed
from service.extraction import ExtractionOptions, Organisation, QuotedSource
from training.corpora.annotated import AnnotatedText

ENTITIES = "entities"
OPTIONS = ExtractionOptions(features=("organisations",))


def calibrate_polnear(articles: Sequence[PolnearArticle]) -> list[Calibration]:
    """Quotations on PolNeAR: right where content and source match an attribution of any kind."""
    return [calibrate("quote confidence, PolNeAR", [judge_polnear(article) for article in articles])]


def calibrate_mentions(
    extract: Extract, texts: Iterable[AnnotatedText], label_map: LabelMap, name: str
) -> list[Calibration]:
    """Organisation mentions on a corpus of entities: right where the corpus has an organisation at these offsets."""
    judged = [judge_corpus(extract, text, label_map) for text in texts]
    return [calibrate(f"organisation mention confidence, {name}", judged)]


def calibrate_gold(pairs: Sequence[GoldPair]) -> list[Calibration]:
    """The confidences of three outputs on our own articles.

    Right: a quotation whose content matches and whose source has the name of gold's; a mention at its place in the
    entry that matches; a claim that says what a gold claim says.
    """
    judges: tuple[tuple[str, Callable[[GoldPair], list[Judged]]], ...] = (
        ("quote confidence, gold", judge_gold_quotes),
        ("organisation mention confidence, gold", judge_gold_mentions),
        ("claim score, gold", judge_gold_claims),
    )
    return [calibrate(name, [judge(pair) for pair in pairs]) for name, judge in judges]


def judge_polnear(article: PolnearArticle) -> list[Judged]:
    """The quotations of an article; what the annotators set aside is left out."""
    verdicts = judge_quotes(
        article.row["text"], list_gold_quotes(article.row, "all"), list_found_quotes(article.sources, "all")
    )
    return keep_judged(list_quote_confidences(article.sources), verdicts)


def judge_corpus(extract: Extract, text: AnnotatedText, label_map: LabelMap) -> list[Judged]:
    """The organisation mentions of a text; those of which the corpus cannot tell are left out."""
    organisations = extract_article(extract, text.text, OPTIONS).extraction.organisations
    gold = sort_gold(list_gold_entities(text), label_map)
    verdicts = [
        judge_entity(Entity(mention.start, mention.end, "ORG"), gold, label_map)
        for organisation in organisations
        for mention in organisation.mentions
    ]
    return keep_judged(list_mention_confidences(organisations), verdicts)


def judge_gold_quotes(pair: GoldPair) -> list[Judged]:
    """The quotations of one of our articles."""
    sources = pair.extraction.quoted_sources
    return keep_judged(list_quote_confidences(sources), judge_attributed(pair.article, sources))


def judge_gold_mentions(pair: GoldPair) -> list[Judged]:
    """The organisation mentions of one of our articles."""
    organisations = pair.extraction.organisations
    verdicts = judge_mentions(pair.article.organisations, organisations)
    return keep_judged(list_mention_confidences(organisations), verdicts)


def judge_gold_claims(pair: GoldPair) -> list[Judged]:
    """The key claims of one of our articles."""
    claims = pair.extraction.key_claims
    matches = match_claims(
        pair.article.text, list(pair.article.key_claims), [(claim.start, claim.end) for claim in claims]
    )
    return keep_judged([claim.score for claim in claims], [bool(match) for match in matches])


def list_quote_confidences(sources: tuple[QuotedSource, ...]) -> list[float]:
    """The confidences of all quotations in order."""
    return [quote.confidence for source in sources for quote in source.quotes]


def list_mention_confidences(organisations: tuple[Organisation, ...]) -> list[float]:
    """The confidences of all mentions in order."""
    return [mention.confidence for organisation in organisations for mention in organisation.mentions]


def keep_judged(confidences: Sequence[float], verdicts: Sequence[bool | None]) -> list[Judged]:
    """The findings that were judged, each with its confidence."""
    return [
        Judged(confidence, verdict)
        for confidence, verdict in zip(confidences, verdicts, strict=True)
        if verdict is not None
    ]
