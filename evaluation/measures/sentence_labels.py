"""Figures of the heads that label whole sentences: roles, claims, opinion, causality."""

import numpy as np
from numpy.typing import NDArray

from evaluation.figures import Figure, Target, figure_f1, figure_macro_f1, figure_share
from evaluation.readings import CorpusReadings, Reading, find_span_words
from evaluation.scores.labels import SentenceLabels, score_label, share_right
from service.components.encoder.heads import HEADS
from service.components.encoder.scores import softmax
from training.corpora.annotated import LabelledSpan
from training.corpora.catalogue import LabelMap

CLAIMS_HEAD = "claims"
NON_FACTUAL = "non_factual"
FACTUAL_TARGET = Target(93.0, "at least")
TARGETS = {
    "opinion: macro-F1": Target(80.0, "at least"),
    "causality, causal_news: causal F1": Target(82.0, "at least"),
    "roles: expectation F1": Target(60.0, "at least"),
}
# Labelled by ourselves, and so no part of a head's first figures, which others' labels stand behind.
OWN_CORPORA = frozenset(("own", "own_opinions"))


def measure_sentence_labels(corpora: list[CorpusReadings], head: str) -> list[Figure]:
    """The head's macro-F1 and accuracy over others' corpora and the F1 of each label; then those of each corpus."""
    by_corpus = {
        corpus.name: [label_sentences(reading, corpus.maps[head], head) for reading in corpus.readings]
        for corpus in corpora
        if head in corpus.maps
    }
    others = [texts for name, texts in by_corpus.items() if name not in OWN_CORPORA]
    figures = list_figures(head, [text for texts in others for text in texts])
    for name, texts in by_corpus.items():
        if name in OWN_CORPORA or len(others) > 1:
            figures.extend(list_figures(f"{head}, {name}", texts))
    return figures


def list_figures(title: str, texts: list[SentenceLabels]) -> list[Figure]:
    """The figures of a head in some corpora; labels are those of gold."""
    labels = sorted({label for text in texts for label in text.gold})
    by_label = {label: [score_label(text, label) for text in texts] for label in labels}
    sentences = sum(len(text.gold) for text in texts)
    macro = f"{title}: macro-F1"
    return [
        figure_macro_f1(macro, list(by_label.values()), (("sentences", sentences),), TARGETS.get(macro)),
        figure_share(f"{title}: accuracy", [share_right(text) for text in texts]),
        *(figure_f1(name := f"{title}: {label} F1", counts, TARGETS.get(name)) for label, counts in by_label.items()),
    ]


def label_sentences(reading: Reading, label_map: LabelMap, head: str) -> SentenceLabels:
    """The gold labels of a text's sentences in our terms, and the most probable ones."""
    spans = reading.annotated.spans[head]
    # Every development set's label stands for one of ours alone.
    return SentenceLabels(
        tuple(label_map[span.label][0] for span in spans), tuple(choose_label(reading, span, head) for span in spans)
    )


def measure_facts(corpora: list[CorpusReadings]) -> Figure:
    """What the claims head says of facts: a sentence states one, worth a check or not, or none."""
    texts = [
        label_facts(reading, corpus.maps[CLAIMS_HEAD])
        for corpus in corpora
        if CLAIMS_HEAD in corpus.maps
        for reading in corpus.readings
    ]
    return figure_f1("claims: factual F1", [score_label(text, "factual") for text in texts], FACTUAL_TARGET)


def label_facts(reading: Reading, label_map: LabelMap) -> SentenceLabels:
    """Whether each sentence of a text states a fact by gold, and whether it more likely does than not."""
    spans = reading.annotated.spans[CLAIMS_HEAD]
    column = HEADS[CLAIMS_HEAD].labels.index(NON_FACTUAL)
    chances = [float(score_sentence(reading, span, CLAIMS_HEAD)[column]) for span in spans]
    return SentenceLabels(
        tuple(name_fact(label_map[span.label][0] != NON_FACTUAL) for span in spans),
        tuple(name_fact(chance < 1 / 2) for chance in chances),
    )


def name_fact(is_fact: bool) -> str:
    """The label of a sentence that states a fact, or of one that does not."""
    return "factual" if is_fact else NON_FACTUAL


def choose_label(reading: Reading, span: LabelledSpan, head: str) -> str:
    """The most probable label of a sentence."""
    return HEADS[head].labels[int(score_sentence(reading, span, head).argmax())]


def score_sentence(reading: Reading, span: LabelledSpan, head: str) -> NDArray[np.float32]:
    """(n_labels,) probabilities of a sentence: from the mean of its words' scores, all equal where it has none."""
    words = find_span_words(span, reading.words)
    scores = reading.words.read_head(head)
    if not len(words):
        return np.full(scores.shape[1], 1 / scores.shape[1], dtype=np.float32)
    return softmax(scores[words].mean(axis=0, dtype=np.float32))
