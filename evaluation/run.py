"""The command line: scores a model on the development sets and on gold, prints tables, writes results.json."""

import argparse
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path

import spacy

import service.components  # noqa: F401  (registers the factories)
from evaluation.alias_cases import read_alias_cases
from evaluation.extractions import Extract
from evaluation.figures import Figure
from evaluation.gold_articles import GOLD_FOLDER, read_gold
from evaluation.measures.aliases import measure_aliases
from evaluation.measures.calibration import calibrate_gold, calibrate_mentions, calibrate_polnear
from evaluation.measures.datelines import measure_datelines
from evaluation.measures.gold import GoldPair, extract_gold, measure_gold
from evaluation.measures.heads import measure_heads
from evaluation.measures.polnear import PolnearArticle, extract_polnear, measure_quotes
from evaluation.measures.ranking import measure_ranking
from evaluation.measures.robustness import measure_robustness
from evaluation.measures.speakers import measure_given_speakers, measure_speakers
from evaluation.measures.speed import measure_speed
from evaluation.measures.weights import compare_weights, measure_size
from evaluation.readings import find_encoder, read_corpora
from evaluation.report import RESULTS_PATH, spell_calibration, spell_json, spell_table
from evaluation.scores.confidences import Calibration
from service.pipeline.extractor import MODEL_PATH, Extractor, find_weights
from training.corpora.annotated import read_rows
from training.corpora.catalogue import list_corpora

SAMPLE_ID = "seed"
DATELINES = "dateline"
POLNEAR = "quotes/polnear"
MENTIONS_CORPUS = "worldwide"


@dataclass(frozen=True, slots=True)
class Plan:
    """What to measure. limit: at most so many texts of each set, None for all. fp32: weights to compare with."""

    data: Path
    model: Path
    fp32: Path | None
    limit: int | None
    news: bool


def main(arguments: list[str]) -> int:
    """Run the evaluation; 0 also where a target is missed."""
    options = parse_arguments(arguments)
    plan = Plan(options.data, options.model, options.fp32, options.limit, options.news)
    extractor = Extractor.load(plan.model)
    gold = extract_gold(extractor.extract, read_gold(GOLD_FOLDER, limit=plan.limit))
    polnear = extract_polnear(extractor.extract, plan.data / POLNEAR / "dev.jsonl", limit=plan.limit)
    figures = [
        *measure_encoder(plan),
        *measure_gold(gold),
        *measure_aliases(extractor.extract, read_alias_cases()[: plan.limit]),
        *measure_quotes(polnear),
        *measure_datelines(extractor.extract, plan.data / DATELINES, limit=plan.limit),
        *measure_service(plan, extractor.extract),
    ]
    calibrations = measure_calibration(plan, extractor.extract, gold, polnear)
    print("\n\n".join([spell_table(figures), *(spell_calibration(calibration) for calibration in calibrations)]))
    # Figures of a part of the data must not take the place of the whole's.
    if plan.limit is None:
        RESULTS_PATH.write_text(spell_json(extractor.model, figures, calibrations), encoding="utf-8")
    return 0


def parse_arguments(arguments: list[str]) -> argparse.Namespace:
    """The options of the command line; exits with a message where they make no sense."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.run", description=__doc__)
    parser.add_argument("data", type=Path, help="folder of the corpora")
    parser.add_argument("--model", type=Path, default=MODEL_PATH, help="folder of the pipeline")
    parser.add_argument("--fp32", type=Path, help="fp32 weights to compare with")
    parser.add_argument("--limit", type=int, help="at most so many texts of each set; nothing is written")
    parser.add_argument("--news", action="store_true", help="also run over all of news/articles.jsonl")
    return parser.parse_args(arguments)


def measure_encoder(plan: Plan) -> list[Figure]:
    """The figures of the heads, of the roles head as a ranker, of the weights' size, and of int8 against fp32."""
    nlp = spacy.load(plan.model)
    corpora = read_corpora(nlp, plan.data, limit=plan.limit)
    heads = measure_heads(corpora)
    size = measure_size(find_weights(plan.model).read_bytes())
    figures = [*chain.from_iterable(heads.values()), *measure_ranking(corpora), size]
    if plan.fp32 is None:
        return figures
    find_encoder(nlp).load_weights(plan.fp32.read_bytes())
    full = measure_heads(read_corpora(nlp, plan.data, limit=plan.limit))
    return [*figures, *compare_weights(heads, full)]


def measure_service(plan: Plan, extract: Extract) -> list[Figure]:
    """The figures of speakers' full names, of what must never happen, and of time."""
    gold = read_gold(GOLD_FOLDER)
    (sample,) = (article for article in gold if article.id == SAMPLE_ID)
    texts = chain((article.text for article in gold[: plan.limit]), read_dev_articles(plan))
    resolved = plan.data / POLNEAR / "dev_resolved.jsonl"
    nlp = spacy.load(plan.model)
    figures = [
        *measure_speakers(extract_polnear(extract, resolved, limit=plan.limit)),
        *measure_given_speakers(nlp, resolved, limit=plan.limit),
        *measure_robustness(extract, texts, "dev articles"),
    ]
    if plan.news:
        rows = islice(read_rows(plan.data / "news/articles.jsonl"), plan.limit)
        figures.extend(measure_robustness(extract, (row["text"] for row in rows), "news articles"))
    return [*figures, *measure_speed(extract, nlp, sample.text)]


def measure_calibration(
    plan: Plan, extract: Extract, gold: list[GoldPair], polnear: list[PolnearArticle]
) -> list[Calibration]:
    """The calibration of every confidence that the service gives."""
    (corpus,) = (corpus for corpus in list_corpora(plan.data, "dev") if corpus.name == MENTIONS_CORPUS)
    texts = islice(corpus.read(), plan.limit)
    return [
        *calibrate_polnear(polnear),
        *calibrate_mentions(extract, texts, corpus.maps["entities"], corpus.name),
        *calibrate_gold(gold),
    ]


def read_dev_articles(plan: Plan) -> Iterator[str]:
    """The texts of every development set that holds whole articles."""
    for corpus in list_corpora(plan.data, "dev"):
        for annotated in islice(corpus.read(), plan.limit):
            if annotated.is_article:
                yield annotated.text


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
