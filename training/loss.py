"""The loss of a batch: for each labelled unit, how much score lies outside the labels that it may have."""

from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from service.components.encoder.heads import HEADS, RELATIONS, find_columns
from service.components.encoder.windows import PAD_ID
from training.choice_loss import sum_choice_loss
from training.choices import Choices, join_choices
from training.targets import NO_TARGET, Example


@dataclass(frozen=True, slots=True)
class Batch:
    """Examples padded to one length.

    ids, types, mask: (batch, length). tokens: head → (batch, length) targets. sentences: head → (batch, length) numbers
    of sentences, counted over the whole batch. sentence_targets: head → (n_sentences,). choices: relation → choices.
    """

    ids: Tensor
    types: Tensor
    mask: Tensor
    tokens: dict[str, Tensor]
    sentences: dict[str, Tensor]
    sentence_targets: dict[str, Tensor]
    choices: dict[str, Choices]


def stack_rows(rows: list[np.ndarray | None], shape: tuple[int, int], fill: int) -> Tensor:
    """(batch, length) of rows that may be shorter or absent, filled up."""
    table = np.full(shape, fill, dtype=np.int64)
    for index, row in enumerate(rows):
        if row is not None:
            table[index, : len(row)] = row
    return torch.from_numpy(table)


def collate(examples: list[Example]) -> Batch:
    """The examples as one batch."""
    shape = (len(examples), max(len(example.ids) for example in examples))
    ids = stack_rows([example.ids for example in examples], shape, PAD_ID)
    tokens: dict[str, Tensor] = {}
    sentences: dict[str, Tensor] = {}
    sentence_targets: dict[str, Tensor] = {}
    for name, head in HEADS.items():
        if head.level == "token":
            tokens[name] = stack_rows([example.tokens.get(name) for example in examples], shape, NO_TARGET)
        if head.level != "sentence":
            continue
        rows: list[np.ndarray | None] = []
        targets: list[np.ndarray] = [np.zeros(0, dtype=np.int64)]
        for example in examples:
            row = example.sentences.get(name)
            known = sum(len(part) for part in targets)
            rows.append(None if row is None else np.where(row == NO_TARGET, NO_TARGET, row + known))
            targets.append(example.sentence_targets.get(name, targets[0]))
        sentences[name] = stack_rows(rows, shape, NO_TARGET)
        sentence_targets[name] = torch.from_numpy(np.concatenate(targets))
    types = stack_rows([example.types for example in examples], shape, 0)
    found = {
        relation: join_choices([example.choices.get(relation) for example in examples], shape[1])
        for relation in RELATIONS
    }
    choices = {relation: joined for relation, joined in found.items() if joined is not None}
    return Batch(ids, types, (ids != PAD_ID).long(), tokens, sentences, sentence_targets, choices)


def read_head(scores: Tensor, batch: Batch, name: str) -> tuple[Tensor, Tensor]:
    """The scores (n_units, n_labels) and targets (n_units,) of the units that are labelled for a head."""
    columns = scores[..., find_columns(name)]
    if HEADS[name].level == "token":
        known = batch.tokens[name] != NO_TARGET
        return columns[known], batch.tokens[name][known]
    known = batch.sentences[name] != NO_TARGET
    numbers, targets = batch.sentences[name][known], batch.sentence_targets[name]
    sums = torch.zeros(len(targets), columns.shape[-1]).index_add(0, numbers, columns[known])
    counts = torch.zeros(len(targets)).index_add(0, numbers, torch.ones(len(numbers)))
    # A sentence that no window holds whole may have no word here.
    held = counts > 0
    return sums[held] / counts[held].unsqueeze(1), targets[held]


def sum_loss(scores: Tensor, targets: Tensor, allowed: Tensor) -> Tensor:
    """Negative log of the probability mass on the allowed labels, summed over the units.

    scores: (n_units, n_labels). targets: (n_units,) rows of allowed. allowed: (n_sets, n_labels), 0 or -inf.
    This is cross-entropy where one label is allowed, and its marginal likelihood where a corpus leaves several open.
    """
    return (scores.logsumexp(1) - (scores + allowed[targets]).logsumexp(1)).sum()


def sum_losses(scores: Tensor, batch: Batch, allowed: dict[str, Tensor]) -> dict[str, tuple[Tensor, int]]:
    """Head or relation → its loss, summed, and over how many units; those without a unit in the batch are left out.

    scores: (batch, length, n_columns). allowed: head → (n_sets, n_labels), 0 or -inf.
    """
    losses: dict[str, tuple[Tensor, int]] = {}
    for name, head in HEADS.items():
        if head.level != "vector":
            units, targets = read_head(scores, batch, name)
            if len(targets):
                losses[name] = sum_loss(units, targets, allowed[name]), len(targets)
    for relation, choices in batch.choices.items():
        losses[relation] = sum_choice_loss(scores, choices, relation), len(choices.is_nobody)
    return losses
