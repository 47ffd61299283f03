"""The sentences of an article's prose, as the rankers of claims take them."""

from functools import cache

import spacy
from spacy.language import Language

from evaluation.scores.quoted_sources import Offsets

# What a line of prose ends with; a headline, a byline or a time of day does not.
FINAL_MARKS = frozenset(".!?\"'”’…")


@cache
def load_splitter() -> Language:
    """spaCy's rules for words and for the ends of sentences."""
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    return nlp


def list_sentences(text: str) -> list[Offsets]:
    """The sentences of the lines that end as prose does, in order; none runs over the end of a line.

    >>> text = "Shares fall\\nBy Ann Lee\\n\\nShares fell on Jan. 5. They rose later."
    >>> [text[start:end] for start, end in list_sentences(text)]
    ['Shares fell on Jan. 5.', 'They rose later.']
    """
    sentences: list[Offsets] = []
    start = 0
    for line in text.split("\n"):
        prose = line.rstrip()
        if prose and prose[-1] in FINAL_MARKS:
            doc = load_splitter()(prose)
            sentences.extend(
                (start + sent.start_char, start + sent.end_char) for sent in doc.sents if sent.text.strip()
            )
        start += len(line) + 1
    return sentences
