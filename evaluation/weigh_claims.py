"""Weighing claims: `python -m evaluation.weigh_claims DATA MODEL` learns what each sign weighs, and writes it.

Two logistic regressions. Centrality: which sentences of the discourse corpus's dev part, whose articles the encoder has
not seen, tell the main event or its consequence. Key: which assertions in the development half of our own articles say
what a key claim of theirs says.
"""

from pathlib import Path

import numpy as np
import spacy

import service.components  # noqa: F401  (registers the factories)
from evaluation.gold_articles import GOLD_FOLDER, read_gold
from evaluation.judged_claims import DISCOURSE_CORPUS, ROLES_HEAD, fit_articles, judge_discourse, judge_gold, rank_apart
from evaluation.readings import read_corpus
from evaluation.scores.rankings import find_average_precision
from service.components.claims.signs import CENTRAL_SIGNS, KEY_SIGNS
from service.components.claims.weights import WEIGHTS_PATH, ClaimWeights, write_weights
from training.command_line import read_data_and_model
from training.corpora.catalogue import list_corpora


def weigh_claims(data: Path, model: Path) -> None:
    """Learn the weights from what a model reads, print what they are worth, and write them beside the code."""
    nlp = spacy.load(model, exclude=["news_claims"])
    gold = [judge_gold(nlp, article) for article in read_gold(GOLD_FOLDER) if article.half == "development"]
    discourse = [
        judge_discourse(reading, corpus.maps[ROLES_HEAD])
        for corpus in list_corpora(data, "dev")
        if corpus.name == DISCOURSE_CORPUS
        for reading in read_corpus(nlp, corpus).readings
    ]
    for name, articles in (("main events", discourse), ("key claims", gold)):
        precisions = [find_average_precision(ranking) for ranking in rank_apart(articles) if any(ranking)]
        print(f"{name}: mean average precision on articles kept apart {100 * np.mean(precisions):.1f}")
    weights = ClaimWeights(
        centrality=dict(zip(CENTRAL_SIGNS, fit_articles(discourse).tolist(), strict=True)),
        key=dict(zip(KEY_SIGNS, fit_articles(gold).tolist(), strict=True)),
    )
    write_weights(WEIGHTS_PATH, weights)


if __name__ == "__main__":
    weigh_claims(*read_data_and_model(__doc__))
