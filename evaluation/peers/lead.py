"""The lead baseline: an article's first sentences are its key claims."""

from evaluation.peers.prose import list_sentences
from evaluation.scores.quoted_sources import Offsets


def find_claims(text: str, *, places: int) -> list[Offsets]:
    """The first sentences, at most so many."""
    return list_sentences(text)[:places]
