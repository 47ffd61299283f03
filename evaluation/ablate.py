"""Ablation: `python -m evaluation.ablate DATA [--weights NAME=FILE …]` measures the network with one thing changed.

Reads the same development sets with other weights, other windows, and plainer decoding, and prints a Markdown table.
"""

import argparse
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import numpy as np
import spacy
from spacy.language import Language

import service.components  # noqa: F401  (registers the factories)
from evaluation.measures.attribution import measure_attribution
from evaluation.measures.entities import measure_entities
from evaluation.measures.sentence_labels import measure_sentence_labels
from evaluation.measures.sentences import measure_sentences
from evaluation.readings import CorpusReadings, Reading, find_encoder, find_starts
from evaluation.scores.entities import Entity
from service.components.encoder.annotate import build_span, decode_entities, find_entities, trim_entity
from service.components.encoder.bio import WordSpan
from service.components.encoder.heads import COLUMN_COUNT, ENTITY_TYPES
from service.components.encoder.network import Network
from service.components.encoder.pieces import Pieces
from service.components.encoder.scores import Floats, WordScores, read_word_scores, softmax
from service.components.encoder.windows import lay_out, pack_ranges
from service.pipeline.extractor import MODEL_PATH
from training.corpora.annotated import AnnotatedText
from training.corpora.catalogue import Corpus, list_corpora

CORPORA = (
    "worldwide",
    "conll2003",
    "finer_ord",
    "polnear",
    "ewt",
    "gum",
    "news_discourse",
    "claimbuster",
    "newssd_eng",
    "causal_news",
    "press_claim_strength",
)
LABELLED = ("roles", "claims", "opinion", "causality")
WINDOWS = (64, 128, 256, 384)
OVERLAP = 32
# Column → the figure in it.
COLUMNS = {
    "worldwide ORG": "entities, worldwide: ORG F1",
    "worldwide all": "entities, worldwide: all types F1",
    "conll2003 ORG": "entities, conll2003: ORG F1",
    "finer_ord ORG": "entities, finer_ord: ORG F1",
    "PolNeAR source words": "attribution: SOURCE words F1",
    "content words": "attribution: CONTENT words F1",
    "content spans": "attribution: CONTENT spans F1",
    "sentences": "sentences, all corpora: boundary F1",
    **{head: f"{head}: macro-F1" for head in LABELLED},
}

Decode = Callable[[str, WordScores], list[WordSpan]]


@dataclass(frozen=True, slots=True)
class Variant:
    """What is measured. weights: an ONNX file. window: in pieces, None for the shipped one. decode: of entities.

    context: how many pieces at either edge of a window are only read, their own scores coming from its neighbours.
    """

    name: str
    weights: Path
    window: int | None = None
    context: int = 0
    decode: Decode = find_entities


class OverlappingNetwork(Network):
    """A network whose windows overlap by context pieces on either side, and which scores only what lies between."""

    def __init__(self, weights: bytes, context: int) -> None:
        super().__init__(weights)
        self.context = context

    def score_words(self, pieces: Pieces, *, window: int) -> Floats:
        """(n_words, n_columns) log-odds, from windows of at most this many pieces."""
        table = np.zeros((len(pieces.firsts), COLUMN_COUNT), dtype=np.float32)
        # A part of the context is left for the separators between paragraphs.
        reach = self.context * 3 // 4
        for first, last in pack_ranges(pieces, limit=window - 2 * self.context):
            begin = int(np.searchsorted(pieces.firsts, pieces.firsts[first] - reach))
            end = int(np.searchsorted(pieces.firsts, pieces.firsts[last - 1] + reach, side="right"))
            row = lay_out(pieces, begin, end, limit=window)
            table[first:last] = self.score_window(row)[row.rows][first - begin : last - begin]
        return table


def decode_alone(text: str, scores: WordScores) -> list[WordSpan]:
    """The entities by Viterbi's algorithm, without agreement between mentions."""
    return decode_entities(scores.read_head("entities"), scores.pieces.paragraphs)


