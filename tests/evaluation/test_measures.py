"""Figures of the heads, from hand-made readings of two paragraphs of three words."""

import numpy as np
import pytest

from evaluation.figures import Figure
from evaluation.judged_claims import DISCOURSE_CORPUS
from evaluation.measures.attribution import measure_attribution
from evaluation.measures.boilerplate import measure_boilerplate
from evaluation.measures.entities import measure_entities
from evaluation.measures.ranking import measure_ranking
from evaluation.measures.sentence_labels import measure_sentence_labels
from evaluation.measures.sentences import measure_sentences
from evaluation.readings import CorpusReadings, Reading, find_span_words
from evaluation.scores.entities import Entity
from service.components.encoder.heads import COLUMN_COUNT, HEADS, find_columns
from service.components.encoder.pieces import Pieces
from service.components.encoder.scores import WordScores
from training.corpora.annotated import UNKNOWN, AnnotatedText, LabelledSpan
from training.corpora.catalogue import ATTRIBUTION_MAP, CONLL, ROLE_MAP, SENTENCE_MAP, LabelMap

TEXT = "aa bb cc\ndd ee ff"
STARTS = np.array([0, 3, 6, 9, 12, 15])


def build_scores(head: str, labels: list[str]) -> WordScores:
    """Scores by which each word of TEXT has this label of one head."""
    table = np.zeros((6, COLUMN_COUNT), dtype=np.float32)
    for row, label in enumerate(labels):
        table[row, find_columns(head).start + HEADS[head].labels.index(label)] = 8
    numbers = np.arange(6)
    paragraphs = np.array([0, 0, 0, 1, 1, 1])
    return WordScores(Pieces(numbers, numbers, numbers, STARTS, STARTS + 2, paragraphs, numbers > -1), numbers, table)


def build_corpus(
    head: str,
    label_map: LabelMap,
    gold: list[LabelledSpan],
    labels: list[str],
    *,
    entities: tuple[Entity, ...] = (),
    sentence_starts: tuple[int, ...] = (),
    name: str = "tiny",
) -> CorpusReadings:
    """A corpus of one text, annotated and read for one head."""
    annotated = AnnotatedText(TEXT, {head: tuple(gold)})
    reading = Reading(annotated, entities, sentence_starts, build_scores(head, labels))
    return CorpusReadings(name, {head: label_map}, (reading,))


def list_values(figures: list[Figure]) -> dict[str, float]:
    """Name → value."""
    return {figure.name: figure.value for figure in figures}


def test_a_word_belongs_where_its_middle_lies() -> None:
    words = build_scores("roles", ["main"] * 6)
    assert find_span_words(LabelledSpan(1, 7, ""), words).tolist() == [0, 1]
    assert find_span_words(LabelledSpan(2, 3, ""), words).tolist() == []


def test_entities_of_each_corpus_and_of_all() -> None:
    found = (Entity(0, 2, "ORG"), Entity(3, 5, "DATE"))
    gold = [LabelledSpan(0, 2, "ORG"), LabelledSpan(9, 11, "ORG")]
    values = list_values(measure_entities([build_corpus("entities", CONLL, gold, ["O"] * 6, entities=found)]))
    assert values["entities, tiny: ORG F1"] == pytest.approx(100 * 2 / 3)
    assert values["entities, all corpora: F1"] == pytest.approx(100 * 2 / 3)


def test_attribution_by_words_and_spans() -> None:
    labels = ["B-SOURCE", "B-CUE", "O", "B-CONTENT", "I-CONTENT", "B-CUE"]
    gold = [LabelledSpan(0, 2, "SOURCE"), LabelledSpan(9, 17, "CONTENT"), LabelledSpan(3, 5, UNKNOWN)]
    values = list_values(measure_attribution([build_corpus("attribution", ATTRIBUTION_MAP, gold, labels)]))
    assert values["attribution: SOURCE spans F1"] == 100
    assert values["attribution: CONTENT words F1"] == pytest.approx(80)
    assert values["attribution: CONTENT spans F1"] == 0
    # The first cue was set aside, the second is a false alarm.
    assert values["attribution: CUE words F1"] == 0
    assert values["attribution: all words F1"] == pytest.approx(100 * 2 * 3 / (4 + 4))


