"""Calibration: `python -m evaluation.calibrate DATA MODEL` learns what a quotation's confidence is, and writes it.

Logistic regression over the quotations found in PolNeAR's dev part, whose articles the encoder has not seen. One is
right when its content and its source match an attribution of any kind.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import spacy
from spacy.language import Language

import service.components  # noqa: F401  (registers the factories)
from evaluation.logistic import Table, find_chances, fit, keep_apart
from evaluation.measures.polnear import list_gold_quotes
from evaluation.readings import find_encoder
from evaluation.scores.quoted_sources import ScoredQuote, judge_quotes
from service.components.encoder.scores import read_word_scores
from service.components.sources.annotate import (
    CONFIDENCE_NAME,
    LINKS_NAME,
    read_layout,
)
from service.components.sources.attribution import link_attributions
from service.components.sources.confidence import FEATURES, describe_confidence, write_confidence
from service.components.sources.decoding import read_attribution_spans
from service.components.sources.links import LinkWeights, read_links
from service.components.sources.reported_speech import find_content, find_offsets, find_outer_pairs
from training.command_line import read_data_and_model
from training.corpora.annotated import read_rows

# Weight of the squared weights beside the summed loss.
PENALTY = 0.5


@dataclass(frozen=True, slots=True)
class Graded:
    """The quotations of one article. features: (n, n_features). is_right: (n,)."""

    features: Table
    is_right: Table


def grade_articles(nlp: Language, links: dict[str, LinkWeights], rows: Iterable[dict[str, Any]]) -> Iterator[Graded]:
    """Every article's quotations, with those that would be left out."""
    encoder = find_encoder(nlp)
    for row in rows:
        text = row["text"]
        doc = encoder(nlp.make_doc(text))
        pieces = read_word_scores(doc).pieces
        pairs = find_outer_pairs(text)
        found: list[ScoredQuote] = []
        features: list[tuple[float, ...]] = []
        for linked in link_attributions(read_attribution_spans(doc), read_layout(doc), links):
            content = find_content(text, linked, pieces, pairs, body=0)
            if content is not None:
                speakers = () if linked.source is None else (find_offsets(linked.source, pieces),)
                found.append(ScoredQuote(content.parts, speakers, content.kind))
                features.append(describe_confidence(linked, content))
        # What the annotators set aside has no verdict.
        verdicts = judge_quotes(text, list_gold_quotes(row, "all"), found)
        kept = [index for index, verdict in enumerate(verdicts) if verdict is not None]
        yield Graded(
            np.array([features[index] for index in kept], dtype=np.float64).reshape(-1, len(FEATURES)),
            np.array([verdicts[index] for index in kept], dtype=np.float64),
        )


def fit_articles(articles: list[Graded]) -> Table:
    """(n_features,) the weights of a logistic regression over the quotations of articles."""
    features = np.vstack([article.features for article in articles])
    return fit(features, np.concatenate([article.is_right for article in articles]), penalty=PENALTY)


def find_brier_score(articles: list[Graded]) -> float:
    """The mean squared error of the probabilities, each article's by weights learned without its fold."""
    errors: list[Table] = []
    for others, numbers in keep_apart(articles):
        weights = fit_articles(others)
        for number in numbers:
            errors.append((find_chances(articles[number].features, weights) - articles[number].is_right) ** 2)
    return float(np.concatenate(errors).mean())


def calibrate(data: Path, model: Path) -> None:
    """Learn the weights, print what they are worth, and write them into the model."""
    # The sources cannot be loaded before their weights are written, and claims need them.
    nlp = spacy.load(model, exclude=["news_sources", "news_claims"])
    folder = model / "news_sources"
    rows = read_rows(data / "quotes/polnear/dev.jsonl")
    articles = list(grade_articles(nlp, read_links(folder / LINKS_NAME), rows))
    share = float(np.concatenate([article.is_right for article in articles]).mean())
    write_confidence(folder / CONFIDENCE_NAME, dict(zip(FEATURES, fit_articles(articles).tolist(), strict=True)))
    print(f"quotations right: {share:.3f}")
    print(
        f"Brier score on articles kept apart: {find_brier_score(articles):.4f}; of one number: {share - share**2:.4f}"
    )


if __name__ == "__main__":
    calibrate(*read_data_and_model(__doc__))