def decode_greedily(text: str, scores: WordScores) -> list[WordSpan]:
    """The entities by the best label of each word; an inside label that continues nothing opens a span."""
    head = scores.read_head("entities")
    probabilities = softmax(head).max(axis=1).tolist()
    spans: list[WordSpan] = []
    for word, label in enumerate(head.argmax(axis=1).tolist()):
        if label == 0:
            continue
        name = ENTITY_TYPES[(label - 1) // 2]
        is_inside = label % 2 == 0
        before = spans[-1] if spans else None
        if is_inside and before is not None and before.last == word and before.type == name:
            spans[-1] = WordSpan(before.first, word + 1, name, before.probability)
        else:
            spans.append(WordSpan(word, word + 1, name, probabilities[word]))
    return spans


def list_variants(weights: dict[str, Path]) -> list[Variant]:
    """The shipped network, then with one thing changed; weights: name → further files."""
    shipped = MODEL_PATH / "news_encoder/weights.onnx"
    return [
        Variant("as shipped", shipped),
        *(Variant(name, path) for name, path in weights.items()),
        Variant("mentions of a name do not agree on its type", shipped, decode=decode_alone),
        Variant("best label of each word in place of Viterbi", shipped, decode=decode_greedily),
        *(Variant(f"windows of {window} pieces", shipped, window) for window in WINDOWS),
        Variant(f"windows that overlap by {OVERLAP} pieces on either side", shipped, context=OVERLAP),
    ]


def measure(nlp: Language, variant: Variant, corpora: list[Corpus], *, limit: int | None) -> list[float]:
    """The values of COLUMNS."""
    encoder = find_encoder(nlp)
    weights = variant.weights.read_bytes()
    encoder.load_weights(weights)
    if variant.context:
        encoder.network = OverlappingNetwork(weights, variant.context)
    shipped_window = encoder.window
    encoder.window = variant.window or shipped_window
    read = [
        CorpusReadings(
            corpus.name,
            corpus.maps,
            tuple(read_text(nlp, annotated, variant.decode) for annotated in islice(corpus.read(), limit)),
        )
        for corpus in corpora
    ]
    encoder.window = shipped_window
    figures = [*measure_entities(read), *measure_attribution(read), *measure_sentences(read)]
    figures += [figure for head in LABELLED for figure in measure_sentence_labels(read, head)]
    values = {figure.name: figure.value for figure in figures}
    return [values[name] for name in COLUMNS.values()]


def read_text(nlp: Language, annotated: AnnotatedText, decode: Decode) -> Reading:
    """One annotated text, its entities decoded in this way."""
    doc = find_encoder(nlp)(nlp.make_doc(annotated.text))
    scores = read_word_scores(doc)
    spans = [part for span in decode(doc.text, scores) for part in trim_entity(build_span(doc, scores, span))]
    entities = tuple(Entity(span.start_char, span.end_char, span.label_) for span in spans)
    return Reading(annotated, entities, find_starts(doc), scores)


def spell_rows(rows: Iterator[tuple[str, list[float]]]) -> Iterator[str]:
    """A Markdown table, line by line."""
    yield "| | " + " | ".join(COLUMNS) + " |"
    yield "| --- |" + " ---: |" * len(COLUMNS)
    for name, values in rows:
        yield f"| {name} | " + " | ".join(f"{value:.1f}" for value in values) + " |"


def main() -> None:
    """Print the table, each row as soon as it is measured."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.ablate", description=__doc__)
    parser.add_argument("data", type=Path, help="folder of the corpora")
    parser.add_argument("--weights", action="append", default=[], metavar="NAME=FILE", help="further ONNX weights")
    parser.add_argument("--alone", action="store_true", help="measure nothing but the further weights")
    parser.add_argument("--limit", type=int, help="at most so many texts of each set")
    options = parser.parse_args()
    named = (item.rpartition("=") for item in options.weights)
    weights = {name: Path(path) for name, _, path in named}
    variants = [variant for variant in list_variants(weights) if variant.name in weights or not options.alone]
    # The encoder alone is measured.
    nlp = spacy.load(MODEL_PATH, exclude=["news_sources"])
    corpora = [corpus for corpus in list_corpora(options.data, "dev") if corpus.name in CORPORA]
    rows = ((variant.name, measure(nlp, variant, corpora, limit=options.limit)) for variant in variants)
    for line in spell_rows(rows):
        print(line, flush=True)


if __name__ == "__main__":
    main()
