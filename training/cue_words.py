"""Lists the words of cues: `python -m training.cue_words` writes those that our own articles report speech with."""

from collections.abc import Iterable

from service.components.sources.cue_words import LIST_PATH, list_cue_words
from training.corpora.marked_articles import MarkedArticle, is_kept_apart, read_marked_articles

CUE = "c"


def collect_words(articles: Iterable[MarkedArticle]) -> list[str]:
    """The words of all cues, in order of the alphabet."""
    return sorted(
        {
            word
            for article in articles
            for mark in article.marked
            if mark.letter == CUE
            for word in list_cue_words(article.text[mark.start : mark.end])
        }
    )


if __name__ == "__main__":
    taught = (article for article in read_marked_articles() if not is_kept_apart(article))
    LIST_PATH.write_text("\n".join(collect_words(taught)) + "\n", encoding="utf-8")
