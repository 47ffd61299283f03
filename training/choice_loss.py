"""The loss of choices among names.

The score of a name is the product of two vectors, that of the words that mean somebody and that of the name; nobody's
is the first dimension of the former. The loss is that of a choice among the names, of which several may be right (the
marginal likelihood of antecedents, Lee and others 2017).
"""

import torch
from torch import Tensor

from service.components.encoder.heads import RELATIONS, VECTOR_LENGTH, find_columns
from service.components.encoder.pieces import Ints
from training.choices import Choices


def sum_choice_loss(scores: Tensor, choices: Choices, relation: str) -> Tensor:
    """Negative log of the probability of what is right, summed over the choices; scores: (batch, length, n_columns)."""
    flat = scores.flatten(0, 1)
    choosers = average_words(flat[:, find_columns(relation)], choices.choosers)
    names = average_words(flat[:, find_columns(RELATIONS[relation])], choices.names)
    chooser, name, right = torch.from_numpy(choices.pairs)
    is_nobody = torch.from_numpy(choices.is_nobody)
    products = (choosers[chooser, 1:] * names[name, 1:]).sum(1) / VECTOR_LENGTH**0.5
    # Nobody stands behind all names, as one more of each choice.
    values = torch.cat((products, choosers[:, 0]))
    owners = torch.cat((chooser, torch.arange(len(is_nobody))))
    is_right = torch.cat((right, is_nobody)).bool()
    most = torch.full((len(is_nobody),), -torch.inf).scatter_reduce(0, owners, values.detach(), "amax")
    powers = (values - most[owners]).exp()
    total = torch.zeros(len(is_nobody)).index_add(0, owners, powers)
    wanted = torch.zeros(len(is_nobody)).index_add(0, owners, powers * is_right)
    return (total.log() - wanted.clamp(min=torch.finfo(wanted.dtype).tiny).log()).sum()


def average_words(scores: Tensor, words: Ints) -> Tensor:
    """(n_mentions, n_dimensions) means over the words of each mention; scores: (n_positions, n_dimensions)."""
    positions, numbers = torch.from_numpy(words)
    count = int(numbers.max()) + 1
    sums = torch.zeros(count, scores.shape[1]).index_add(0, numbers, scores[positions])
    return sums / torch.zeros(count).index_add(0, numbers, torch.ones(len(numbers))).unsqueeze(1)
