"""How a claim is asserted: for certain, denied, on a condition, or of what is to come."""

import re

from service.extraction import ClaimModality

# The word "may" with a small letter: the month has a capital, and a sentence hardly begins with the verb.
MODALITY_WORDS: tuple[tuple[ClaimModality, str], ...] = (
    (
        "hedged",
        r"""
          \b(?: may | might | could(?!\ not\b|n[’']t\b) )\b
        | \b(?i: perhaps | possibl[ye] | probabl[ye] | likely | unlikely | apparent(?:ly)? | allegedly | alleged
            | reportedly | presumably | supposedly | purportedly | potential(?:ly)? | suspected | suggest(?:s|ed)?
            | tend(?:s|ed)?\ to
            | seem(?:s|ed)? | appear(?:s|ed)?\ to | is\ believed\ to | are\ believed\ to | was\ believed\ to
            | were\ believed\ to | is\ thought\ to | are\ thought\ to )\b
        """,
    ),
    (
        "negated",
        r"""
          \b(?i: not | never | no | none | nobody | nothing | neither | nor | without | cannot | fail(?:s|ed)?\ to )\b
        | n[’']t\b
        """,
    ),
    (
        "conditional",
        r"""
          \b(?i: if | unless | provided\ that | as\ long\ as | in\ case | in\ the\ event | would | depending\ on
            | subject\ to )\b
        """,
    ),
    (
        "future",
        r"""
          \b(?i: will | shall | won[’']t | going\ to | plan(?:s|ned)?\ to | expect(?:s|ed)?\ to | intends?\ to
            | (?:is|are)\ (?:due|set|scheduled|poised|likely|expected)\ to | by\ the\ end\ of
            | next\ (?:week|month|quarter|year|spring|summer|autumn|fall|winter) | tomorrow )\b
        | [’']ll\b
        """,
    ),
)
MODALITY_PATTERNS = tuple((modality, re.compile(words, re.VERBOSE)) for modality, words in MODALITY_WORDS)


def find_modality(claim: str) -> tuple[ClaimModality, ...]:
    """How a claim is asserted, in the order of ClaimModality; empty where it is plainly said to be so.

    >>> find_modality("Exports may not recover next year.")
    ('hedged', 'negated', 'future')
    >>> find_modality("The plant would close if the bid failed."), find_modality("It opened in May.")
    (('conditional',), ())
    """
    return tuple(modality for modality, pattern in MODALITY_PATTERNS if pattern.search(claim))
