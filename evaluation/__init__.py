"""Scores the service on annotated articles; imports service, and is never imported by it."""
