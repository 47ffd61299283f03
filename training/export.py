"""Export: `python -m training.export DATA WORK MODEL` turns the weights in WORK into the pipeline that ships."""

import argparse
import tempfile
from itertools import islice
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import nn

from service.components.encoder.annotate import NewsEncoder
from service.components.encoder.pieces import cut_pieces
from service.components.encoder.tokenizer import NewsTokenizer
from service.components.encoder.windows import Window, cut_windows
from service.pipeline.build import build_pipeline
from training.corpora.entities import read_worldwide
from training.network import Network, build_network, find_base_folder
from training.plan import load_tokenizer
from training.smoothing import smooth
from training.train import read_config

OPSET = 17
SAMPLE_TEXTS = 40
CARD_PATH = Path(__file__).with_name("model_card.md")


def export_graph(network: nn.Module, path: Path) -> None:
    """Write a network as an fp32 ONNX graph of unpadded rows: ids and types in, scores out."""
    network.eval()
    sample = torch.ones((1, 8), dtype=torch.int64)
    torch.onnx.export(
        network,
        (sample, torch.zeros_like(sample)),
        str(path),
        input_names=["ids", "types"],
        output_names=["scores"],
        dynamic_axes={name: {0: "batch", 1: "length"} for name in ("ids", "types", "scores")},
        opset_version=OPSET,
        dynamo=False,
    )


def quantise(source: Path, target: Path) -> None:
    """Write an int8 copy of an ONNX graph, the heads left in fp32.

    One scale for each output channel. Weights keep to seven bits: without the VNNI instructions, products of eight-bit
    weights overflow their sums and the answers differ from machine to machine.
    """
    prepared = target.with_suffix(".prepared.onnx")
    quant_pre_process(str(source), str(prepared), skip_symbolic_shape=True)
    heads = [node.name for node in onnx.load(str(prepared)).graph.node if "/heads/" in node.name]
    quantize_dynamic(
        str(prepared),
        str(target),
        weight_type=QuantType.QInt8,
        per_channel=True,
        reduce_range=True,
        nodes_to_exclude=heads,
    )
    prepared.unlink()


def load_network(weights: Path) -> Network:
    """The trained network on CPU."""
    network = build_network(find_base_folder(), attention="eager")
    network.load_state_dict(torch.load(weights, weights_only=True))
    return network


def read_sample(data: Path, window: int) -> list[Window]:
    """Windows of news of the world, for what the network's activations look like."""
    tokenizer = load_tokenizer()
    texts = islice(read_worldwide(data / "organisations/worldwide/raw_spans.jsonl", "train"), SAMPLE_TEXTS)
    return [row for text in texts for row in cut_windows(cut_pieces(text.text, tokenizer), limit=window)]


def export(data: Path, work: Path, model: Path) -> None:
    """Write the pipeline folder from the weights in work, and fp32.onnx beside those for comparison."""
    config = read_config()
    network = load_network(work / "weights.pt")
    export_graph(network, work / "fp32.onnx")
    smooth(network, read_sample(data, max(config["schedule"]["windows"])))
    with tempfile.TemporaryDirectory() as folder:
        export_graph(network, Path(folder) / "smooth.onnx")
        quantise(Path(folder) / "smooth.onnx", Path(folder) / "int8.onnx")
        weights = (Path(folder) / "int8.onnx").read_bytes()
    write_pipeline(weights, model, version=config["export"]["version"])


def write_pipeline(weights: bytes, model: Path, *, version: str) -> None:
    """Write a pipeline folder around the weights."""
    nlp = build_pipeline()
    nlp.meta["version"] = version
    tokenizer = nlp.tokenizer
    encoder = nlp.get_pipe("news_encoder")
    if not isinstance(tokenizer, NewsTokenizer) or not isinstance(encoder, NewsEncoder):
        raise TypeError("the pipeline has another tokeniser or encoder than this export writes")
    tokenizer.from_bytes(load_tokenizer().to_str().encode("utf-8"))
    encoder.load_weights(weights)
    nlp.to_disk(model, exclude=["vocab"])
    (model / "MODEL_CARD.md").write_text(CARD_PATH.read_text(encoding="utf-8"), encoding="utf-8")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("work", type=Path)
    parser.add_argument("model", type=Path)
    arguments = parser.parse_args()
    export(arguments.data, arguments.work, arguments.model)
