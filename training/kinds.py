"""Kinds of organisations: `python -m training.kinds MODEL` writes what names alone say of them.

What the network makes of a name where it stands is learned with its other heads. organisation_kinds.tsv in corpora/
has some eight thousand well-known names, labelled by hand; names that organisations of several kinds bear are left out.
The words of these names are the examples of a multinomial logistic regression, whose weights are added to the network's
log-odds, and the names themselves are the list of well-known ones.
"""

import argparse
from collections import Counter
from pathlib import Path

import torch
from torch import Tensor

from service.components.encoder.scores import Floats
from service.components.organisations.annotate import KINDS_NAME
from service.components.organisations.kinds import KindWeights, ListedNames, list_features, write_kinds
from service.extraction import ORGANISATION_KINDS, OrganisationKind
from training.corpora.organisation_kinds import read_folded_labels, read_labels

# A feature of names is learned where it occurs in so many of them.
LEAST_NAMES = 2
# A kind of share p weighs p ** that.
KIND_POWER = 0.7
# Weight of the squared weights in the loss. Beside the network, of 231 kinds on the development half of gold and 1,054
# in our own articles that are kept apart 206 and 904 are right with 1e-6, 208 and 919 with 1e-5, 207 and 921 with 1e-4,
# 202 and 915 with 1e-3; 200 and 921 without the words.
PENALTY = 1e-4
STEPS = 120


def fit(names: dict[str, OrganisationKind]) -> dict[str, Floats]:
    """Feature → (n_kinds,) its weights."""
    features = [list_features(name) for name in names]
    counts = Counter(feature for own in features for feature in own)
    places = {
        feature: column for column, feature in enumerate(sorted(name for name in counts if counts[name] >= LEAST_NAMES))
    }
    cells = [(row, places[feature]) for row, own in enumerate(features) for feature in sorted(own) if feature in places]
    words = torch.sparse_coo_tensor(
        torch.tensor(cells).T, torch.ones(len(cells)), (len(names), len(places)), check_invariants=True
    )
    kinds = torch.tensor([ORGANISATION_KINDS.index(kind) for kind in names.values()])
    shares = torch.bincount(kinds, minlength=len(ORGANISATION_KINDS)) / len(kinds)
    importance = shares[kinds] ** (KIND_POWER - 1)
    importance /= importance.sum()
    weights = torch.zeros(len(places), len(ORGANISATION_KINDS), requires_grad=True)
    constants = torch.zeros(len(ORGANISATION_KINDS), requires_grad=True)
    optimizer = torch.optim.LBFGS([weights, constants], max_iter=STEPS, line_search_fn="strong_wolfe")

    def find_loss() -> Tensor:
        optimizer.zero_grad()
        scores = torch.sparse.mm(words, weights) + constants
        loss = (torch.nn.functional.cross_entropy(scores, kinds, reduction="none") * importance).sum()
        loss = loss + PENALTY * (weights**2).sum()
        loss.backward()
        return loss

    optimizer.step(find_loss)
    return dict(zip(places, weights.detach().numpy(), strict=True))


def train_kinds(model: Path) -> None:
    """Learn the weights of words, and write them and the list of names into the model."""
    names = read_labels()
    listed = ListedNames(read_folded_labels())
    (model / "news_organisations").mkdir(exist_ok=True)
    write_kinds(model / "news_organisations" / KINDS_NAME, KindWeights(fit(names), listed))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", type=Path, help="a pipeline folder")
    train_kinds(parser.parse_args().model)
