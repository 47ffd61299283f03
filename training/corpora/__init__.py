"""Readers of the public corpora, one module for each format."""
