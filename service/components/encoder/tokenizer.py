"""The spaCy tokeniser: tokens are the words that the network reads, and blanks that are more than one space."""

from collections.abc import Callable, Iterable
from pathlib import Path

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import registry
from spacy.vocab import Vocab
from tokenizers import Tokenizer

from service.components.article_text import KEY
from service.components.encoder.heads import COLUMN_COUNT
from service.components.encoder.pieces import cut_pieces
from service.components.encoder.scores import WordScores

FILE_NAME = "tokenizer.json"


class NewsTokenizer:
    """Cuts a text once, for spaCy and for the network: every mark is a token of its own ("U.S." is four)."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab
        # Shapes, likenesses to numbers and the like of every new word, which nobody asks for, cost more than its token.
        vocab.lex_attr_getters = {}  # type: ignore[attr-defined]
        self._tokenizer: Tokenizer | None = None

    def __call__(self, text: str) -> Doc:
        """A Doc whose text is exactly text; ValueError where no vocabulary is loaded."""
        if self._tokenizer is None:
            raise ValueError(f"no vocabulary: load the pipeline from a folder that holds {FILE_NAME}")
        pieces = cut_pieces(text, self._tokenizer)
        words: list[str] = []
        spaces: list[bool] = []
        tokens: list[int] = []
        at = 0
        for start, end in zip(pieces.starts.tolist(), pieces.ends.tolist(), strict=True):
            if at < start:
                add_blank(text[at:start], words, spaces)
            tokens.append(len(words))
            words.append(text[start:end])
            spaces.append(False)
            at = end
        if at < len(text):
            add_blank(text[at:], words, spaces)
        doc = Doc(self.vocab, words=words, spaces=spaces)
        doc.user_data[KEY] = text
        no_table = np.zeros((0, COLUMN_COUNT), dtype=np.float32)
        doc._.word_scores = WordScores(pieces, np.array(tokens, dtype=np.int64), no_table)
        return doc

    def pipe(self, texts: Iterable[str], batch_size: int = 1000) -> Iterable[Doc]:
        """The texts as Docs, one after the other; batch_size is spaCy's, and unused."""
        for text in texts:
            yield self(text)

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:
        """The vocabulary as JSON."""
        return b"" if self._tokenizer is None else self._tokenizer.to_str().encode("utf-8")

    def from_bytes(self, data: bytes, *, exclude: Iterable[str] = ()) -> "NewsTokenizer":
        """Take the vocabulary over from JSON."""
        self._tokenizer = Tokenizer.from_str(data.decode("utf-8"))
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        return self

    def to_disk(self, path: Path | str, *, exclude: Iterable[str] = ()) -> None:
        """Write the vocabulary to a folder of this path."""
        folder = Path(path)
        folder.mkdir(parents=True, exist_ok=True)
        (folder / FILE_NAME).write_bytes(self.to_bytes())

    def from_disk(self, path: Path | str, *, exclude: Iterable[str] = ()) -> "NewsTokenizer":
        """Read the vocabulary from the folder of this path."""
        return self.from_bytes((Path(path) / FILE_NAME).read_bytes())


def add_blank(gap: str, words: list[str], spaces: list[bool]) -> None:
    """Append what stands between two words: a single space belongs to the word before it, the rest is a token."""
    if gap[0] == " " and words and not spaces[-1]:
        spaces[-1] = True
        gap = gap[1:]
    if gap:
        words.append(gap)
        spaces.append(False)


@registry.tokenizers("news_tokenizer.v1")
def create_news_tokenizer() -> Callable[[Language], NewsTokenizer]:
    """The tokeniser's entry in a pipeline's config."""

    def create(nlp: Language) -> NewsTokenizer:
        return NewsTokenizer(nlp.vocab)

    return create
