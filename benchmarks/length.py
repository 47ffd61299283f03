"""Whether time grows with length alone: one long text, whole and in pieces."""

from functools import partial
from statistics import median

from benchmarks.articles import find_words, make_text
from benchmarks.results import Result
from benchmarks.turns import one_core, time_in_turns
from service import Extractor

LENGTHS = (100, 450, 2_000, 20_000, 100_000)
# Shorter texts are as many pieces as hold so many words in all, so that all lengths read the same kinds of sentences.
SAMPLE = 20_000
ROUNDS = 3
# The length that the others are compared with: long enough that what an article costs at once is lost in it.
MIDDLE = 2_000
MOST_PERCENT = 10.0


def measure() -> list[Result]:
    """The time for each word at every length, and the greatest difference from that at MIDDLE."""
    text = make_text(max(LENGTHS))
    with one_core():
        extractor = Extractor.load()
        calls = {str(words): partial(read_all, extractor, cut_text(text, words)) for words in LENGTHS}
        taken = time_in_turns(calls, ROUNDS)
    microseconds = {words: 1e6 * median(taken[str(words)]) / max(words, SAMPLE) for words in LENGTHS}
    percent = {words: 100 * (time / microseconds[MIDDLE] - 1) for words, time in microseconds.items()}
    most = max(abs(difference) for difference in percent.values())
    return [
        *(
            Result(f"time for each word, texts of {words:,}", f"{microseconds[words]:.0f} µs, {percent[words]:+.1f} %")
            for words in LENGTHS
        ),
        Result(
            f"greatest difference from texts of {MIDDLE:,} words",
            f"{most:.1f} %",
            f"at most {MOST_PERCENT:g} %",
            is_met=most <= MOST_PERCENT,
        ),
    ]


def cut_text(text: str, words: int) -> tuple[str, ...]:
    """Pieces of so many words from the head of text, SAMPLE words of them in all, or one where it is longer."""
    starts = [word.start() for word in find_words(text)] + [len(text)]
    count = max(1, SAMPLE // words)
    return tuple(text[starts[number * words] : starts[(number + 1) * words]] for number in range(count))


def read_all(extractor: Extractor, texts: tuple[str, ...]) -> None:
    """Read every text."""
    for text in texts:
        extractor.extract(text)
