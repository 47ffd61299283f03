"""Figures of the attribution head: words and exact spans of sources, cues and contents."""

from evaluation.figures import Figure, Target, figure_f1
from evaluation.readings import CorpusReadings, Reading, find_span_words
from evaluation.scores.attributions import WordRange, score_attribution_spans, score_attribution_words
from evaluation.scores.counts import Counts, add_counts
from service.components.encoder.bio import decode_spans
from service.components.encoder.heads import ATTRIBUTION_TYPES, HEADS
from training.corpora.annotated import UNKNOWN

HEAD = "attribution"
WORD_TARGETS = {"CONTENT": Target(91.5, "at least"), "SOURCE": Target(82.0, "at least")}
SPAN_TARGETS = {"CONTENT": Target(64.0, "at least")}


def measure_attribution(corpora: list[CorpusReadings]) -> list[Figure]:
    """The head's F1 over the words of all three roles, then for each role over words and over exact spans."""
    words: dict[str, list[Counts]] = {name: [] for name in ATTRIBUTION_TYPES}
    spans: dict[str, list[Counts]] = {name: [] for name in ATTRIBUTION_TYPES}
    for corpus in corpora:
        if HEAD not in corpus.maps:
            continue
        for reading in corpus.readings:
            gold, unknown = find_gold_ranges(reading)
            found = find_ranges(reading)
            for name in ATTRIBUTION_TYPES:
                words[name].append(score_attribution_words(gold, found, unknown, name))
                spans[name].append(score_attribution_spans(gold, found, unknown, name))
    together = [add_counts(counts) for counts in zip(*words.values(), strict=True)]
    figures = [figure_f1("attribution: all words F1", together)]
    for name in ATTRIBUTION_TYPES:
        figures.append(figure_f1(f"attribution: {name} words F1", words[name], WORD_TARGETS.get(name)))
    figures.extend(
        figure_f1(f"attribution: {name} spans F1", spans[name], SPAN_TARGETS.get(name)) for name in ATTRIBUTION_TYPES
    )
    return figures


def find_gold_ranges(reading: Reading) -> tuple[list[WordRange], set[int]]:
    """The annotated spans as ranges of words, and the words that the annotators set aside."""
    ranges: list[WordRange] = []
    unknown: set[int] = set()
    for span in reading.annotated.spans[HEAD]:
        words = find_span_words(span, reading.words).tolist()
        if span.label == UNKNOWN:
            unknown.update(words)
        elif words:
            ranges.append(WordRange(words[0], words[-1] + 1, span.label))
    return ranges, unknown


def find_ranges(reading: Reading) -> list[WordRange]:
    """The decoded spans as ranges of words."""
    scores = reading.words.read_head(HEAD)
    spans = decode_spans(scores, HEADS[HEAD].labels, reading.words.pieces.paragraphs)
    return [WordRange(span.first, span.last, span.type) for span in spans]
