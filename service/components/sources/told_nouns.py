"""The noun beside an organisation's name by which it may be told of again: "the lessor Avolon", "the lessor"."""

import re
from collections.abc import Iterator

from service.components.sources.organisation_nouns import KINDS_OF_NOUNS
from service.text.spans import Offsets

REACH = 60
# "The miner Acme", "Danish brewery Acme".
find_before = re.compile(r"(?<![\w-])(?P<noun>[a-z][\w-]*)\s$").search
# "The growers’ body, Acme".
find_apposed_before = re.compile(r"\b[Tt]he\s(?:[\w’'-]+\s){0,4}?(?P<noun>[a-z][\w-]*),\s$").search
# "Acme, a listed sweater maker with 7,200 workers".
find_apposed_behind = re.compile(
    r"""
    ,\s (?:an?|the) \s
    (?: (?!(?:at|based|for|from|in|of|on|owned|run|that|to|which|whose|with)\b) [\w’'-]+ \s ){0,5}?
    (?P<noun> [a-z][\w-]* )
    (?= [,.;)] | \s (?:at|based|for|from|in|of|on|owned|run|that|to|which|whose|with) \b )
    """,
    re.VERBOSE,
).match


def list_told_nouns(text: str, name: Offsets) -> Iterator[str]:
    """The nouns that stand beside a printed name.

    >>> text = "The miner Acme met the growers’ body, Rua, and Avolon, an Irish lessor based in Shannon."
    >>> [list(list_told_nouns(text, name)) for name in ((10, 14), (38, 41), (47, 53))]
    [['miner'], ['body'], ['lessor']]
    """
    start, end = name
    first = max(0, start - REACH)
    before = find_before(text, first, start)
    if before is not None and before["noun"] in KINDS_OF_NOUNS:
        yield before["noun"]
    for found in (find_apposed_before(text, first, start), find_apposed_behind(text, end, end + REACH)):
        if found is not None:
            yield found["noun"]
