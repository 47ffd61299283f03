"""Network time: `python -m training.network_time MODEL` compares the shipped network with plain all-MiniLM-L6-v2.

Both are int8 by the same export and run in turn on one thread over one row, so that a busy machine slows both.
"""

import argparse
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter

import numpy as np
from safetensors.torch import load_file
from torch import Tensor, nn
from transformers import BertConfig, BertModel

from service.components.encoder.network import Network
from service.components.encoder.windows import Window
from training.export import export_graph, quantise
from training.network import find_base_folder

PIECES = 128
WARM_UP_ROUNDS = 20
ROUNDS = 300
# A row's ids only have to be ordinary words.
FIRST_ID = 2000


class PlainNetwork(nn.Module):
    """The base as its authors left it: the last layer's output, and no heads."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        config = BertConfig.from_json_file(str(folder / "config.json"))
        config._attn_implementation = "eager"
        self.encoder = BertModel(config, add_pooling_layer=False)
        weights = load_file(str(folder / "model.safetensors"))
        self.encoder.load_state_dict(weights, strict=False)

    def forward(self, ids: Tensor, types: Tensor) -> Tensor:
        """(batch, length, width) from (batch, length) ids and types."""
        hidden: Tensor = self.encoder(input_ids=ids, token_type_ids=types).last_hidden_state
        return hidden


def export_plain(path: Path) -> None:
    """Write the base as an int8 graph."""
    source = path.with_suffix(".fp32.onnx")
    export_graph(PlainNetwork(find_base_folder()), source)
    quantise(source, path)


def time_networks(paths: list[Path]) -> list[float]:
    """The median seconds of each network for one row."""
    networks = [Network(path.read_bytes()) for path in paths]
    ids = np.arange(FIRST_ID, FIRST_ID + PIECES, dtype=np.int64)
    row = Window(0, PIECES, ids, np.zeros_like(ids), np.arange(PIECES))
    times: list[list[float]] = [[] for _ in networks]
    for _ in range(WARM_UP_ROUNDS + ROUNDS):
        for network, taken in zip(networks, times, strict=True):
            started = perf_counter()
            network.score_window(row)
            taken.append(perf_counter() - started)
    return [median(taken[WARM_UP_ROUNDS:]) for taken in times]


def main() -> None:
    """Print the ratio."""
    parser = argparse.ArgumentParser(prog="python -m training.network_time", description=__doc__)
    parser.add_argument("model", type=Path)
    model = parser.parse_args().model
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        export_plain(plain)
        own, base = time_networks([model / "news_encoder/weights.onnx", plain])
    print(f"{PIECES} pieces on one thread: {own / base:.3f} times plain all-MiniLM-L6-v2 in int8 ({1000 * own:.1f} ms)")


if __name__ == "__main__":
    main()
