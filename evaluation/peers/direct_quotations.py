"""textacy's direct_quotations: pairs of marks, and the nearest reporting verb that has a subject."""

from importlib.metadata import version

from spacy.tokens import Doc

from evaluation.scores.quoted_sources import ScoredQuote

DISTRIBUTION = "textacy"


class UnpairedMarksError(Exception):
    """The text has an odd number of marks, which this system does not read."""


def name_system() -> str:
    """The name and version of what is installed."""
    return f"{DISTRIBUTION} {version(DISTRIBUTION)}"


def find_quotes(doc: Doc) -> list[ScoredQuote]:
    """The quotations of a parsed text; UnpairedMarksError where the system refuses it."""
    from textacy.extract import direct_quotations  # a third party that only `make peers` installs

    try:
        triples = list(direct_quotations(doc))
    except ValueError as error:
        raise UnpairedMarksError from error
    return [
        ScoredQuote(
            ((triple.content.start_char, triple.content.end_char),),
            tuple((token.idx, token.idx + len(token)) for token in triple.speaker),
            "direct",
        )
        for triple in triples
    ]
