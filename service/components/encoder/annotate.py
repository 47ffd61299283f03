"""The component "news_encoder": runs the network once, and marks what every output shares: entities and sentences."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import SENT_START
from spacy.language import Language
from spacy.tokens import Doc, Span

from service.components.article_text import read_text
from service.components.encoder.agreement import agree_on_types
from service.components.encoder.bio import WordSpan, decode_spans
from service.components.encoder.heads import HEADS
from service.components.encoder.network import Network
from service.components.encoder.pieces import Ints
from service.components.encoder.scores import Floats, WordScores, read_word_scores, softmax
from service.components.given_names import fold_given_name, load_given_names
from service.errors import ModelError
from service.text.names import LETTERS

# Marks with which no name begins, and with which none ends.
LEADING_MARKS = frozenset(")-–—,;:/.'\"”’")
TRAILING_MARKS = frozenset("(-–—,;:/“‘")
# The full stop behind these belongs to a name.
ABBREVIATIONS = frozenset(("bros", "co", "corp", "inc", "jr", "ltd", "sr"))
# What an entity costs that begins directly behind another, and what every further word of an organisation gains, in
# log-odds: two names that touch are mostly one that broke ("Imperial College" before "London"). ORG F1 on the dev sets
# of worldwide, conll2003 and finer_ord: 74.0, 89.6, 75.3 without both; 74.6, 90.2, 76.0 with the first alone at 1 (2
# and 3 are as good); 74.6, 90.1, 76.6 with both.
TOUCHING_ENTITIES = 1.0
LONGER_ORGANISATIONS = 0.6
# Words of a person's name with letters behind it.
FEWEST_LETTERED = 3
BLANKS = (" ", "\u00a0")
WEIGHTS_NAME = "weights.onnx"
LABELS_NAME = "labels.json"


class NewsEncoder:
    """The component; window is in word pieces, threshold the least probability of a sentence start."""

    def __init__(self, *, window: int, sentence_threshold: float) -> None:
        self.window = window
        self.sentence_threshold = sentence_threshold
        self.network: Network | None = None
        self._weights = b""

    def __call__(self, doc: Doc) -> Doc:
        """Annotate doc with scores, entities and sentence starts; ValueError where no weights are loaded."""
        if self.network is None:
            raise ValueError(f"no weights: load the pipeline from a folder that holds {WEIGHTS_NAME}")
        words = read_word_scores(doc)
        table = self.network.score_words(words.pieces, window=self.window)
        scores = replace(words, table=table, window=self.window)
        doc._.word_scores = scores
        annotate_sentences(doc, scores, threshold=self.sentence_threshold)
        entities = find_entities(read_text(doc), scores)
        doc.set_ents([span for entity in entities for span in trim_entity(build_span(doc, scores, entity))])
        return doc

    def load_weights(self, weights: bytes) -> None:
        """Start the network from an ONNX file's content."""
        self._weights = weights
        self.network = Network(weights)

    def to_disk(self, path: Path | str, *, exclude: Iterable[str] = ()) -> None:
        """Write weights and labels to the folder of this path."""
        folder = Path(path)
        folder.mkdir(parents=True, exist_ok=True)
        (folder / WEIGHTS_NAME).write_bytes(self._weights)
        (folder / LABELS_NAME).write_text(spell_labels(), encoding="utf-8")

    def from_disk(self, path: Path | str, *, exclude: Iterable[str] = ()) -> "NewsEncoder":
        """Read the weights from the folder of this path; ModelError where they were made for other labels."""
        folder = Path(path)
        if (folder / LABELS_NAME).read_text(encoding="utf-8") != spell_labels():
            raise ModelError(f"{LABELS_NAME} names other heads or labels than this version of the service")
        self.load_weights((folder / WEIGHTS_NAME).read_bytes())
        return self


@Language.factory(
    "news_encoder",
    assigns=["doc.ents", "token.is_sent_start", "doc._.word_scores"],
    default_config={"window": 192, "sentence_threshold": 0.5},
)
def create_news_encoder(nlp: Language, name: str, window: int, sentence_threshold: float) -> NewsEncoder:
    """The component's entry in a pipeline's config."""
    return NewsEncoder(window=window, sentence_threshold=sentence_threshold)


