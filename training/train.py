"""Fine-tuning: `python -m training.train DATA WORK` leaves averaged weights and a learning curve in WORK."""

import argparse
import json
import math
import random
import time
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer
from torch import Tensor

from service.components.encoder.heads import HEADS
from training.corpora.catalogue import Corpus, list_corpora
from training.loss import Batch, collate, read_head, sum_loss
from training.network import Network, find_base_folder, load_base
from training.targets import Example, TargetBuilder

CONFIG_PATH = Path(__file__).with_name("config.toml")
MASK_ID = 103
# No piece below this id is a word: padding, unused and special pieces.
FIRST_WORD_ID = 999
# Windows are sorted by length within groups of this many, so that a batch pads little and still mixes corpora.
SORTED_TOGETHER = 512
DEV_WINDOWS = 24


@dataclass(frozen=True, slots=True)
class Round:
    """Batches under one rise and fall of the learning rate.

    rate: the highest, for the network below the heads. masking: the share of pieces masked. norms: head → labelled
    units in a step, on average.
    """

    batches: list[list[Example]]
    rate: float
    masking: float
    norms: dict[str, float]


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
    rounds = [build_round(data, part, builder, config, chooser) for part in config["rounds"]]
    dev = {
        corpus.name: builder.build(corpus.read(), corpus.maps, window=schedule["windows"][0])
        for corpus in list_corpora(data, "dev")
    }
    return Plan(
        rounds=rounds,
        dev={name: chooser.sample(windows, min(DEV_WINDOWS, len(windows))) for name, windows in dev.items()},
        allowed={name: build_allowed(builder, name) for name in HEADS},
    )


def build_round(
    data: Path, part: dict[str, Any], builder: TargetBuilder, config: dict[str, Any], chooser: random.Random
) -> Round:
    """The batches of one of the config's rounds."""
    examples: list[Example] = []
    for corpus in list_corpora(data, "train"):
        examples.extend(build_passes(corpus, part["passes"].get(corpus.name, 0.0), builder, config, chooser))
    batches = pack_batches(examples, config["schedule"]["batch"], chooser)
    norms = {name: max(1.0, count_units(examples, name) / len(batches)) for name in HEADS}
    return Round(batches, part["learning_rate"], part["piece_masking"], norms)


def build_passes(
    corpus: Corpus, passes: float, builder: TargetBuilder, config: dict[str, Any], chooser: random.Random
) -> list[Example]:
    """The windows of all passes over a corpus; the last pass may be a part of one."""
    windows = config["schedule"]["windows"]
    texts = list(corpus.read())
    examples: list[Example] = []
    for number in range(math.ceil(passes)):
        share = min(1.0, passes - number)
        chosen = texts if share == 1.0 else chooser.sample(texts, round(share * len(texts)))
        window = windows[number % len(windows)]
        examples.extend(builder.build(chosen, corpus.maps, window=window, **config["augmentation"]))
    return examples


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
    """How many words or sentences are labelled for a head."""
    if HEADS[name].level == "token":
        return sum(int((example.tokens[name] >= 0).sum()) for example in examples if name in example.tokens)
    return sum(len(example.sentence_targets[name]) for example in examples if name in example.sentence_targets)


def mask_pieces(batch: Batch, share: float) -> Tensor:
    """The batch's ids with a share of the word pieces masked."""
    chosen = (torch.rand(batch.ids.shape) < share) & (batch.ids >= FIRST_WORD_ID)
    return batch.ids.masked_fill(chosen, MASK_ID)


def scale_rate(rounds: list[Round], warm_up: float) -> Callable[[int], float]:
    """The learning rate at a step, in units of the first round's highest.

    In each round it rises over a share of warm_up of the steps, then falls to nothing.
    """

    def find_factor(step: int) -> float:
        for part in rounds:
            steps = len(part.batches)
            if step < steps:
                rising = max(1, round(warm_up * steps))
                ramp = min((step + 1) / rising, (steps - step) / max(1, steps - rising))
                return part.rate / rounds[0].rate * ramp
            step -= steps
        return 0.0

    return find_factor


