"""Words, pieces and windows of any text."""

import numpy as np
import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from service.components.encoder.pieces import cut_pieces
from service.components.encoder.tokenizer import FILE_NAME, NewsTokenizer
from service.components.encoder.windows import cut_windows
from service.pipeline.extractor import MODEL_PATH

TOKENIZER = NewsTokenizer(spacy.blank("en").vocab).from_disk(MODEL_PATH / "tokenizer")
TEXTS = st.text(alphabet=st.characters(exclude_categories=("Cs",)), max_size=400)


@given(TEXTS)
@settings(max_examples=200, deadline=None)
def test_a_doc_keeps_the_text_to_the_last_code_point(text: str) -> None:
    assert TOKENIZER(text).text == text


@given(TEXTS, st.integers(min_value=8, max_value=64))
@settings(max_examples=200, deadline=None)
def test_windows_cover_each_word_once_within_the_limit(text: str, limit: int) -> None:
    pieces = TOKENIZER(text)._.word_scores.pieces

    windows = cut_windows(pieces, limit=limit)

    covered = [word for window in windows for word in range(window.first_word, window.last_word)]
    assert covered == list(range(len(pieces.firsts)))
    assert all(len(window.ids) <= limit and (window.rows < len(window.ids)).all() for window in windows)


@pytest.mark.parametrize(
    "text", ["a" * 300_000, "“" * 5_000, "word " * 40_000, "A. B. " * 9_000, "\n" * 9_000 + "end", "é\u0301" * 3_000]
)
def test_endless_lines_are_cut(text: str) -> None:
    pieces = TOKENIZER(text)._.word_scores.pieces

    windows = cut_windows(pieces, limit=192)

    assert sum(window.last_word - window.first_word for window in windows) == len(pieces.firsts)


def test_a_window_starts_a_paragraph_where_it_can() -> None:
    text = "\n".join("one two three four five six seven." for _ in range(8))
    pieces = TOKENIZER(text)._.word_scores.pieces

    starts = [pieces.starts[window.first_word] for window in cut_windows(pieces, limit=40)]

    assert all(start == 0 or text[start - 1] == "\n" for start in starts)


def test_each_piece_knows_its_word() -> None:
    text = "Nvidia's unbelievablyhuge GPU"
    pieces = TOKENIZER(text)._.word_scores.pieces

    words = [text[start:end] for start, end in zip(pieces.starts, pieces.ends, strict=True)]

    assert words == ["Nvidia", "'", "s", "unbelievablyhuge", "GPU"]
    assert len(pieces.ids) == len(pieces.shapes) > len(words)
    assert np.all(np.diff(pieces.firsts) > 0)


def test_a_tokeniser_without_a_vocabulary_says_what_is_missing() -> None:
    with pytest.raises(ValueError, match=FILE_NAME):
        NewsTokenizer(spacy.blank("en").vocab)("text")


def test_paragraphs_are_counted_over_lines_with_words() -> None:
    doc = TOKENIZER("One\n\n \nTwo three\nFour")

    assert doc._.word_scores.pieces.paragraphs.tolist() == [0, 1, 1, 2]
    assert cut_pieces("", TOKENIZER._tokenizer).paragraphs.tolist() == []  # type: ignore[arg-type]


def test_the_network_reads_one_style_of_marks() -> None:
    straight, curly = (TOKENIZER(text)._.word_scores.pieces for text in ("''Go,'' he said.", "“Go,” he said."))

    assert straight.ids.tolist() == curly.ids.tolist()
    assert straight.ends.tolist()[:4] == [2, 4, 5, 7]
