"""Real articles, and changed ones: what the service is tried with."""

import random
import re
from functools import cache

from evaluation.gold_articles import GOLD_FOLDER, read_gold

# What a text may suddenly hold.
INTRUDERS = (
    *("“", "”", '"', "'", "''", "«", "»", "„", "(", ")", "[", "]", "{", "\\"),
    *("\n", "\n\n", "\r\n", "\t", "\u2028", "\u0085", "\x00", "\x07", "\x1b[31m", "\ufeff", "\u200b", "\u202e"),
    *("😀", "👩\u200d🚒", "e\u0301", "\u0645\u0631\u062d\u0628\u0627", "ß", "İ", "\ufffd", "\U0010ffff"),
    *("...", "—", " - ", "1,000,000", "$3.5bn", "<script>", "&amp;", "http://x.example/a", "@", "#"),
)
LONGEST_RUN = 200
find_words = re.compile(r"\S+").finditer


@cache
def list_articles() -> tuple[str, ...]:
    """The texts of our own annotated articles."""
    return tuple(article.text for article in read_gold(GOLD_FOLDER))


def vary(chance: random.Random) -> str:
    """An article with its paragraphs in another order, some of them left out: real text that was not seen before."""
    paragraphs = chance.choice(list_articles()).splitlines()
    kept = [paragraph for paragraph in paragraphs if chance.random() < 0.8] or paragraphs
    chance.shuffle(kept)
    return "\n".join(kept) + f"\nThe report has {chance.randrange(10**6):,} pages.\n"


def make_text(words: int, *, seed: int = 0) -> str:
    """Varied articles, one behind the other, cut behind so many words; the same each time."""
    chance = random.Random(seed)
    parts: list[str] = []
    left = words
    while left > 0:
        part = vary(chance)
        ends = [word.end() for word in find_words(part)]
        parts.append(part[: ends[left - 1]] + "\n" if left < len(ends) else part)
        left -= len(ends)
    return "".join(parts)


def mutate(chance: random.Random, *, length: int) -> str:
    """A piece of an article of at most about length code points, damaged in one to five places."""
    text = chance.choice(list_articles())
    start = chance.randrange(max(1, len(text) - length // 2)) if chance.random() < 0.5 else 0
    piece = text[start : start + chance.randint(1, length)]
    for _ in range(chance.randint(1, 5)):
        piece = damage(chance, piece)
    return piece


def damage(chance: random.Random, text: str) -> str:
    """The text with one place changed."""
    at, end = sorted(chance.randint(0, len(text)) for _ in range(2))
    part, intruder = text[at:end], chance.choice(INTRUDERS)
    changed = (
        "",
        part + part[:LONGEST_RUN],
        intruder + part,
        intruder * chance.randint(1, LONGEST_RUN) + part,
        part.upper(),
        part.replace("\n", " "),
        part.replace(" ", "\n"),
        part[::-1],
    )
    return text[:at] + chance.choice(changed) + text[end:]
