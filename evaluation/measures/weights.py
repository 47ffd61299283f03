"""What the int8 weights lose against the fp32 weights that they were made from."""

from evaluation.figures import Figure, Target

LOSS_TARGET = Target(1.0, "at most")


def compare_weights(int8: dict[str, list[Figure]], fp32: dict[str, list[Figure]]) -> list[Figure]:
    """For each head the loss in the figure that stands for it, held to the target; then, as details, in each figure.

    Both hold the same figures in the same order. A gain is a negative loss.
    """
    heads = [
        Figure(f"int8 loss, {name}", find_loss(figures[0], fp32[name][0]), LOSS_TARGET, "points")
        for name, figures in int8.items()
    ]
    details = [
        Figure(f"int8 loss in {figure.name}", find_loss(figure, before), None, "points", place="detail")
        for name, figures in int8.items()
        for figure, before in zip(figures, fp32[name], strict=True)
    ]
    return [*heads, *details]


def find_loss(figure: Figure, before: Figure) -> float:
    """How much lower a figure is than before; ValueError where the two are not the same figure."""
    if figure.name != before.name:
        raise ValueError(f"{figure.name!r} cannot be compared with {before.name!r}")
    return before.value - figure.value
