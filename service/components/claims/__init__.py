"""The key claims of an article."""
