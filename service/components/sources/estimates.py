"""Estimates: "The ministry put the losses at $210 million" reports a figure without a verb of speech.

A rule, since there is too little to learn from: PolNeAR has six such sentences and annotates five of them.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence

from service.components.sources.patterns import ADVERBIAL_WORDS
from service.components.sources.quotations import Content
from service.components.sources.reported_speech import Quotation, find_quotation_start
from service.text.names import find_words
from service.text.spans import Coverage, Offsets

# As often as PolNeAR annotates one.
CONFIDENCE = 5 / 6
# Words that may name who estimates.
MOST_WORDS = 14
FIGURE = r"""
    (?:[A-Z]{0,3}[$£€¥₹]\s?|[A-Z][A-Za-z]{0,2}\.?\s?)?               # US$, Rs
    \d[\d.,]*(?<=\d)
    (?:(?:\s|-)?(?:%|(?:percent|per\scent|hundred|thousand|lakh|crore|m|mn|bn|tn|million|billion|trillion)\b))?
"""
find_estimates = re.compile(
    rf"""
    \b(?P<cue>puts?|putting|pegged|pegs|estimate[sd]?|values?|valued)
    \s(?P<content>
        (?:[\w’'%,$£€-]+\s){{1,10}}?                                   # the annual losses of the mills
        at\s(?:(?:about|almost|around|as|at|close|fewer|just|least|less|little|many|more|most|much|nearly|over|roughly
            |some|than|to|under|up)\s){{0,4}}
        (?:between\s{FIGURE}\sand\s)?{FIGURE}
    )
    """,
    re.VERBOSE,
).finditer
match_parts = re.compile(r"[^,]+").finditer
DEMONSTRATIVES = frozenset("that these this those which".split())
AUXILIARIES = frozenset("also had has have later now".split())


def add_estimates(text: str, sentences: Sequence[int], quotations: list[Quotation]) -> list[Quotation]:
    """The quotations with the estimates outside of them, in order. sentences: where those of text begin, in order."""
    taken = Coverage.of(part for quotation in quotations for part in quotation.content.parts)
    found: list[Quotation] = []
    for match in find_estimates(text):
        start = sentences[bisect_right(sentences, match.start()) - 1]
        source = find_subject(text, start, match.start())
        if source is not None and not taken.find_touched(source[0], match.end()):
            found.append(
                Quotation(Content("indirect", (match.span("content"),)), match.span("cue"), source, CONFIDENCE)
            )
    return sorted([*quotations, *found], key=find_quotation_start) if found else quotations


def find_subject(text: str, start: int, verb: int) -> Offsets | None:
    """The words of a sentence from start that name whose verb follows; None where they name nobody.

    They end at a comma, unless a name stands in apposition behind it.

    >>> text = "On Monday, the ministry, in a letter, put it at 5"
    >>> text[slice(*find_subject(text, 0, text.index("put")))]
    'the ministry'
    >>> text = "Her brother, Ana Lee, put it at 5"
    >>> text[slice(*find_subject(text, 0, text.index("put")))]
    'Her brother, Ana Lee'
    """
    parts = [part for part in match_parts(text, start, verb) if find_words(part.group())]
    while parts and find_words(parts[0].group())[0].casefold() in ADVERBIAL_WORDS:
        parts.pop(0)
    if not parts:
        return None
    is_name = len(parts) > 1 and all(word[0].isupper() for word in find_words(parts[1].group()))
    first, end = parts[0].start(), parts[is_name].end()
    words = find_words(text[first:end])
    while len(words) > 1 and words[-1].casefold() in AUXILIARIES:
        end = text.rindex(words.pop(), first, end)
    named = text[first:end].strip()
    if len(words) > MOST_WORDS or named.casefold() in DEMONSTRATIVES:
        return None
    first = text.index(named, first)
    return first, first + len(named)
