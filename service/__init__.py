"""Metadata from the raw text of a news article."""
