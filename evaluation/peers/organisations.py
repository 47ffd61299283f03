"""The table of organisations: who marks their names in the development sets, and all other entities."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path

from spacy.language import Language

from evaluation.figures import Figure, figure_f1
from evaluation.peers import compromise, spacy_ner, spacy_pipeline
from evaluation.peers.parse import load_parser, name_parser
from evaluation.peers.rows import OURS, Row, Table
from evaluation.readings import list_gold_entities, read_text
from evaluation.scores.counts import Counts, add_counts
from evaluation.scores.entities import Entity, score_entities
from training.corpora.annotated import AnnotatedText
from training.corpora.catalogue import LabelMap, list_entity_corpora

CORPORA = ("worldwide", "conll2003", "finer_ord")
ORG = "ORG"

ReadTexts = Callable[[list[str]], list[list[Entity]]]


@dataclass(frozen=True, slots=True)
class DevelopmentSet:
    """A corpus to measure on. label_map: what its labels mean in ours."""

    name: str
    label_map: LabelMap
    texts: tuple[AnnotatedText, ...]


def measure_organisations(nlp: Language, data: Path, work: Path, *, steps: int, limit: int | None = None) -> Table:
    """Every system's figures, on at most limit texts of each set.

    nlp: our pipeline. work: where the trained peer is kept. steps: how long it is trained.
    """
    sets = read_sets(data, limit=limit)
    trained = spacy_ner.load_trained(data / "organisations", work, corpora=CORPORA, steps=steps, limit=limit)
    rows = [
        measure_compromise(sets),
        measure_pipeline(load_parser(), sets),
        Row(
            "spaCy CNN NER",
            f"{spacy_ner.name_system()}, trained for {steps} steps on the same three corpora",
            list_figures(sets, partial(spacy_ner.read_texts, trained), all_types=True),
        ),
        Row(OURS, "service/model", list_figures(sets, partial(read_ours, nlp), all_types=True)),
    ]
    counted = ", ".join(f"{corpus.name} {len(corpus.texts)}" for corpus in sets)
    texts = f"Texts of the dev sets: {counted}. F1 of exact spans and types, as the corpora annotate them."
    return Table("Organisations, and all entities", texts, tuple(rows))


def read_sets(data: Path, *, limit: int | None) -> tuple[DevelopmentSet, ...]:
    """The development sets, at most limit texts of each."""
    corpora = {corpus.name: corpus for corpus in list_entity_corpora(data / "organisations", "dev")}
    return tuple(
        DevelopmentSet(name, corpora[name].maps["entities"], tuple(islice(corpora[name].read(), limit)))
        for name in CORPORA
    )


def read_ours(nlp: Language, texts: list[str]) -> list[list[Entity]]:
    """The entities of each text by our encoder."""
    return [list(read_text(nlp, AnnotatedText(text)).entities) for text in texts]


def measure_compromise(sets: tuple[DevelopmentSet, ...]) -> Row:
    """The row of compromise; without figures where there is no Node.js or it is not installed."""
    missing = compromise.find_obstacle()
    if missing is not None:
        return Row("compromise", "", (), f"not run: {missing}")
    return Row("compromise", compromise.name_system(), list_figures(sets, compromise.read_texts, all_types=False))


def measure_pipeline(nlp: Language | None, sets: tuple[DevelopmentSet, ...]) -> Row:
    """The row of spaCy's own pipeline; without figures where it is not installed."""
    if nlp is None:
        return Row("spaCy en_core_web_sm", "", (), "not run: not installed")
    note = "as it ships, trained on OntoNotes, whose guidelines differ; leading articles cut off"
    figures = list_figures(sets, partial(spacy_pipeline.read_texts, nlp), all_types=False)
    return Row("spaCy en_core_web_sm", name_parser(), figures, note)


def list_figures(sets: tuple[DevelopmentSet, ...], read: ReadTexts, *, all_types: bool) -> tuple[Figure, ...]:
    """The figures of one system on each set; all_types: whether it knows our types, or organisations only."""
    figures: list[Figure] = []
    for corpus in sets:
        found = read([annotated.text for annotated in corpus.texts])
        counts = list(count_texts(corpus, found))
        figures.append(figure_f1(f"{corpus.name}: ORG F1", [groups[ORG] for groups in counts]))
        if all_types:
            totals = [add_counts(groups.values()) for groups in counts]
            figures.append(figure_f1(f"{corpus.name}: all types F1", totals))
    return tuple(figures)


def count_texts(corpus: DevelopmentSet, found: list[list[Entity]]) -> Iterator[dict[str, Counts]]:
    """For every text its counts for each group of types; ValueError where the lengths differ."""
    for annotated, entities in zip(corpus.texts, found, strict=True):
        gold = list_gold_entities(annotated)
        yield score_entities(gold, entities, corpus.label_map)
