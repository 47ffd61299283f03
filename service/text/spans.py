"""Stretches of a text as plain numbers."""

# Start and end in code points, half-open.
Offsets = tuple[int, int]
