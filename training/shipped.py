"""The weights of a pipeline that ships, back from int8 to where training can go on from them."""

from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import Tensor

from service.pipeline.extractor import find_weights
from training.network import Network, build_network, find_base_folder


def load_shipped(model: Path, *, embedding_dropout: float) -> Network:
    """The network with the weights of a pipeline folder, each within half a step of its eight bits.

    KeyError where the graph lacks one of the network's parameters.
    """
    network = build_network(find_base_folder())
    values = read_values(onnx.load(str(find_weights(model))))
    state = network.state_dict()
    network.load_state_dict({name: fit_rows(find_value(values, name), state[name]) for name in state})
    network.encoder.embeddings.dropout.p = embedding_dropout
    return network


def fit_rows(value: Tensor, random: Tensor) -> Tensor:
    """A parameter's value in the shape of its random one; rows that it lacks, of heads that are new, stay random."""
    if value.numel() == random.numel():
        return value.reshape(random.shape)
    return torch.cat((value, random[len(value) :]))


def find_value(values: dict[str, Tensor], name: str) -> Tensor:
    """The value of one of the network's parameters, a smoothed layer's as it was before smoothing."""
    if name in values:
        return values[name]
    stem, _, kind = name.rpartition(".")
    value = values[f"{stem}.linear.{kind}"]
    return value * values[f"{stem}.inverse"] if kind == "weight" else value


def read_values(graph: onnx.ModelProto) -> dict[str, Tensor]:
    """Parameter → its value, from the graph's initialisers: as they are, or dequantised.

    The matrices of linear layers lost their names in the export and have those of the nodes that multiply by them.
    """
    arrays = {item.name: numpy_helper.to_array(item) for item in graph.graph.initializer}
    values = {name: torch.from_numpy(array.copy()) for name, array in arrays.items() if array.dtype == np.float32}
    for name in arrays:
        stem = name.removesuffix("_quantized")
        if stem != name:
            values[stem] = dequantise(arrays[name], arrays[f"{stem}_scale"], arrays[f"{stem}_zero_point"])
    for node in graph.graph.node:
        if node.op_type in ("MatMul", "MatMulInteger"):
            stem = node.input[1].removesuffix("_quantized")
            layer = node.name.removeprefix("/").rpartition("/")[0].replace("/", ".")
            if stem in values:
                values[f"{layer}.weight"] = values[stem].T.contiguous()
    return values


def dequantise(steps: np.ndarray, scale: np.ndarray, zero_point: np.ndarray) -> Tensor:
    """The real values of whole steps; one scale for all, or for each column.

    >>> dequantise(np.array([[1, 3]], dtype=np.int8), np.array([0.5, 2.0]), np.array([0, 1], dtype=np.int8))
    tensor([[0.5000, 4.0000]])
    """
    return torch.from_numpy(((steps.astype(np.float32) - zero_point) * scale).astype(np.float32))
