"""Figures of what must never happen: an exception, a span that is not its text, nobody quoted for an odd mark."""

import sys
from collections import Counter
from collections.abc import Iterable

from evaluation.extractions import Extract, Outcome, extract_article
from evaluation.figures import Figure, Target, figure_count
from evaluation.scores.spans import count_violations
from service.components.sources.quotations import is_utterance
from service.text.quote_marks import curl_marks, pair_quote_marks

NEVER = Target(0.0, "at most")
PROGRESS_EVERY = 500


def measure_robustness(extract: Extract, texts: Iterable[str], name: str) -> list[Figure]:
    """Exceptions, refusals, broken spans and lost quotations over texts; a line to standard error every PROGRESS_EVERY.

    A refusal is an error of the service's own for an article that it cannot read.
    """
    errors: Counter[str] = Counter()
    refusals = violations = spans = articles = odd = lost = 0
    for articles, text in enumerate(texts, start=1):
        outcome = extract_article(extract, text)
        refusals += outcome.is_refusal
        if outcome.error is not None and not outcome.is_refusal:
            errors[outcome.error] += 1
        broken, total = count_violations(text, outcome.extraction)
        violations += broken
        spans += total
        if has_odd_marks(text):
            odd += 1
            lost += is_lost(text, outcome)
        if articles % PROGRESS_EVERY == 0:
            print(f"{name}: {articles} articles", file=sys.stderr, flush=True)
    return [
        Figure(
            f"{name}: exceptions",
            float(errors.total()),
            NEVER,
            "count",
            (("among", articles), *sorted(errors.items())),
            better="lower",
        ),
        figure_count(f"{name}: articles refused", refusals, among=articles),
        figure_count(f"{name}: spans that are not their text", violations, NEVER, among=spans),
        figure_count(f"{name}: odd marks, and raised or nobody quoted", lost, NEVER, among=odd),
    ]


def has_odd_marks(text: str) -> bool:
    """Whether the double quotation marks of a text, in whatever style, cannot all be paired.

    >>> has_odd_marks("“No,” he said. “Yes."), has_odd_marks("''No,'' he said.")
    (True, False)
    """
    curled = curl_marks(text)
    return (curled.count("“") + curled.count("”")) % 2 == 1


def is_lost(text: str, outcome: Outcome) -> bool:
    """Whether an article raised, or quotes nobody though marks in it hold an utterance; refusals are not lost."""
    if outcome.is_refusal:
        return False
    if outcome.error is not None:
        return True
    quotes = sum(len(source.quotes) for source in outcome.extraction.quoted_sources)
    return not quotes and any(pair.is_closed and is_utterance(text, pair) for pair in pair_quote_marks(text))
