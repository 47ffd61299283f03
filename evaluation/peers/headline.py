"""The headline baseline: the sentences that share most words with the headline are the key claims."""

from evaluation.peers.prose import list_sentences, load_splitter
from evaluation.scores.quoted_sources import Offsets


def find_claims(text: str, *, places: int) -> list[Offsets]:
    """The sentences best first, at most so many; of two that share as many words, the earlier one.

    The headline is the text's first line, which is the first paragraph where an article comes without one.

    >>> text = "Mill to close\\n\\nRain fell. The mill will close in May. Unions met."
    >>> [text[start:end] for start, end in find_claims(text, places=2)]
    ['The mill will close in May.', 'Rain fell.']
    """
    headline = collect_words(text.strip().split("\n", 1)[0])
    ranked = sorted(
        (-len(headline & collect_words(text[start:end])), start, end) for start, end in list_sentences(text)
    )
    return [(start, end) for _, start, end in ranked[:places]]


def collect_words(text: str) -> frozenset[str]:
    """The content words of a text in lower case."""
    return frozenset(token.lower_ for token in load_splitter().make_doc(text) if token.is_alpha and not token.is_stop)
