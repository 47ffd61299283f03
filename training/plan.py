"""The plan of a training: every batch in order, and the windows that measure."""

import math
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer
from torch import Tensor

from service.components.encoder.heads import HEADS
from training.corpora.annotated import AnnotatedText
from training.corpora.catalogue import Corpus, list_corpora
from training.corpora.renaming import NamePool
from training.network import find_base_folder
from training.targets import Example, TargetBuilder

# Windows are sorted by length within groups of this many, so that a batch pads little and still mixes corpora.
SORTED_TOGETHER = 512
DEV_WINDOWS = 24


@dataclass(frozen=True, slots=True)
class Round:
    """Batches under one rise and fall of the learning rate.

    rate: the highest, for the network below the heads. masking: the share of pieces masked. norms: head → labelled
    units in a step, on average. weights: head → that of its loss.
    """

    batches: list[list[Example]]
    rate: float
    masking: float
    norms: dict[str, float]
    weights: dict[str, float]


@dataclass(frozen=True, slots=True)
class Plan:
    """What is trained on, in order. allowed: head → (n_sets, n_labels), 0 or -inf."""

    rounds: list[Round]
    dev: dict[str, list[Example]]
    allowed: dict[str, Tensor]


def load_tokenizer() -> Tokenizer:
    """The base's tokeniser, without its cutting and padding."""
    tokenizer = Tokenizer.from_file(str(find_base_folder() / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def build_plan(data: Path, config: dict[str, Any]) -> Plan:
    """Every batch of the run, the windows that measure, and the targets' meaning."""
    schedule = config["schedule"]
    chooser = random.Random(schedule["seed"])
    builder = TargetBuilder(load_tokenizer(), seed=schedule["seed"])
    taught = {name for part in config["rounds"] for name in part["passes"]}
    corpora = [corpus for corpus in list_corpora(data, "train") if corpus.name in taught]
    pool = NamePool((text for corpus in corpora for text in corpus.read()), seed=schedule["seed"])
    rounds = [build_round(data, part, builder, pool, config, chooser) for part in config["rounds"]]
    dev = {
        corpus.name: builder.build(corpus.read(), corpus.maps, window=schedule["windows"][0])
        for corpus in list_corpora(data, "dev")
    }
    # Drawn apart, so that the curves of trainings with other rounds can be compared.
    chooser = random.Random(schedule["seed"])
    return Plan(
        rounds=rounds,
        dev={name: chooser.sample(windows, min(DEV_WINDOWS, len(windows))) for name, windows in dev.items()},
        allowed={name: build_allowed(builder, name) for name, head in HEADS.items() if head.level != "vector"},
    )


def build_round(
    data: Path,
    part: dict[str, Any],
    builder: TargetBuilder,
    pool: NamePool,
    config: dict[str, Any],
    chooser: random.Random,
) -> Round:
    """The batches of one of the config's rounds."""
    examples: list[Example] = []
    for corpus in list_corpora(data, "train"):
        windows = config["schedule"]["windows"]
        for number, chosen in enumerate(choose_passes(corpus, part["passes"].get(corpus.name, 0.0), chooser)):
            texts = pool.rename_share(chosen, part["renaming"])
            window = windows[number % len(windows)]
            examples.extend(builder.build(texts, corpus.maps, window=window, **config["augmentation"]))
    batches = pack_batches(examples, config["schedule"]["batch"], chooser)
    norms = {name: max(1.0, count_units(examples, name) / len(batches)) for name in HEADS}
    weights = {**config["loss_weights"], **part.get("loss_weights", {})}
    return Round(batches, part["learning_rate"], part["piece_masking"], norms, weights)


def choose_passes(corpus: Corpus, passes: float, chooser: random.Random) -> Iterator[list[AnnotatedText]]:
    """The texts of each pass over a corpus; the last pass may be a part of one."""
    texts = list(corpus.read())
    for number in range(math.ceil(passes)):
        share = min(1.0, passes - number)
        yield texts if share == 1.0 else chooser.sample(texts, round(share * len(texts)))


def pack_batches(examples: list[Example], limit: int, chooser: random.Random) -> list[list[Example]]:
    """The windows in random order, as batches of at most limit padded pieces of nearly equal windows."""
    chooser.shuffle(examples)
    batches: list[list[Example]] = []
    for first in range(0, len(examples), SORTED_TOGETHER):
        group = sorted(examples[first : first + SORTED_TOGETHER], key=find_length)
        batch: list[Example] = []
        for example in group:
            # The group is sorted, so the newest window is the longest.
            if batch and (len(batch) + 1) * find_length(example) > limit:
                batches.append(batch)
                batch = []
            batch.append(example)
        batches.append(batch)
    chooser.shuffle(batches)
    return batches


def find_length(example: Example) -> int:
    """The length of a window in pieces."""
    return len(example.ids)


def build_allowed(builder: TargetBuilder, name: str) -> Tensor:
    """(n_sets, n_labels): 0 for a label that the set allows, minus infinity for the others."""
    mask = torch.from_numpy(builder.label_sets[name].build_mask())
    return torch.zeros(mask.shape).masked_fill(~mask, -math.inf)


def count_units(examples: list[Example], name: str) -> int:
    """How many words or sentences are labelled for a head, or choices made by one of vectors."""
    if HEADS[name].level == "vector":
        return sum(len(example.choices[name].is_nobody) for example in examples if name in example.choices)
    if HEADS[name].level == "token":
        return sum(int((example.tokens[name] >= 0).sum()) for example in examples if name in example.tokens)
    return sum(len(example.sentence_targets[name]) for example in examples if name in example.sentence_targets)
