"""Kinds of organisations: `python -m training.kinds DATA MODEL` learns them on the finished network.

No corpus at hand says of what kind the organisations in its texts are. organisation_kinds.tsv in corpora/ does, for
some three thousand well-known names, labelled by hand; names that organisations of several kinds bear are left out.
Wherever a text of the corpora names one of them, the network's last layer at its words is an example, and so are the
words of every listed name by themselves. Our own articles say of what kind each of their organisations is. Multinomial
logistic regression over all at once; the weights of the layer become the columns of the head "kinds" in the model's
ONNX graph.
"""

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from typing import cast

import numpy as np
import onnx
import spacy
import torch
from onnx import numpy_helper
from spacy.language import Language
from torch import Tensor

import service.components  # noqa: F401  (registers the factories)
from service.components.encoder.annotate import WEIGHTS_NAME, NewsEncoder
from service.components.encoder.heads import find_columns
from service.components.encoder.network import Network
from service.components.encoder.pieces import Pieces
from service.components.encoder.scores import Floats, read_word_scores
from service.components.encoder.windows import cut_windows
from service.components.organisations.annotate import KINDS_NAME, average_mentions, find_organisations, list_forms
from service.components.organisations.kinds import KindWeights, ListedNames, list_features, write_kinds
from service.extraction import ORGANISATION_KINDS, OrganisationKind
from service.text.names import fold_organisation
from training.command_line import read_data_and_model
from training.corpora.annotated import read_rows
from training.corpora.entities import read_columns, read_worldwide
from training.corpora.marked_articles import MarkedArticle, is_kept_apart, read_marked_articles
from training.corpora.organisation_kinds import read_labels

SEED = 1
# Articles without labels that are read beside the corpora of names, and how many characters of each.
ARTICLES, LENGTH = 3000, 5000
# A feature of names is learned where it occurs in so many listed names.
LEAST_NAMES = 2
# A name that stands in n articles weighs n ** this in all, and a kind of share p weighs p ** that.
NAME_POWER, KIND_POWER = 0.3, 0.7
# The share of examples from texts whose own words are left out, so that the network's view of them counts.
WORDLESS = 0.15
LAYER_PENALTY, WORD_PENALTY = 3e-3, 1e-6
STEPS = 120


@dataclass(frozen=True, slots=True)
class Example:
    """A name of known kind. name: folded. kind: its number. layer: (n_hidden,) in a text, None by itself."""

    name: str
    kind: int
    features: frozenset[str]
    layer: Floats | None


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


def load_probed(model: Path) -> tuple[Language, Probe]:
    """The pipeline without what is read off its entities, and the network that it runs, which keeps its last layer."""
    nlp = spacy.load(model, exclude=["news_organisations", "news_sources", "news_claims"])
    encoder = nlp.get_pipe("news_encoder")
    assert isinstance(encoder, NewsEncoder)
    encoder.network = probe = Probe((model / "news_encoder" / WEIGHTS_NAME).read_bytes())
    return nlp, probe


def find_heads(graph: onnx.ModelProto) -> onnx.NodeProto:
    """The matrix product of the heads: its inputs are the last layer and the columns."""
    product: onnx.NodeProto = next(
        node for node in graph.graph.node if "heads" in node.name and node.op_type == "MatMul"
    )
    return product


def read_texts(data: Path) -> Iterator[str]:
    """Texts in which organisations are named."""
    articles = [row["text"][:LENGTH] for row in read_rows(data / "news/articles.jsonl") if row["text"].strip()]
    random.Random(SEED).shuffle(articles)
    folder = data / "organisations"
    corpora = chain(
        read_worldwide(folder / "worldwide/raw_spans.jsonl", "train"),
        read_columns(folder / "conll2003/train.jsonl", separators="\n"),
        read_columns(folder / "finer_ord/train.jsonl", separators="\n"),
    )
    return chain(islice(articles, ARTICLES), (text.text for text in corpora))


def read_examples(nlp: Language, probe: Probe, text: str, listed: ListedNames) -> Iterator[Example]:
    """The listed organisations that a text names."""
    doc = nlp(text)
    pieces = read_word_scores(doc).pieces
    # What only the list would find is no example of what the network makes of a name.
    for mentions in find_organisations(doc, ListedNames({})):
        forms = list_forms(mentions)
        name = listed.find_name(forms)
        if name is not None:
            features = frozenset(feature for form in forms for feature in list_features(form))
            layer = average_mentions(probe.layer, pieces, mentions)
            yield Example(name, ORGANISATION_KINDS.index(listed.kinds[name]), features, layer)


def read_own_examples(nlp: Language, probe: Probe, article: MarkedArticle) -> Iterator[Example]:
    """The organisations of one of our own articles that are found in it."""
    # What check_articles lets pass has one of the contract's kinds.
    kinds = {
        fold_organisation(organisation.name): cast(OrganisationKind, organisation.kind)
        for organisation in article.organisations
    }
    yield from read_examples(nlp, probe, article.text, ListedNames(kinds))


