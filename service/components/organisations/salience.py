"""How much of an article is about an organisation: what each of its mentions weighs."""

from collections.abc import Sequence

import numpy as np
from spacy.tokens import Doc

from service.components.article_text import read_text
from service.components.encoder.heads import HEADS
from service.components.encoder.scores import Floats, read_word_scores, softmax
from service.components.organisations.aliases import Mention
from service.text.headlines import is_headline

# A mention's weight is halved for each of these many characters from the start of the article.
HALF_LIFE = 1500
# What a mention in a headline weighs beside one in a sentence.
HEADLINE = 2.0
# No mention weighs nothing.
LEAST_WEIGHT = 1e-6
# The roles of sentences that tell the article's event, and the one of what is none of its news.
EVENT_ROLES = ("main", "main_consequence")
BOILERPLATE = "boilerplate"


def weigh_mentions(doc: Doc, mentions: Sequence[Mention]) -> list[float]:
    """The weight of each mention, LEAST_WEIGHT and more.

    Position: halved with each HALF_LIFE. Headline: HEADLINE-fold. Role: its sentence's chance to tell the article's
    event, by the network, adds as much again; its chance to be boilerplate takes as much away. None of them was fitted,
    for no corpus says how salient an organisation is. Frequency comes in where an organisation's weights are summed.
    """
    worth, is_title = weigh_sentences(doc)
    factors: list[float] = worth.tolist()
    starts = [sent.start_char for sent in doc.sents]
    numbers = np.searchsorted(starts, [mention.start for mention in mentions], side="right") - 1
    return [
        max(LEAST_WEIGHT, 0.5 ** (mention.start / HALF_LIFE) * factors[number] * (HEADLINE if is_title[number] else 1))
        for mention, number in zip(mentions, numbers.tolist(), strict=True)
    ]


def weigh_sentences(doc: Doc) -> tuple[Floats, list[bool]]:
    """(n_sentences,) the worth of each sentence by its role, 0 to 2, and whether it is the headline, the first line."""
    words, text = read_word_scores(doc), read_text(doc)
    roles = words.read_head("roles")
    labels = HEADS["roles"].labels
    bounds = np.searchsorted(words.tokens, [sent.start for sent in doc.sents])
    opening = len(text) - len(text.lstrip())
    is_title = [sent.start_char <= opening and is_headline(text, sent.start_char, sent.end_char) for sent in doc.sents]
    if not len(roles):
        return np.ones(len(is_title), dtype=np.float32), is_title
    sums = np.add.reduceat(roles, np.minimum(bounds, len(roles) - 1), axis=0)
    counts = np.maximum(1, np.diff(np.append(bounds, len(roles))))
    means: Floats = (sums / counts[:, np.newaxis]).astype(np.float32)
    chances = softmax(means)
    events = chances[:, [labels.index(role) for role in EVENT_ROLES]].sum(axis=1)
    worth: Floats = (1 + events) * (1 - chances[:, labels.index(BOILERPLATE)])
    return worth, is_title
