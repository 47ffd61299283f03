"""Text in, extraction out."""
