"""What a batch has answered so far, for the line in the log at its end."""

from dataclasses import dataclass


@dataclass(slots=True)
class Tally:
    """Counts of one batch. problems: articles that were answered with one; characters: code points of all."""

    articles: int = 0
    problems: int = 0
    characters: int = 0

    def add(self, status: int) -> None:
        """Count an article that is answered with a status."""
        self.articles += 1
        self.problems += status != 200
