"""Fine-tuning: `python -m training.train DATA WORK` leaves averaged weights and a learning curve in WORK."""

import argparse
import json
import time
import tomllib
from collections.abc import Callable
from itertools import accumulate
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from training.loss import Batch, collate, sum_losses
from training.network import Network, find_base_folder, load_base
from training.plan import Plan, Round, build_plan
from training.shipped import load_shipped

CONFIG_PATH = Path(__file__).with_name("config.toml")
MASK_ID = 103
# No piece below this id is a word: padding, unused and special pieces.
FIRST_WORD_ID = 999


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
            for name, (loss, units) in sum_losses(scores, batch, plan.allowed).items():
                losses[f"{corpus}/{name}"] = round(loss.item() / units, 4)
    network.train()
    return losses


def read_config(path: Path = CONFIG_PATH) -> dict[str, Any]:
    """The hyper-parameters in a TOML file."""
    return tomllib.loads(path.read_text(encoding="utf-8"))


def train(data: Path, work: Path, config: dict[str, Any], *, shipped: Path | None = None, last: int = 1) -> None:
    """Run the whole schedule, or what is left of it where work holds a checkpoint.

    shipped: a pipeline folder whose weights stand for all rounds but the last ones, which are last in number. What is
    exported is the mean of what the rounds end with, each by its share ("model soups", Wortsman and others 2022).
    """
    schedule = config["schedule"]
    work.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(schedule["seed"])
    shares = [part.get("share", 0.0) for part in config["rounds"]]
    left_out = len(shares) - last if shipped else 0
    config = {**config, "rounds": config["rounds"][left_out:]}
    plan = build_plan(data, config)
    order = [(part, batch) for part in plan.rounds for batch in part.batches]
    steps = len(order)
    ends = list(accumulate(len(part.batches) for part in plan.rounds))
    network = load_start(config["network"], shipped)
    if shipped:
        torch.save(network.state_dict(), work / name_round(-1))
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
        losses = sum_losses(scores, batch, plan.allowed)
        loss = sum((part.weights[name] / part.norms[name] * one for name, (one, _) in losses.items()), torch.zeros(()))
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
        if step + 1 in ends:
            torch.save(average.module.state_dict(), work / name_round(ends.index(step + 1)))
    parts = {name_round(-1): sum(shares[:left_out])}
    parts.update((name_round(number), share) for number, share in enumerate(shares[left_out:]))
    torch.save(mix_weights({work / name: share for name, share in parts.items() if share}), work / "weights.pt")


def load_start(settings: dict[str, Any], shipped: Path | None) -> Network:
    """The network as it is before the first step: with the weights of a pipeline folder, or the base's."""
    dropout = settings["embedding_dropout"]
    if shipped:
        return load_shipped(shipped, embedding_dropout=dropout)
    return load_base(find_base_folder(), sha256=settings["weights_sha256"], embedding_dropout=dropout)


def name_round(number: int) -> str:
    """The file that holds the running mean as it is when a round, counted from 0, is over; -1: before the first."""
    return f"round{number + 1}.pt"


def mix_weights(shares: dict[Path, float]) -> dict[str, Tensor]:
    """The mean of the weights in these files, each by its share; the shares need not sum to 1."""
    total = sum(shares.values())
    mixed: dict[str, Tensor] = {}
    for path, share in shares.items():
        for name, weights in torch.load(path, weights_only=True).items():
            mixed[name] = mixed.get(name, 0) + weights * (share / total)
    return mixed


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
    parser.add_argument("--shipped", type=Path, help="a pipeline folder to go on from with the last rounds alone")
    parser.add_argument("--last", type=int, default=1, help="how many rounds these are")
    arguments = parser.parse_args()
    train(arguments.data, arguments.work, read_config(arguments.config), shipped=arguments.shipped, last=arguments.last)
