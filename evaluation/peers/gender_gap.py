"""Rules over a dependency parse after those of the Gender Gap Tracker: syntax first, then marks.

Written anew from what the tracker does. Where it reads straight marks only, this reads every double mark.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from spacy.tokens import Doc, Span, Token

from evaluation.peers.reporting_verbs import FORMS
from evaluation.scores.quoted_sources import ScoredQuote

MARKS = frozenset({'"', "“", "”", "''", "``"})
OWN_VOICES = frozenset({"i", "we"})
COPULAS = frozenset({"is", "was", "be"})
LEAST_WORDS = 4
# Between marks, in tokens, the marks included.
SHORTEST = 7
LONGEST = 99
# How many tokens away from the marks a verb may stand, and how many sentences one quotation may run on.
REACH = 4
MOST_SENTENCES = 5


@dataclass(frozen=True, slots=True)
class Finding:
    """A quotation as it was read. speaker: None where it has none. opens: the sentences after it may go on with it."""

    content: Span
    speaker: Span | None
    opens: bool = False


def find_quotes(doc: Doc) -> list[ScoredQuote]:
    """The quotations of a parsed text: of two that overlap, the one that the earlier rule found."""
    syntactic = [*find_complements(doc), *find_accordings(doc)]
    findings = [*syntactic, *find_continuations(doc, syntactic), *find_marked(doc)]
    kept: list[Finding] = []
    for finding in findings:
        if len(finding.content.text.split()) >= LEAST_WORDS and not any(
            overlaps(finding.content, other.content) for other in kept
        ):
            kept.append(finding)
    return [convert(finding) for finding in kept]


def convert(finding: Finding) -> ScoredQuote:
    """A finding as it is scored."""
    speaker = finding.speaker
    speakers = ((speaker.start_char, speaker.end_char),) if speaker is not None else ()
    return ScoredQuote(((finding.content.start_char, finding.content.end_char),), speakers, find_kind(finding.content))


def find_kind(content: Span) -> str:
    """Whether a content is direct, between marks; mixed, with a mark in it; or indirect."""
    if is_marked(content):
        return "direct"
    return "mixed" if any(token.text in MARKS for token in content) else "indirect"


def overlaps(one: Span, other: Span) -> bool:
    """Whether two spans share a token."""
    return one.start < other.end and other.start < one.end


def find_complements(doc: Doc) -> Iterator[Finding]:
    """The clausal complements of reporting verbs that have a subject."""
    for token in doc:
        verb = token.head
        if token.dep_ != "ccomp" or verb.text.lower() not in FORMS:
            continue
        subject = find_subject(verb) or find_subject(verb.head)
        if subject is None:
            continue
        content, speaker = span_subtree(token), span_subtree(subject)
        if speaker.text.strip().lower() in OWN_VOICES or is_all_marked(content, speaker, verb):
            continue
        yield Finding(content, speaker, opens=is_opening(content, speaker, verb))


def find_subject(verb: Token) -> Token | None:
    """The first active subject of a verb, or None."""
    return next((child for child in verb.children if child.dep_ == "nsubj"), None)


def span_subtree(token: Token) -> Span:
    """All that hangs from a token, and what stands between."""
    return token.doc[token.left_edge.i : token.right_edge.i + 1]


def is_all_marked(content: Span, speaker: Span, verb: Token) -> bool:
    """Whether one pair of marks holds content, speaker and verb: a report within a quotation."""
    doc = content.doc
    first = min(content.start, speaker.start, verb.i)
    last = max(content.end, speaker.end, verb.i + 1)
    return first > 0 and doc[first - 1].text in MARKS and last < len(doc) and doc[last].text in MARKS


def is_marked(content: Span) -> bool:
    """Whether marks stand at both ends of a span, inside or outside it."""
    doc = content.doc
    before = {doc[max(0, content.start - 1)].text, doc[content.start].text}
    behind = {token.text for token in doc[content.end - 1 : content.end + 2]}
    return not MARKS.isdisjoint(before) and not MARKS.isdisjoint(behind)


def is_opening(content: Span, speaker: Span, verb: Token) -> bool:
    """Whether a quotation may go on in the next sentence: it comes first, in marks or before speaker and then verb."""
    if content.start >= min(speaker.start, verb.i):
        return False
    return is_marked(content) or speaker.start < verb.i


def find_accordings(doc: Doc) -> Iterator[Finding]:
    """What stands before or behind "according to" somebody."""
    for to in doc:
        according = to.head
        if to.dep_ != "prep" or to.text != "to" or according.text.lower() != "according":
            continue
        head = according.head
        if according.i < head.i:
            content = doc[according.right_edge.i + 1 : head.right_edge.i + 1]
            speaker = doc[to.i + 1 : according.right_edge.i + 1]
        else:
            content = doc[head.left_edge.i : according.i]
            speaker = doc[to.i + 1 : head.right_edge.i + 1]
        if content and speaker:
            yield Finding(content, speaker)


def find_continuations(doc: Doc, findings: list[Finding]) -> Iterator[Finding]:
    """Sentences in marks that follow one with an opening quotation: its speaker goes on."""
    sents = list(doc.sents)
    reached = 0
    for number, (previous, sent) in enumerate(pairwise(sents), start=1):
        opener = find_opener(previous, findings)
        if number < reached or opener is None or not starts_marked(sent):
            continue
        for last, other in enumerate(sents[number : number + MOST_SENTENCES], start=number + 1):
            if closes_marked(other, is_first=other.start == sent.start):
                yield Finding(doc[sent.start : other.end], opener.speaker)
                reached = last
                break


def find_opener(sent: Span, findings: list[Finding]) -> Finding | None:
    """The opening quotation that makes up half of a sentence, or of which half stands in it; None without one."""
    for finding in findings:
        shared = min(sent.end, finding.content.end) - max(sent.start, finding.content.start)
        if finding.opens and shared > 0 and shared >= min(len(sent), len(finding.content)) / 2:
            return finding
    return None


def starts_marked(sent: Span) -> bool:
    """Whether a sentence starts with a mark; blanks do not count."""
    words = [token for token in sent if not token.is_space]
    return bool(words) and words[0].text in MARKS


def closes_marked(sent: Span, *, is_first: bool) -> bool:
    """Whether the only mark of a sentence, but for the one that the first begins with, stands among its last tokens."""
    words = [token for token in sent if not token.is_space]
    marks = [at for at, token in enumerate(words) if token.text in MARKS and not (is_first and at == 0)]
    return len(marks) == 1 and marks[0] >= len(words) - 3


def find_marked(doc: Doc) -> Iterator[Finding]:
    """What stands between marks, taken in pairs as they come, with the subject of the nearest verb."""
    marks = [token.i for token in doc if token.text in MARKS]
    for start, end in zip(marks[::2], marks[1::2], strict=False):
        content = doc[start : end + 1]
        if SHORTEST <= len(content) <= LONGEST:
            verb = find_nearest_verb(content)
            subject = find_subject(verb) if verb is not None else None
            yield Finding(content, doc[subject.i : subject.i + 1] if subject is not None else None)


def find_nearest_verb(content: Span) -> Token | None:
    """The first verb within reach before a quotation, or else behind it, in the same sentence; None without one."""
    doc = content.doc
    before = [doc[at] for at in range(content.start - 1, max(-1, content.start - 1 - REACH), -1)]
    behind = [doc[at] for at in range(content.end, min(len(doc), content.end + REACH + 1))]
    for tokens in (before, behind):
        for token in tokens:
            if token.pos_ == "VERB" and token.text not in COPULAS:
                return token
            if token.text == "." or token.text in MARKS:
                break
    return None
