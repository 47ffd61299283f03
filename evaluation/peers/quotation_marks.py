"""The quotation-mark baseline: whatever stands between marks is a quotation, and nobody said it."""

from evaluation.scores.quoted_sources import ScoredQuote
from service.text.quote_marks import pair_quote_marks

LEAST_WORDS = 4


def find_quotes(text: str) -> list[ScoredQuote]:
    """The outermost pairs of marks that hold at least LEAST_WORDS words; an unclosed one ends with its paragraph.

    >>> find_quotes('He called it a “good deal” and said: "We will sign it."')
    [ScoredQuote(parts=((38, 54),), speakers=(), kind='direct', in_scope=True)]
    """
    return [
        ScoredQuote(((pair.start, pair.end),), (), "direct")
        for pair in pair_quote_marks(text)
        if pair.depth == 0 and len(text[pair.start : pair.end].split()) >= LEAST_WORDS
    ]