def test_sentence_boundaries_within_paragraphs() -> None:
    gold = [LabelledSpan(0, 5, "sentence"), LabelledSpan(6, 8, "sentence"), LabelledSpan(9, 17, "sentence")]
    corpus = build_corpus("sentences", SENTENCE_MAP, gold, ["inside"] * 6, sentence_starts=(0, 6, 9, 12))
    assert list_values(measure_sentences([corpus]))["sentences, tiny: boundary F1"] == pytest.approx(100 * 2 / 3)


ROLES = [LabelledSpan(0, 2, "NA"), LabelledSpan(3, 5, "Cause_General"), LabelledSpan(6, 8, "Main")]


def test_sentence_labels() -> None:
    labels = ["boilerplate", "main", "main", "main", "main", "main"]
    values = list_values(measure_sentence_labels([build_corpus("roles", ROLE_MAP, ROLES, labels)], "roles"))
    assert values["roles: accuracy"] == pytest.approx(100 * 2 / 3)
    assert values["roles: macro-F1"] == pytest.approx(100 * (1 + 0 + 2 / 3) / 3)


def test_labels_of_our_own_stand_apart() -> None:
    labels = ["main"] * 3 + ["evaluation"] * 3
    others = build_corpus("roles", ROLE_MAP, ROLES, labels)
    own = build_corpus("roles", ROLE_MAP, ROLES[:1], ["evaluation"] * 6, name="own")

    values = list_values(measure_sentence_labels([others, own], "roles"))

    alone = list_values(measure_sentence_labels([others], "roles"))
    assert {name: values[name] for name in alone} == alone
    assert values["roles, own: accuracy"] == 0


def test_ranking_leaves_boilerplate_out_and_is_compared_with_lead_order() -> None:
    labels = ["main", "historical", "main", "main", "main", "main"]
    values = list_values(measure_ranking([build_corpus("roles", ROLE_MAP, ROLES, labels, name=DISCOURSE_CORPUS)]))
    assert values["main event by roles head: P@1"] == 100
    assert values["main event by lead order: P@1"] == 0
    assert values["main event by lead order: MAP"] == 50


def test_right_sentences_that_the_filter_takes_are_missed() -> None:
    gold = [LabelledSpan(0, 2, "NA"), LabelledSpan(3, 5, "Main"), LabelledSpan(6, 8, "Main")]
    labels = ["main", "boilerplate", "main", "main", "main", "main"]
    figures = {
        figure.name: figure
        for figure in measure_boilerplate([build_corpus("roles", ROLE_MAP, gold, labels, name=DISCOURSE_CORPUS)])
    }
    # One of two main sentences is gone, and the other stands second, behind boilerplate that was kept.
    assert figures["main event by lead order: MAP lost on raw text"].value == pytest.approx(100 * (1 - 1 / 4))
    left_in = figures["main event by lead order: MAP lost with boilerplate left in"]
    assert left_in.value == pytest.approx(100 * (1 - (1 / 2 + 2 / 3) / 2))
    assert figures["main event by centrality: MAP lost on raw text"].target is not None
    assert figures["boilerplate: found"].value == 0
    assert figures["boilerplate: others taken for it"].value == 50


def test_a_filter_as_good_as_gold_loses_nothing() -> None:
    labels = ["boilerplate", "historical", "main", "main", "main", "main"]
    values = list_values(measure_boilerplate([build_corpus("roles", ROLE_MAP, ROLES, labels, name=DISCOURSE_CORPUS)]))
    assert values["main event by centrality: MAP lost on raw text"] == 0
    assert values["main event by lead order: MAP lost on raw text"] == 0
    assert values["main event by lead order: MAP lost with boilerplate left in"] == pytest.approx(100 / 6)
    assert (values["boilerplate: found"], values["boilerplate: others taken for it"]) == (100, 0)