def weigh_examples(examples: list[Example]) -> Floats:
    """(n_examples,) their weights: names by themselves weigh as much as all texts together."""
    counts = Counter(example.name for example in examples if example.layer is not None)
    in_text = np.array([example.layer is not None for example in examples])
    weights = np.array(
        [counts[example.name] ** (NAME_POWER - 1) if counts[example.name] else 1 for example in examples]
    )
    weights[~in_text] = 1.0
    for part in (in_text, ~in_text):
        weights[part] /= weights[part].sum()
    kinds = np.array([example.kind for example in examples])
    shares = np.bincount(kinds, weights=weights, minlength=len(ORGANISATION_KINDS)) / weights.sum()
    weights *= shares[kinds] ** (KIND_POWER - 1)
    shared: Floats = (weights / weights.sum()).astype(np.float32)
    return shared


def fit(examples: list[Example], features: list[str]) -> tuple[Floats, Floats, Floats]:
    """The weights of the layer (n_hidden, n_kinds), the constants (n_kinds,), the weights of the features."""
    layers = np.array([example.layer for example in examples if example.layer is not None])
    mean, deviation = layers.mean(0), layers.std(0)
    table = np.zeros((len(examples), len(mean)), dtype=np.float32)
    table[[example.layer is not None for example in examples]] = (layers - mean) / deviation
    chooser = random.Random(SEED)
    places = {feature: column for column, feature in enumerate(features)}
    cells = [
        (row, places[feature])
        for row, example in enumerate(examples)
        if example.layer is None or chooser.random() >= WORDLESS
        for feature in sorted(example.features)
        if feature in places
    ]
    words = torch.sparse_coo_tensor(
        torch.tensor(cells).T, torch.ones(len(cells)), (len(examples), len(features)), check_invariants=True
    )
    inputs, weights = torch.from_numpy(table), torch.from_numpy(weigh_examples(examples))
    kinds = torch.tensor([example.kind for example in examples])
    count = len(ORGANISATION_KINDS)
    of_layer = torch.zeros(len(mean), count, requires_grad=True)
    of_words = torch.zeros(len(features), count, requires_grad=True)
    constants = torch.zeros(count, requires_grad=True)
    optimizer = torch.optim.LBFGS([of_layer, of_words, constants], max_iter=STEPS, line_search_fn="strong_wolfe")

    def find_loss() -> Tensor:
        optimizer.zero_grad()
        scores = inputs @ of_layer + torch.sparse.mm(words, of_words) + constants
        loss = (torch.nn.functional.cross_entropy(scores, kinds, reduction="none") * weights).sum()
        loss = loss + LAYER_PENALTY * (of_layer**2).sum() + WORD_PENALTY * (of_words**2).sum()
        loss.backward()
        return loss

    optimizer.step(find_loss)
    columns = of_layer.detach().numpy() / deviation[:, np.newaxis]
    return columns, constants.detach().numpy() - mean @ columns, of_words.detach().numpy()


def write_columns(path: Path, columns: Floats, constants: Floats) -> None:
    """Put the weights of the layer into the columns of the head "kinds" of an ONNX graph."""
    graph = onnx.load(str(path))
    product = find_heads(graph)
    sums = next(node for node in graph.graph.node if product.output[0] in node.input)
    new = {product.input[1]: columns, next(name for name in sums.input if name != product.output[0]): constants}
    place = find_columns("kinds")
    for initializer in graph.graph.initializer:
        if initializer.name in new:
            array = numpy_helper.to_array(initializer).copy()
            array[..., place] = new[initializer.name]
            initializer.CopyFrom(numpy_helper.from_array(array, initializer.name))
    onnx.save(graph, str(path))


def train_kinds(data: Path, model: Path) -> None:
    """Learn the kinds, and write them into the model."""
    nlp, probe = load_probed(model)
    weights_path = model / "news_encoder" / WEIGHTS_NAME
    names = read_labels()
    listed = ListedNames({fold_organisation(name): kind for name, kind in names.items()})
    examples = [example for text in read_texts(data) for example in read_examples(nlp, probe, text, listed)]
    for article in read_marked_articles():
        if not is_kept_apart(article):
            examples.extend(read_own_examples(nlp, probe, article))
    print(f"learned from {len({example.name for example in examples})} names in {len(examples)} articles", flush=True)
    examples += [
        Example(fold_organisation(name), ORGANISATION_KINDS.index(kind), frozenset(list_features(name)), None)
        for name, kind in names.items()
    ]
    counts = Counter(feature for example in examples if example.layer is None for feature in example.features)
    features = sorted(feature for feature, count in counts.items() if count >= LEAST_NAMES)
    columns, constants, words = fit(examples, features)
    write_columns(weights_path, columns, constants)
    (model / "news_organisations").mkdir(exist_ok=True)
    write_kinds(
        model / "news_organisations" / KINDS_NAME,
        KindWeights(dict(zip(features, words, strict=True)), listed),
    )


if __name__ == "__main__":
    train_kinds(*read_data_and_model(__doc__))
