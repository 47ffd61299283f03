"""The clauses of an article that may be key claims."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from spacy.tokens import Doc, Span

from service.components.article_text import read_text
from service.components.claims.boilerplate import is_boilerplate
from service.components.claims.modality import find_modality
from service.components.claims.patterns import KIND_PATTERNS, OPENERS
from service.components.claims.quantities import find_quantities
from service.components.claims.ranking import Candidate
from service.components.claims.signs import FORM_SIGNS, ROLES, Assertion, collect_words
from service.components.encoder.heads import HEADS, find_columns
from service.components.encoder.scores import Floats, WordScores, read_word_scores, softmax
from service.components.span_keys import DATELINE, QUOTATIONS
from service.text.headlines import HEAD, is_headline
from service.text.spans import Coverage, Offsets

MIN_WORDS = 5
# A clause takes the place of its sentence when reported speech covers at least this share of it. nDCG@5 on the
# development half of our own articles: 69.4 % at 0.5 and 0.65, 71.6 at 0.8 and 0.95. Shorter clauses lack a subject.
REPORTED_SHARE = 0.8


@dataclass(frozen=True, slots=True)
class SentenceScores:
    """What the sentence heads say of a sentence: (n_roles,), and the chances of a fact, of its worth and of opinion."""

    roles: tuple[float, ...]
    factual: float
    check_worthy: float
    subjective: float


def find_candidates(doc: Doc) -> list[Candidate]:
    """The clauses of doc that assert something, in order: no headline, dateline, question, credit or plea."""
    scores = read_word_scores(doc)
    text = read_text(doc)
    quotations = doc.spans.get(QUOTATIONS, ())
    reported = Coverage.of((span.start_char, span.end_char) for span in quotations)
    direct = Coverage.of((span.start_char, span.end_char) for span in quotations if span.label_ == "direct")
    dateline_end = max((span.end_char for span in doc.spans.get(DATELINE, ())), default=0)
    candidates: list[Candidate] = []
    for sent, read in read_sentences(scores, list(doc.sents)):
        sentence = text[sent.start_char : sent.end_char]
        if is_headline(text, sent.start_char, sent.end_char) or "?" in sentence[-3:]:
            continue
        if is_boilerplate(sentence, read.roles[ROLES.index("boilerplate")]):
            continue
        start, end = find_clause(text, sent, reported, dateline_end)
        clause = text[start:end]
        if len(clause.split()) >= MIN_WORDS:
            assertion = Assertion(
                words=collect_words(clause),
                roles=read.roles,
                factual=read.factual,
                check_worthy=read.check_worthy,
                forms=find_forms(clause),
                quantities=len(find_quantities(clause)),
                reported=find_share(start, end, reported),
                direct=find_share(start, end, direct),
            )
            candidates.append(Candidate(start, end, assertion, read.subjective))
    return candidates


def find_forms(clause: str) -> frozenset[str]:
    """Those of FORM_SIGNS that the words of a clause have.

    >>> sorted(find_forms("Prices may have fallen because of the strike."))
    ['causal', 'hedged', 'trend']
    """
    kinds = {kind for kind, pattern in KIND_PATTERNS if pattern.search(clause)}
    return frozenset(FORM_SIGNS) & {*kinds, *find_modality(clause)}


def find_headline(doc: Doc) -> frozenset[str]:
    """The content words of doc's first headline that is no byline; empty where there is none."""
    text = read_text(doc)
    for sent in doc.sents:
        if sent.start_char > HEAD:
            break
        if is_headline(text, sent.start_char, sent.end_char) and not sent.text.startswith("By "):
            return collect_words(sent.text)
    return frozenset()


def find_share(start: int, end: int, covered: Coverage) -> float:
    """How much of start to end is covered, 0 to 1.

    >>> find_share(0, 10, Coverage.of([(5, 20)]))
    0.5
    """
    touched = covered.find_touched(start, end)
    return sum(min(end, last) - max(start, first) for first, last in touched) / (end - start)


def read_sentences(scores: WordScores, sents: list[Span]) -> Iterator[tuple[Span, SentenceScores]]:
    """Those of a Doc's sentences that have MIN_WORDS words or more, each with what the sentence heads say of it."""
    firsts = np.searchsorted(scores.tokens, [sent.start for sent in sents])
    counts = np.diff(np.append(firsts, len(scores.tokens)))
    worded = np.flatnonzero(counts)
    if not len(worded):
        return
    sums: Floats = np.add.reduceat(scores.table, firsts[worded])
    means = (sums / counts[worded, np.newaxis]).astype(np.float32)
    roles, claims, opinion = (softmax(means[:, find_columns(head)]) for head in ("roles", "claims", "opinion"))
    factual = 1 - claims[:, HEADS["claims"].labels.index("non_factual")]
    check_worthy = claims[:, HEADS["claims"].labels.index("check_worthy")]
    subjective = opinion[:, HEADS["opinion"].labels.index("subjective")]
    for row, at in enumerate(worded.tolist()):
        if counts[at] >= MIN_WORDS:
            yield (
                sents[at],
                SentenceScores(
                    roles=tuple(roles[row].tolist()),
                    factual=float(factual[row]),
                    check_worthy=float(check_worthy[row]),
                    subjective=float(subjective[row]),
                ),
            )


def find_clause(text: str, sent: Span, reported: Coverage, dateline_end: int) -> Offsets:
    """The clause that a sentence asserts: what it reports, where that is most of it, or all but its opening adverb."""
    start, end = trim_sentence(text, sent, dateline_end)
    inside = [(max(start, first), min(end, last)) for first, last in reported.find_touched(start, end)]
    inside = [(first, last) for first, last in inside if last - first >= REPORTED_SHARE * (end - start)]
    if inside:
        return inside[0]
    opener = OPENERS.match(text, start, end)
    return (opener.end() if opener else start), end


def trim_sentence(text: str, sent: Span, dateline_end: int) -> Offsets:
    """The sentence without blanks at its ends, and without the dateline and its separator."""
    start, end = max(sent.start_char, min(dateline_end, sent.end_char)), sent.end_char
    while start < end and (
        text[start].isspace() or ((start >= dateline_end > sent.start_char) and text[start] in "-–—―:.)_|")
    ):
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end
