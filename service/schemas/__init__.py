"""The JSON in and out, the same for the API and the command line. marshmallow lives here and nowhere else."""
