"""Figures of what must never happen: an exception, or a span that is not its text."""

import sys
from collections import Counter
from collections.abc import Iterable

from evaluation.extractions import Extract, extract_article
from evaluation.figures import Figure, Target, figure_count
from evaluation.scores.spans import count_violations

NEVER = Target(0.0, "at most")
PROGRESS_EVERY = 500


def measure_robustness(extract: Extract, texts: Iterable[str], name: str) -> list[Figure]:
    """Exceptions, refusals and broken spans over texts; writes a line to standard error every PROGRESS_EVERY.

    A refusal is an error of the service's own for an article that it cannot read.
    """
    errors: Counter[str] = Counter()
    refusals = violations = spans = articles = 0
    for articles, text in enumerate(texts, start=1):
        outcome = extract_article(extract, text)
        refusals += outcome.is_refusal
        if outcome.error is not None and not outcome.is_refusal:
            errors[outcome.error] += 1
        broken, total = count_violations(text, outcome.extraction)
        violations += broken
        spans += total
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
    ]
