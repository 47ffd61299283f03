"""One network for all outputs: words in, a table of scores for each head out."""
