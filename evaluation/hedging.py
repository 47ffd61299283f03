"""`python -m evaluation.hedging DATA MODEL` compares words with a trained head at finding hedged findings of science.

certainty_findings says of each of 862 sentences how probable it makes its finding; "Uncertain" is hedged. The head is
a linear layer on the mean of the network's last layer. It is judged on sentences that it has not seen, one fold after
the other, and the words, which are learned from nothing, on the same.
"""

from pathlib import Path

import numpy as np

from evaluation.logistic import Table, find_chances, fit_scaled, keep_apart
from evaluation.probe import load_probed
from evaluation.scores.counts import Counts
from service.components.claims.modality import find_modality
from training.command_line import read_data_and_model
from training.corpora.annotated import read_rows

# Of 1 to 1,000, by tens, 100 was best on the training part.
PENALTY = 100.0
LEAST_CHANCE = 0.5


def main() -> None:
    """Print the F1 of each way."""
    data, model = read_data_and_model(__doc__)
    folder = data / "claims/certainty_findings"
    rows = [row for part in ("train", "dev") for row in read_rows(folder / f"{part}.jsonl") if row["aspects"]]
    texts = [row["text"] for row in rows]
    is_hedged = np.array([row["aspects"]["Probability"] == "Uncertain" for row in rows])
    by_words = np.array(["hedged" in find_modality(text) for text in texts])
    layers = read_layers(model, texts)
    ways = {
        "words": by_words,
        "trained head": judge(layers, is_hedged),
        "trained head that knows the words": judge(np.column_stack([layers, by_words]), is_hedged),
    }
    print(f"{len(rows)} sentences, {is_hedged.sum()} of them hedged")
    for way, found in ways.items():
        counts = Counts(int((found & is_hedged).sum()), int(found.sum()), int(is_hedged.sum()))
        print(f"{way}: F1 {100 * counts.f1:.1f}")


def read_layers(model: Path, texts: list[str]) -> Table:
    """(n_texts, 1 + n_hidden) the constant 1, and the mean of the last layer over each text."""
    nlp, probe = load_probed(model)
    layers = []
    for text in texts:
        nlp(text)
        layers.append([1.0, *probe.layer.mean(axis=0)])
    return np.array(layers)


def judge(features: Table, is_hedged: Table) -> Table:
    """(n_texts,) whether each is found to be hedged, by weights that were learned without it."""
    found = np.zeros(len(features), dtype=bool)
    numbers = range(len(features))
    for others, judged in keep_apart(numbers):
        weights = fit_scaled(features[others], is_hedged[others].astype(float), penalty=PENALTY)
        found[judged] = find_chances(features[judged], weights) >= LEAST_CHANCE
    return found


if __name__ == "__main__":
    main()
