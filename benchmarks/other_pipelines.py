"""Words a second on one core, beside pipelines of well-known shapes with random weights, on the same texts."""

from collections.abc import Callable
from functools import partial
from importlib import import_module
from statistics import median

from spacy.language import Language

from benchmarks.articles import make_text
from benchmarks.bare_network import BareNetwork
from benchmarks.cnn_pipeline import build_cnn
from benchmarks.length import read_all
from benchmarks.results import Result
from benchmarks.turns import one_core, time_in_turns
from service import Extractor

WORDS, TEXTS = 450, 10
ROUNDS = 7
LEAST_CNN, LEAST_ROBERTA = 1.0, 8.0
# Pieces that spaCy's transformer pipelines send through the network at once, and by which they move on.
SPAN, STRIDE = 144, 104
OURS, CNN, ROBERTA = "ours", "CNN", "RoBERTa"


def measure() -> list[Result]:
    """Each pipeline's words a second, and ours as a multiple of them."""
    texts = tuple(make_text(WORDS, seed=seed) for seed in range(TEXTS))
    with one_core():
        calls: dict[str, Callable[[], object]] = {
            OURS: partial(read_all, Extractor.load(), texts),
            CNN: partial(annotate_all, build_cnn(), texts),
        }
        network = build_roberta(BareNetwork(), texts)
        if network:
            calls[ROBERTA] = network
        taken = time_in_turns(calls, ROUNDS)
    speed = {name: WORDS * TEXTS / median(seconds) for name, seconds in taken.items()}
    return [
        Result(f"words a second on one core, {TEXTS} texts of {WORDS} words", f"{speed[OURS]:,.0f}"),
        compare("a spaCy CNN pipeline of the shapes of en_core_web_sm", speed, CNN, LEAST_CNN),
        compare("a network of RoBERTa-base's size in PyTorch", speed, ROBERTA, LEAST_ROBERTA),
    ]


def compare(name: str, speed: dict[str, float], other: str, least: float) -> Result:
    """Our speed over that of another, or that the other could not be run."""
    if other not in speed:
        return Result(f"against {name}", "not run: torch and transformers are not installed", f"at least {least:g} ×")
    times = speed[OURS] / speed[other]
    value = f"{times:.2f} ×, it reads {speed[other]:,.0f}"
    return Result(f"against {name}", value, f"at least {least:g} ×", is_met=times >= least)


def annotate_all(nlp: Language, texts: tuple[str, ...]) -> None:
    """Annotate every text."""
    for text in texts:
        nlp(text)


def build_roberta(network: BareNetwork, texts: tuple[str, ...]) -> Callable[[], object] | None:
    """A call that runs such a network over texts, without tokeniser and heads; None where PyTorch is missing.

    Its spans are as many as those of our own word pieces would be; random ids cost what real ones do.
    """
    try:
        torch, transformers = import_module("torch"), import_module("transformers")
    except ImportError:
        return None
    torch.set_num_threads(1)
    # The sizes that a configuration has by default are those of roberta-base.
    model = transformers.RobertaModel(transformers.RobertaConfig(), add_pooling_layer=False).eval()
    batches = [
        torch.randint(5, 50_000, (1 + max(0, network.count_pieces(text) - SPAN + STRIDE - 1) // STRIDE, SPAN))
        for text in texts
    ]

    def run() -> None:
        with torch.inference_mode():
            for batch in batches:
                model(batch)

    return run
