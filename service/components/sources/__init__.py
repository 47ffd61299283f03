"""The sources that an article quotes, and what it attributes to each."""
