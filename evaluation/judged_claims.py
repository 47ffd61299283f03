"""The assertions of annotated articles, each with its signs and a verdict: what weights of claims are learned from."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from spacy.language import Language

from evaluation.gold_articles import GoldArticle
from evaluation.logistic import Table, find_chances, fit_scaled, keep_apart
from evaluation.measures.sentence_labels import score_sentence
from evaluation.readings import Reading
from evaluation.scores.key_claims import match_claims
from service.components.claims.candidates import find_candidates, find_headline
from service.components.claims.signs import CENTRAL_SIGNS, KEY_SIGNS, Assertion, collect_words, list_signs
from training.corpora.catalogue import LabelMap

ROLES_HEAD = "roles"
CENTRAL_ROLES = frozenset(("main", "main_consequence"))
BOILERPLATE = "boilerplate"
# Articles kept apart: key claims found among five 64, 63 and 63 % with 3, 10 and 30 (26 articles, so all the same);
# mean average precision of the main event 76.7, 76.8 and 76.8.
PENALTY = 10.0


@dataclass(frozen=True, slots=True)
class Judged:
    """The assertions of one article, in order. signs: (n, n_signs). is_right: (n,) 0 or 1."""

    signs: Table
    is_right: Table


def judge_discourse(reading: Reading, label_map: LabelMap) -> Judged:
    """The sentences of an article of the discourse corpus that are no boilerplate."""
    text = reading.annotated.text
    sentences: list[Assertion] = []
    is_right: list[bool] = []
    for span in reading.annotated.spans[ROLES_HEAD]:
        (label,) = label_map[span.label]
        if label != BOILERPLATE:
            roles = tuple(score_sentence(reading, span, ROLES_HEAD).tolist())
            sentences.append(Assertion(collect_words(text[span.start : span.end]), roles))
            is_right.append(label in CENTRAL_ROLES)
    headline = collect_words(text[: reading.annotated.spans[ROLES_HEAD][0].start])
    return tabulate(sentences, headline, CENTRAL_SIGNS, is_right)


def judge_gold(nlp: Language, article: GoldArticle) -> Judged:
    """The assertions that the service finds in one of our own articles."""
    doc = nlp(article.text)
    candidates = find_candidates(doc)
    found = [(candidate.start, candidate.end) for candidate in candidates]
    is_right = [bool(matches) for matches in match_claims(article.text, list(article.key_claims), found)]
    return tabulate([candidate.assertion for candidate in candidates], find_headline(doc), KEY_SIGNS, is_right)


def tabulate(
    assertions: Sequence[Assertion], headline: frozenset[str], names: Sequence[str], is_right: Sequence[bool]
) -> Judged:
    """The named signs of an article's assertions as a table."""
    signs = [[row[name] for name in names] for row in list_signs(assertions, headline)]
    return Judged(np.array(signs).reshape(-1, len(names)), np.array(is_right, dtype=np.float64))


def fit_articles(articles: Sequence[Judged]) -> Table:
    """(n_signs,) the weights that tell right assertions from others."""
    signs = np.vstack([article.signs for article in articles])
    return fit_scaled(signs, np.concatenate([article.is_right for article in articles]), penalty=PENALTY)


def rank_apart(articles: Sequence[Judged]) -> list[list[bool]]:
    """Whether each assertion is right, best first, of every article; weights are learned without its fold."""
    rankings: list[list[bool]] = [[] for _ in articles]
    for others, numbers in keep_apart(articles):
        weights = fit_articles(others) if others else np.zeros(articles[0].signs.shape[1])
        for index in numbers:
            order = np.argsort(-find_chances(articles[index].signs, weights), kind="stable")
            rankings[index] = articles[index].is_right[order].astype(bool).tolist()
    return rankings
