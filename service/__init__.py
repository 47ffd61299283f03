"""Metadata from the raw text of a news article."""

from service.extraction import Extraction
from service.pipeline.extractor import Extractor

__all__ = ["Extraction", "Extractor"]
