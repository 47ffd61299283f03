"""The organisations that an article names."""
