"""What counts as right: one definition for each output."""