def measure(network: Network, plan: Plan) -> dict[str, float]:
    """Loss per labelled unit on the dev windows, by corpus and head."""
    network.eval()
    losses: dict[str, float] = {}
    with torch.no_grad():
        for corpus, examples in plan.dev.items():
            batch = collate(examples)
            scores = network(batch.ids, batch.types, batch.mask)
            for name in HEADS:
                units, targets = read_head(scores, batch, name)
                if len(targets):
                    losses[f"{corpus}/{name}"] = round(
                        sum_loss(units, targets, plan.allowed[name]).item() / len(targets), 4
                    )
    network.train()
    return losses


def train(data: Path, work: Path, config_path: Path) -> None:
    """Run the whole schedule, or what is left of it where work holds a checkpoint."""
    config = tomllib.loads(config_path.read_text(encoding="utf-8"))
    schedule, weights = config["schedule"], config["loss_weights"]
    work.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(schedule["seed"])
    plan = build_plan(data, config)
    order = [(part, batch) for part in plan.rounds for batch in part.batches]
    steps = len(order)
    network = load_base(
        find_base_folder(),
        sha256=config["network"]["weights_sha256"],
        embedding_dropout=config["network"]["embedding_dropout"],
    )
    optimizer = torch.optim.AdamW(
        [
            {"params": network.encoder.parameters(), "lr": plan.rounds[0].rate},
            {"params": network.heads.parameters(), "lr": schedule["head_learning_rate"]},
        ],
        weight_decay=schedule["weight_decay"],
        fused=True,
    )
    scheduler = torch.optim.lr_scheduler.LambdaLR(optimizer, scale_rate(plan.rounds, schedule["warm_up"]))
    average = torch.optim.swa_utils.AveragedModel(
        network, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(schedule["average"])
    )
    first = load_checkpoint(work, network, average, optimizer, scheduler)
    started = time.monotonic()
    for step in range(first, steps):
        # Seeded by step, so that a resumed run masks as an unbroken one does.
        torch.manual_seed(schedule["seed"] + step)
        part, examples = order[step]
        batch = collate(examples)
        scores = network(mask_pieces(batch, part.masking), batch.types, batch.mask)
        loss = torch.zeros(())
        for name in HEADS:
            units, targets = read_head(scores, batch, name)
            if len(targets):
                loss = loss + weights[name] * sum_loss(units, targets, plan.allowed[name]) / part.norms[name]
        loss.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), schedule["clip"])
        optimizer.step()
        scheduler.step()
        optimizer.zero_grad()
        average.update_parameters(network)
        if step % 20 == 0:
            write_log(
                work, {"step": step, "of": steps, "loss": round(loss.item(), 4), "s": round(time.monotonic() - started)}
            )
        if (step + 1) % schedule["checkpoint_every"] == 0 or step + 1 == steps:
            write_log(work, {"step": step, "dev": measure(network, plan)})
            save_checkpoint(work, step + 1, network, average, optimizer, scheduler)
    torch.save(average.module.state_dict(), work / "weights.pt")


def write_log(work: Path, entry: dict[str, Any]) -> None:
    """Append an entry to the learning curve, and print it."""
    line = json.dumps(entry)
    print(line, flush=True)
    with (work / "log.jsonl").open("a", encoding="utf-8") as log:
        log.write(line + "\n")


def save_checkpoint(work: Path, step: int, *parts: Any) -> None:
    """Write the state of every part, replacing the last checkpoint only when the new one is whole."""
    draft = work / "checkpoint.tmp"
    torch.save({"step": step, "parts": [part.state_dict() for part in parts]}, draft)
    draft.replace(work / "checkpoint.pt")


def load_checkpoint(work: Path, *parts: Any) -> int:
    """Restore every part; the step to go on with, 0 where there is no checkpoint."""
    path = work / "checkpoint.pt"
    if not path.exists():
        return 0
    checkpoint = torch.load(path, weights_only=True)
    for part, state in zip(parts, checkpoint["parts"], strict=True):
        part.load_state_dict(state)
    return int(checkpoint["step"])


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("work", type=Path)
    parser.add_argument("--config", type=Path, default=CONFIG_PATH, help="hyper-parameters")
    arguments = parser.parse_args()
    train(arguments.data, arguments.work, arguments.config)
