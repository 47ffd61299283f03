"""Metadata from the raw text of a news article."""

from service.components.organisations.table_file import read_table
from service.extraction import Extraction
from service.pipeline.extractor import Extractor

__all__ = ["Extraction", "Extractor", "read_table"]
