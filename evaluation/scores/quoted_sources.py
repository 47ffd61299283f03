"""What counts as a right quotation, a right source and a right name.

Quotations are matched one to one, best overlap first, by intersection over union of the letters and digits of their
content: marks, blanks and a leading "that" do not count. An attribution out of scope (a belief, an intention) is an
ignore zone: finding it is neither right nor wrong.
"""

from dataclasses import dataclass

from evaluation.scores.counts import Counts

Offsets = tuple[int, int]
MATCH_IOU = 0.5
# A found quotation is ignored when this share of its letters lies in ignored attributions.
IGNORED_SHARE = 0.5


@dataclass(frozen=True, slots=True)
class ScoredQuote:
    """A quotation, gold or found. speakers: the words that name its source, empty where it has none.

    in_scope: gold out of scope is an ignore zone.
    """

    parts: tuple[Offsets, ...]
    speakers: tuple[Offsets, ...]
    kind: str
    in_scope: bool = True


@dataclass(frozen=True, slots=True)
class QuoteComparison:
    """The quotations of one article by their letters. matches: index of found → index of gold. counted: found."""

    gold: list[frozenset[int]]
    found: list[frozenset[int]]
    matches: dict[int, int]
    counted: list[int]


@dataclass(frozen=True, slots=True)
class QuoteScores:
    """Counts over one or more articles: of quotations, of those with the right source, by kind, with exact content."""

    quotes: Counts
    attributed: Counts
    exact: Counts
    recall_by_kind: dict[str, Counts]
    kind_right: Counts


def collect_letters(text: str, parts: tuple[Offsets, ...]) -> frozenset[int]:
    """The positions of the letters and digits of a content, without a leading "that".

    >>> sorted(collect_letters("“that a b,”", ((0, 11),)))
    [6, 8]
    """
    letters: set[int] = set()
    for start, end in parts:
        letters.update(at for at in range(start, end) if text[at].isalnum())
    first = min(letters, default=0)
    if text[first : first + 5].lower() == "that ":
        letters.difference_update(range(first, first + 5))
    return frozenset(letters)


def score_quotes(text: str, gold: list[ScoredQuote], found: list[ScoredQuote]) -> QuoteScores:
    """Counts for one article."""
    compared = compare_quotes(text, gold, found)
    scoped = [index for index, quote in enumerate(gold) if quote.in_scope]
    counted = len(compared.counted)
    hits = [(compared.matches[index], index) for index in compared.counted if index in compared.matches]
    attributed = sum(is_source_right(gold[expected], found[index]) for expected, index in hits)
    exact = sum(compared.gold[expected] == compared.found[index] for expected, index in hits)
    kinds = sorted({gold[index].kind for index in scoped})
    return QuoteScores(
        quotes=Counts(len(hits), counted, len(scoped)),
        attributed=Counts(attributed, counted, len(scoped)),
        exact=Counts(exact, counted, len(scoped)),
        recall_by_kind={
            kind: Counts(
                sum(gold[expected].kind == kind for expected, _ in hits),
                counted,
                sum(gold[index].kind == kind for index in scoped),
            )
            for kind in kinds
        },
        kind_right=Counts(
            sum(gold[expected].kind == found[index].kind for expected, index in hits), len(hits), len(hits)
        ),
    )


def judge_quotes(text: str, gold: list[ScoredQuote], found: list[ScoredQuote]) -> list[bool | None]:
    """For each found quotation whether its content and its source are right; None where it is not counted."""
    compared = compare_quotes(text, gold, found)
    verdicts: list[bool | None] = [None] * len(found)
    for index in compared.counted:
        expected = compared.matches.get(index)
        verdicts[index] = expected is not None and is_source_right(gold[expected], found[index])
    return verdicts


def compare_quotes(text: str, gold: list[ScoredQuote], found: list[ScoredQuote]) -> QuoteComparison:
    """The quotations of one article matched, and those found that count as hits or as false alarms."""
    gold_letters = [collect_letters(text, quote.parts) for quote in gold]
    found_letters = [collect_letters(text, quote.parts) for quote in found]
    matches = match_quotes(gold_letters, found_letters)
    ignored = frozenset[int]().union(*(gold_letters[at] for at, quote in enumerate(gold) if not quote.in_scope))
    counted = [
        index
        for index, letters in enumerate(found_letters)
        if (index in matches and gold[matches[index]].in_scope)
        or (index not in matches and len(letters & ignored) < IGNORED_SHARE * max(1, len(letters)))
    ]
    return QuoteComparison(gold_letters, found_letters, matches, counted)


def match_quotes(gold: list[frozenset[int]], found: list[frozenset[int]]) -> dict[int, int]:
    """Index of found → index of gold, greedily by overlap, each used once, none under MATCH_IOU."""
    candidates: list[tuple[float, int, int]] = []
    for index, letters in enumerate(found):
        for expected, others in enumerate(gold):
            shared = len(letters & others)
            if shared and shared / len(letters | others) >= MATCH_IOU:
                candidates.append((-shared / len(letters | others), index, expected))
    matches: dict[int, int] = {}
    taken: set[int] = set()
    for _, index, expected in sorted(candidates):
        if index not in matches and expected not in taken:
            matches[index] = expected
            taken.add(expected)
    return matches


def is_source_right(gold: ScoredQuote, found: ScoredQuote) -> bool:
    """Whether the sources overlap, or both quotations have none."""
    if not gold.speakers or not found.speakers:
        return not gold.speakers and not found.speakers
    return any(
        start < other_end and other_start < end
        for start, end in gold.speakers
        for other_start, other_end in found.speakers
    )
