"""The assertions of annotated articles, each with its signs and a verdict: what weights of claims are learned from."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from spacy.language import Language

from evaluation.gold_articles import GoldArticle
from evaluation.logistic import Table, find_chances, fit_scaled, keep_apart
from evaluation.measures.sentence_labels import score_sentence
from evaluation.readings import Reading
from evaluation.scores.key_claims import match_claims
from service.components.claims.boilerplate import is_boilerplate
from service.components.claims.candidates import find_candidates, find_headline
from service.components.claims.signs import CENTRAL_SIGNS, KEY_SIGNS, Assertion, collect_words, list_signs, read_role
from training.corpora.catalogue import LabelMap

ROLES_HEAD = "roles"
# The corpus whose roles say what the main event of an article is; our own tell no boilerplate from headlines.
DISCOURSE_CORPUS = "news_discourse"
CENTRAL_ROLES = frozenset(("main", "main_consequence"))
BOILERPLATE = "boilerplate"
# Articles kept apart: key claims found among five 64, 63 and 63 % with 3, 10 and 30 (26 articles, so all the same);
# mean average precision of the main event 76.7, 76.8 and 76.8.
PENALTY = 10.0


@dataclass(frozen=True, slots=True)
class Judged:
    """The assertions of one article, in order. signs: (n, n_signs). is_right: (n,) 0 or 1.

    missed: the right ones that were left out before.
    """

    signs: Table
    is_right: Table
    missed: int = 0


@dataclass(frozen=True, slots=True)
class DiscourseSentence:
    """A sentence of the discourse corpus. role: gold's. is_taken: whether the service takes it for boilerplate."""

    assertion: Assertion
    role: str
    is_taken: bool


def list_sentences(reading: Reading, label_map: LabelMap) -> list[DiscourseSentence]:
    """All sentences of an article of the discourse corpus, in order."""
    sentences: list[DiscourseSentence] = []
    for span in reading.annotated.spans[ROLES_HEAD]:
        (role,) = label_map[span.label]
        sentence = reading.annotated.text[span.start : span.end]
        assertion = Assertion(collect_words(sentence), tuple(score_sentence(reading, span, ROLES_HEAD).tolist()))
        is_taken = is_boilerplate(sentence, read_role(assertion, BOILERPLATE))
        sentences.append(DiscourseSentence(assertion, role, is_taken))
    return sentences


def is_gold_boilerplate(sentence: DiscourseSentence) -> bool:
    """Whether a sentence is boilerplate by its gold label."""
    return sentence.role == BOILERPLATE


def judge_discourse(
    reading: Reading, label_map: LabelMap, is_left_out: Callable[[DiscourseSentence], bool] = is_gold_boilerplate
) -> Judged:
    """The sentences of an article of the discourse corpus, without those that are left out."""
    sentences = list_sentences(reading, label_map)
    kept = [sentence for sentence in sentences if not is_left_out(sentence)]
    is_right = [sentence.role in CENTRAL_ROLES for sentence in kept]
    missed = sum(sentence.role in CENTRAL_ROLES for sentence in sentences) - sum(is_right)
    headline = collect_words(reading.annotated.text[: reading.annotated.spans[ROLES_HEAD][0].start])
    judged = tabulate([sentence.assertion for sentence in kept], headline, CENTRAL_SIGNS, is_right)
    return replace(judged, missed=missed)


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


def rank_apart(articles: Sequence[Judged], ranked: Sequence[Judged] | None = None) -> list[list[bool]]:
    """Whether each assertion is right, best first, of every article; weights are learned without its fold.

    ranked: the same articles as they are to be ranked, where not as the weights are to be learned.
    """
    ranked = articles if ranked is None else ranked
    rankings: list[list[bool]] = [[] for _ in articles]
    for others, numbers in keep_apart(articles):
        weights = fit_articles(others) if others else np.zeros(articles[0].signs.shape[1])
        for index in numbers:
            order = np.argsort(-find_chances(ranked[index].signs, weights), kind="stable")
            rankings[index] = ranked[index].is_right[order].astype(bool).tolist()
    return rankings
