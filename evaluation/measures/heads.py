"""Figures of every head of the encoder, with the weights that read the corpora."""

from evaluation.figures import Figure
from evaluation.measures.attribution import measure_attribution
from evaluation.measures.entities import measure_entities
from evaluation.measures.sentence_labels import measure_facts, measure_sentence_labels
from evaluation.measures.sentences import measure_sentences
from evaluation.readings import CorpusReadings
from service.components.encoder.heads import HEADS


def measure_heads(corpora: list[CorpusReadings]) -> dict[str, list[Figure]]:
    """Head name → its figures; the first of each is the one that stands for the head."""
    figures = {
        "entities": measure_entities(corpora),
        "attribution": measure_attribution(corpora),
        "sentences": measure_sentences(corpora),
    }
    for name, head in HEADS.items():
        if head.level == "sentence":
            figures[name] = measure_sentence_labels(corpora, name)
    figures["claims"].append(measure_facts(corpora))
    return figures
