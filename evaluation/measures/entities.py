"""Figures of the entities head: exact-span F1 for each corpus and type."""

from evaluation.figures import Figure, Target, figure_f1
from evaluation.readings import CorpusReadings, list_gold_entities
from evaluation.scores.counts import Counts, add_counts
from evaluation.scores.entities import score_entities

HEAD = "entities"
TARGETS = {
    ("worldwide", "all types"): Target(83.0, "at least"),
    ("worldwide", "ORG"): Target(77.0, "at least"),
    ("conll2003", "ORG"): Target(91.0, "at least"),
    ("finer_ord", "ORG"): Target(82.0, "at least"),
}


def measure_entities(corpora: list[CorpusReadings]) -> list[Figure]:
    """The head's F1 over everything, then for each corpus over all its types and for each of them."""
    figures: list[Figure] = []
    totals: list[Counts] = []
    for corpus in corpora:
        if HEAD not in corpus.maps:
            continue
        by_group = count_corpus(corpus)
        together = [add_counts(counts) for counts in zip(*by_group.values(), strict=True)]
        totals.extend(together)
        for group, counts in {"all types": together, **by_group}.items():
            target = TARGETS.get((corpus.name, group))
            figures.append(figure_f1(f"entities, {corpus.name}: {group} F1", counts, target))
    return [figure_f1("entities, all corpora: F1", totals), *figures]


def count_corpus(corpus: CorpusReadings) -> dict[str, list[Counts]]:
    """For each group of types the counts of each text of a corpus."""
    by_group: dict[str, list[Counts]] = {}
    for reading in corpus.readings:
        gold = list_gold_entities(reading.annotated)
        for group, counts in score_entities(gold, list(reading.entities), corpus.maps[HEAD]).items():
            by_group.setdefault(group, []).append(counts)
    return by_group
