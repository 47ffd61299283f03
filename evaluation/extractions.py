"""Extraction that outlives an article's failure, so that one bad article costs one article's scores."""

from collections.abc import Callable
from dataclasses import dataclass

from service.errors import ArticleError
from service.extraction import Extraction, ExtractionOptions, Model

Extract = Callable[[str, ExtractionOptions], Extraction]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an article: its extraction, empty after an error. error: the exception's name.

    is_refusal: whether the service raised the error on purpose, as for a blank text.
    """

    extraction: Extraction
    error: str | None = None
    is_refusal: bool = False


def extract_article(extract: Extract, text: str, options: ExtractionOptions | None = None) -> Outcome:
    """The outcome for one article; never raises what extract raises."""
    options = options or ExtractionOptions()
    try:
        return Outcome(extract(text, options))
    except Exception as error:  # noqa: BLE001  (counting whatever is raised is what this is for)
        nothing = Extraction(None, (), (), (), "en", options.features, Model("", "", ""), ())
        return Outcome(nothing, type(error).__name__, isinstance(error, ArticleError))
