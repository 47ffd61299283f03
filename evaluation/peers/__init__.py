"""Other systems, run on the texts and by the scores that ours is measured with."""
