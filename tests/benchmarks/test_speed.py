"""The texts that speed is measured with, and how measurements are read."""

from pathlib import Path

import pytest

from benchmarks.articles import make_text
from benchmarks.length import LENGTHS, SAMPLE, cut_text
from benchmarks.memory import find_pss, measure_pss
from benchmarks.turns import time_in_turns


@pytest.mark.parametrize("words", [1, 450, 2_000])
def test_a_text_has_so_many_words_and_is_the_same_each_time(words: int) -> None:
    assert len(make_text(words, seed=3).split()) == words
    assert make_text(words, seed=3) == make_text(words, seed=3) != make_text(words, seed=4)


@pytest.mark.parametrize("words", [words for words in LENGTHS if words <= SAMPLE])
def test_pieces_of_every_length_are_the_same_text(words: int) -> None:
    text = make_text(SAMPLE)
    pieces = cut_text(text, words)

    assert text.startswith("".join(pieces))
    assert {len(piece.split()) for piece in pieces} == {words}
    assert len(pieces) == SAMPLE // words


def test_memory_is_read_from_what_the_kernel_tells() -> None:
    found = find_pss("55e0-7ffe ---p 00000000 00:00 0 [rollup]\nRss:  999 kB\nPss:     1234 kB\nPss_Anon: 5 kB\n")

    assert found is not None
    assert found[1] == "1234"
    assert measure_pss(int(Path("/proc/self").resolve().name)) > 1


def test_every_call_has_a_turn_in_every_round_and_one_before() -> None:
    called: list[str] = []
    taken = time_in_turns({"a": remember(called, "a"), "b": remember(called, "b")}, 3)

    assert called == ["a", "b", "a", "b", "b", "a", "a", "b"]
    assert {name: len(seconds) for name, seconds in taken.items()} == {"a": 3, "b": 3}


def remember(called: list[str], name: str):
    def call() -> None:
        called.append(name)

    return call
