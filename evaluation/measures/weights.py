"""What the int8 weights weigh, and what they lose against the fp32 weights that they were made from."""

from evaluation.figures import Figure, Target
from evaluation.intervals import Interval, find_loss_interval

LOSS_TARGET = Target(1.0, "at most")
SIZE_TARGET = Target(30.0, "at most")
BYTES_PER_MB = 1_000_000


def measure_size(weights: bytes) -> Figure:
    """The size of a file of weights."""
    return Figure("weights: size", len(weights) / BYTES_PER_MB, SIZE_TARGET, "MB", better="lower")


def compare_weights(int8: dict[str, list[Figure]], fp32: dict[str, list[Figure]]) -> list[Figure]:
    """For each head the loss in the figure that stands for it, held to the target; then, as details, in each figure.

    Both hold the same figures in the same order. A gain is a negative loss.
    """
    heads = [find_loss(f"int8 loss, {name}", figures[0], fp32[name][0], LOSS_TARGET) for name, figures in int8.items()]
    details = [
        find_loss(f"int8 loss in {figure.name}", figure, before)
        for name, figures in int8.items()
        for figure, before in zip(figures, fp32[name], strict=True)
    ]
    return [*heads, *details]


def find_loss(name: str, figure: Figure, before: Figure, target: Target | None = None) -> Figure:
    """How much lower a figure is than before, as a detail where no target is given.

    ValueError where the two are not the same figure.
    """
    if figure.name != before.name:
        raise ValueError(f"{figure.name!r} cannot be compared with {before.name!r}")
    interval = None
    if figure.sums is not None and before.sums is not None:
        interval = find_loss_interval(before.sums, figure.sums)
    if interval is not None:
        interval = Interval(100 * interval.low, 100 * interval.high)
    return Figure(
        name,
        before.value - figure.value,
        target,
        "points",
        place="figure" if target else "detail",
        better="lower",
        interval=interval,
    )
