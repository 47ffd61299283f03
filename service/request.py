"""A request as every way in makes it and every way out reads it: an article, and what is wanted of it."""

from dataclasses import dataclass

from service.extraction import ExtractionOptions
from service.text.offsets import OffsetUnit


@dataclass(frozen=True, slots=True)
class ExtractRequest:
    """An article and what is wanted of it. id: None where none was sent.

    is_extracted: whether the text was taken out of a page, so that the client cannot know it.
    """

    text: str
    options: ExtractionOptions = ExtractionOptions()
    id: str | None = None
    offset_unit: OffsetUnit = "code_point"
    is_extracted: bool = False
