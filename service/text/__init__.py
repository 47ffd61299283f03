"""Facts about written English, on plain strings."""
