"""The command line: scores a model on the development sets and on gold, prints tables, writes results.json."""

import argparse
import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path

import spacy

import service.components  # noqa: F401  (registers the factories)
from evaluation.alias_cases import read_alias_cases
from evaluation.figures import Figure
from evaluation.gold_articles import GOLD_FOLDER, read_gold
from evaluation.measures.aliases import measure_aliases
from evaluation.measures.boilerplate import measure_boilerplate
from evaluation.measures.calibration import calibrate_gold, calibrate_mentions, calibrate_polnear
from evaluation.measures.datelines import measure_datelines
from evaluation.measures.gold import extract_gold, measure_gold
from evaluation.measures.heads import measure_heads
from evaluation.measures.polnear import extract_polnear, measure_quotes
from evaluation.measures.ranking import measure_ranking
from evaluation.measures.robustness import measure_robustness
from evaluation.measures.speakers import measure_given_speakers, measure_speakers
from evaluation.measures.speed import measure_speed
from evaluation.measures.weights import compare_weights, measure_size
from evaluation.readings import find_encoder, read_corpora
from evaluation.report import (
    RESULTS_PATH,
    describe_results,
    merge_results,
    spell_calibration,
    spell_json,
    spell_table,
)
from evaluation.scores.confidences import Calibration
from service.pipeline.extractor import MODEL_PATH, Extractor, find_weights
from training.corpora.annotated import read_rows
from training.corpora.catalogue import list_corpora

SAMPLE_ID = "seed"
DATELINES = "dateline"
POLNEAR = "quotes/polnear"
MENTIONS_CORPUS = "worldwide"
# The longest part, which is measured where asked for.
NEWS = "news"


@dataclass(frozen=True, slots=True)
class Plan:
    """What to measure. limit: at most so many texts of each set, None for all. fp32: weights to compare with."""

    data: Path
    model: Path
    fp32: Path | None
    limit: int | None


@dataclass(frozen=True, slots=True)
class Measured:
    """What a part of the evaluation yields."""

    figures: list[Figure]
    calibrations: list[Calibration]


def main(arguments: list[str]) -> int:
    """Run the evaluation; 0 also where a target is missed."""
    options = parse_arguments(arguments)
    plan = Plan(options.data, options.model, options.fp32, options.limit)
    parts = options.parts or [name for name in PARTS if name != NEWS or options.news]
    extractor = Extractor.load(plan.model)
    measured = [PARTS[name](plan, extractor) for name in PARTS if name in parts]
    figures = [figure for part in measured for figure in part.figures]
    calibrations = [calibration for part in measured for calibration in part.calibrations]
    print("\n\n".join([spell_table(figures), *(spell_calibration(calibration) for calibration in calibrations)]))
    # Figures of a part of the data must not take the place of the whole's.
    if plan.limit is None:
        results = describe_results(extractor.model, figures, calibrations)
        if options.parts:
            results = merge_results(json.loads(RESULTS_PATH.read_text(encoding="utf-8")), results)
        RESULTS_PATH.write_text(spell_json(results), encoding="utf-8")
    return 0


def measure_own_articles(plan: Plan, extractor: Extractor) -> Measured:
    """The figures of gold and of the written cases."""
    gold = extract_gold(extractor.extract, read_gold(GOLD_FOLDER, limit=plan.limit))
    aliases = measure_aliases(extractor.extract, read_alias_cases()[: plan.limit])
    return Measured([*measure_gold(gold), *aliases], calibrate_gold(gold))


def measure_polnear(plan: Plan, extractor: Extractor) -> Measured:
    """The figures of quotations in PolNeAR."""
    polnear = extract_polnear(extractor.extract, plan.data / POLNEAR / "dev.jsonl", limit=plan.limit)
    return Measured(measure_quotes(polnear), calibrate_polnear(polnear))


def measure_openings(plan: Plan, extractor: Extractor) -> Measured:
    """The figures of datelines."""
    return Measured(measure_datelines(extractor.extract, plan.data / DATELINES, limit=plan.limit), [])


def parse_arguments(arguments: list[str]) -> argparse.Namespace:
    """The options of the command line; exits with a message where they make no sense."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.run", description=__doc__)
    parser.add_argument("data", type=Path, help="folder of the corpora")
    parser.add_argument("--model", type=Path, default=MODEL_PATH, help="folder of the pipeline")
    parser.add_argument("--fp32", type=Path, help="fp32 weights to compare with")
    parser.add_argument("--limit", type=int, help="at most so many texts of each set; nothing is written")
    parser.add_argument("--news", action="store_true", help="also run over all of news/articles.jsonl")
    parser.add_argument("--parts", nargs="+", choices=PARTS, help="measure these; the other results stay")
    return parser.parse_args(arguments)


def measure_encoder(plan: Plan, extractor: Extractor) -> Measured:
    """The figures of the heads, of the order of sentences, of the weights' size, and of int8 against fp32."""
    nlp = spacy.load(plan.model)
    corpora = read_corpora(nlp, plan.data, limit=plan.limit)
    heads = measure_heads(corpora)
    size = measure_size(find_weights(plan.model).read_bytes())
    figures = [*chain.from_iterable(heads.values()), *measure_ranking(corpora), *measure_boilerplate(corpora), size]
    if plan.fp32 is None:
        return Measured(figures, [])
    find_encoder(nlp).load_weights(plan.fp32.read_bytes())
    full = measure_heads(read_corpora(nlp, plan.data, limit=plan.limit))
    return Measured([*figures, *compare_weights(heads, full)], [])


def measure_service(plan: Plan, extractor: Extractor) -> Measured:
    """The figures of speakers' full names, of what must never happen, and of time; how far mentions can be trusted."""
    extract = extractor.extract
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
    figures.extend(measure_speed(extract, nlp, sample.text))
    (corpus,) = (corpus for corpus in list_corpora(plan.data, "dev") if corpus.name == MENTIONS_CORPUS)
    mentions = calibrate_mentions(extract, islice(corpus.read(), plan.limit), corpus.maps["entities"], corpus.name)
    return Measured(figures, mentions)


def measure_news(plan: Plan, extractor: Extractor) -> Measured:
    """The figures of what must never happen, over thousands of articles without labels."""
    rows = islice(read_rows(plan.data / "news/articles.jsonl"), plan.limit)
    return Measured(measure_robustness(extractor.extract, (row["text"] for row in rows), "news articles"), [])


def read_dev_articles(plan: Plan) -> Iterator[str]:
    """The texts of every development set that holds whole articles."""
    for corpus in list_corpora(plan.data, "dev"):
        for annotated in islice(corpus.read(), plan.limit):
            if annotated.is_article:
                yield annotated.text


# What can be measured by itself, in the order of the results.
PARTS: dict[str, Callable[[Plan, Extractor], Measured]] = {
    "encoder": measure_encoder,
    "gold": measure_own_articles,
    "polnear": measure_polnear,
    "datelines": measure_openings,
    "service": measure_service,
    NEWS: measure_news,
}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
