"""HTTP, and nothing else. Flask lives here and nowhere else."""
