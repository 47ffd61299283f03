"""The network's last layer, for heads that are only tried on the finished network."""

from pathlib import Path

import numpy as np
import onnx
import spacy
from spacy.language import Language

import service.components  # noqa: F401  (registers the factories)
from evaluation.readings import find_encoder
from service.components.encoder.annotate import WEIGHTS_NAME
from service.components.encoder.network import Network
from service.components.encoder.pieces import Pieces
from service.components.encoder.scores import Floats
from service.components.encoder.windows import cut_windows


class Probe(Network):
    """A network that keeps the last layer of the text that it has scored. layer: (n_words, n_hidden)."""

    def __init__(self, weights: bytes) -> None:
        graph = onnx.load_from_string(weights)
        self._name = find_heads(graph).input[0]
        graph.graph.output.append(onnx.helper.make_tensor_value_info(self._name, onnx.TensorProto.FLOAT, None))
        super().__init__(graph.SerializeToString())
        self.layer = np.zeros((0, 0), dtype=np.float32)

    def score_words(self, pieces: Pieces, *, window: int) -> Floats:
        """(n_words, n_columns) log-odds, from windows of at most this many pieces."""
        rows: list[tuple[Floats, Floats]] = []
        for row in cut_windows(pieces, limit=window):
            inputs = {"ids": row.ids[np.newaxis], "types": row.types[np.newaxis]}
            scores, layer = self._session.run(["scores", self._name], inputs)
            rows.append((scores[0][row.rows], layer[0][row.rows]))
        table, self.layer = (np.concatenate(part) for part in zip(*rows, strict=True))
        return table


def find_heads(graph: onnx.ModelProto) -> onnx.NodeProto:
    """The matrix product of the heads: its inputs are the last layer and the columns."""
    product: onnx.NodeProto = next(
        node for node in graph.graph.node if "heads" in node.name and node.op_type == "MatMul"
    )
    return product


def load_probed(model: Path) -> tuple[Language, Probe]:
    """The encoder of a pipeline folder, and the network that it runs, which keeps its last layer."""
    nlp = spacy.load(model, exclude=["news_organisations", "news_sources", "news_claims"])
    probe = Probe((model / "news_encoder" / WEIGHTS_NAME).read_bytes())
    find_encoder(nlp).network = probe
    return nlp, probe
