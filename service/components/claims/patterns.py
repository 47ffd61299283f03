"""Word lists and forms of the claims output; those of boilerplate stand in boilerplate.py."""

import re

from service.extraction import ClaimKind

# Adverbs that tie a sentence to the one before, and are no part of what it asserts.
OPENERS = re.compile(
    r"""
    (?:however|additionally|moreover|furthermore|in\ addition|in\ response|meanwhile|therefore|as\ a\ result|still
    | nevertheless|nonetheless|instead|also|indeed|overall|for\ example|for\ instance|in\ fact|but|and|yet|so)
    ,?\s+
    """,
    re.VERBOSE | re.IGNORECASE,
)

KIND_WORDS: tuple[tuple[ClaimKind, str], ...] = (
    (
        "prediction",
        r"""
        \b(?: will | would | shall | expects? | expected\ to | forecasts? | projected | is\ set\ to | by\ 20[2-9]\d
        | may
        | could | might | likely )\b
        """,
    ),
    (
        "causal",
        r"""
        \b(?: because | caused | causes | led\ to | due\ to | as\ a\ result\ of | thanks\ to | owing\ to | triggered
        | prompting
        | prompted | blamed\ on | attributed\ to | contributes?\ to )\b
        """,
    ),
    (
        "comparison",
        r"""
        \b(?: (?:more|less)\ than | compared\ (?:with|to)
        | the\ (?:largest|biggest|highest|lowest|smallest|most|worst|best)
        | twice | times\ as | outperform\w* )\b
        """,
    ),
    (
        "trend",
        r"""
        \b(?: rose | risen | rising | fell | fallen | falling | grew | grown | growing | increas\w+ | decreas\w+
        | declin\w+
        | surg\w+ | jump\w+ | dropp\w+ | climb\w+ | slump\w+ | doubled | tripled | soar\w+ | shrank | widen\w+
        | narrow\w+ )\b
        """,
    ),
)
KIND_PATTERNS = tuple((kind, re.compile(words, re.VERBOSE | re.IGNORECASE)) for kind, words in KIND_WORDS)