def spell_labels() -> str:
    """The heads and their labels, in the order of the network's columns, as JSON."""
    return json.dumps({name: {"level": head.level, "labels": head.labels} for name, head in HEADS.items()}, indent=1)


def annotate_sentences(doc: Doc, scores: WordScores, *, threshold: float) -> Doc:
    """Mark the sentence starts on doc: where the head sees one, and at each paragraph."""
    starts = find_sentence_starts(scores, threshold=threshold)
    marks = np.full((len(doc), 1), -1, dtype=np.int64)
    marks[scores.tokens[starts]] = 1
    marks[:1] = 1
    # The mark of "no start" is -1, which spaCy reads from an unsigned array.
    doc.from_array([SENT_START], marks.view(np.uint64))  # type: ignore[arg-type]
    return doc


def find_sentence_starts(scores: WordScores, *, threshold: float) -> NDArray[np.bool_]:
    """(n_words,) whether a sentence starts at the word."""
    is_start: NDArray[np.bool_] = softmax(scores.read_head("sentences"))[:, 1] >= threshold
    return is_start | (np.diff(scores.pieces.paragraphs, prepend=-1) > 0)


def find_entities(text: str, scores: WordScores) -> list[WordSpan]:
    """The named entities of text, in order; mentions of one name agree on their type where they can."""
    head = scores.read_head("entities")
    starts, ends = scores.pieces.starts, scores.pieces.ends
    spans = join_persons(text, decode_entities(head, scores.pieces.paragraphs), starts, ends)
    names = [text[int(starts[span.first]) : int(ends[span.last - 1])] for span in spans]
    agreed = agree_on_types(spans, [name.casefold() for name in names], head)
    return [
        replace(span, type="PERSON") if span.type == "ORG" and is_person_with_letters(name.split()) else span
        for span, name in zip(agreed, names, strict=True)
    ]


def is_person_with_letters(words: Sequence[str]) -> bool:
    """Whether the words of a name are a person's, with letters behind: a given name first.

    >>> is_person_with_letters("Deirdre Marsh KC".split()), is_person_with_letters("Sporting KC".split())
    (True, False)
    """
    is_lettered = len(words) >= FEWEST_LETTERED and words[-1] in LETTERS
    return is_lettered and fold_given_name(words[0]) in load_given_names()


def decode_entities(head: Floats, paragraphs: Ints) -> list[WordSpan]:
    """The named entities by their words alone; head: (n_words, n_labels) log-odds."""
    labels = HEADS["entities"].labels
    longer = np.where(np.array(labels) == "I-ORG", np.float32(LONGER_ORGANISATIONS), np.float32(0))
    return decode_spans(head + longer, labels, paragraphs, touching=TOUCHING_ENTITIES)


def join_persons(text: str, spans: list[WordSpan], starts: Ints, ends: Ints) -> list[WordSpan]:
    """The spans, persons who are parted by a blank alone as one: no text names two side by side without a mark.

    Of eight such pairs in the dev sets of six corpora and the development half of gold seven are one name.
    starts, ends: (n_words,) offsets.
    """
    joined: list[WordSpan] = []
    for span in spans:
        before = joined[-1] if joined else span
        is_one_name = (
            before.type == span.type == "PERSON"
            and before.last == span.first
            and text[int(ends[before.last - 1]) : int(starts[span.first])] in BLANKS
        )
        if is_one_name:
            joined[-1] = replace(before, last=span.last, probability=min(before.probability, span.probability))
        else:
            joined.append(span)
    return joined


def trim_entity(span: Span) -> list[Span]:
    """The entity without marks that begin or end no name, its abbreviation's full stop taken in; none if only marks."""
    doc, first, last = span.doc, span.start, span.end
    while first < last and doc[first].text in LEADING_MARKS:
        first += 1
    while first < last and doc[last - 1].text in TRAILING_MARKS:
        last -= 1
    if first == last:
        return []
    before = doc[last - 1]
    if last < len(doc) and doc[last].text == "." and before.text.lower() in ABBREVIATIONS and not before.whitespace_:
        last += 1
    return [Span(doc, first, last, label=span.label_)]


def build_span(doc: Doc, scores: WordScores, found: WordSpan) -> Span:
    """The words of a decoded span as a Span of doc, its type the label."""
    return Span(doc, int(scores.tokens[found.first]), int(scores.tokens[found.last - 1]) + 1, label=found.type)
