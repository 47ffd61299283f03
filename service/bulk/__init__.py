"""The corpus job on a distributed engine: the same Extractor, another way in."""
