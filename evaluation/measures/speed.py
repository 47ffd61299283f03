"""Figures of time: what everything around the network costs, as a multiple of the network's own time."""

from collections.abc import Callable
from statistics import median
from time import perf_counter

from spacy.language import Language

from evaluation.extractions import Extract
from evaluation.figures import Figure, Target
from evaluation.readings import find_encoder
from service.components.encoder.scores import read_word_scores
from service.extraction import ExtractionOptions

MULTIPLE_TARGET = Target(1.5, "at most")
SOURCES_TARGET = Target(0.15, "at most")
ROUNDS = 25
WARM_UP_ROUNDS = 3


def measure_speed(extract: Extract, nlp: Language, text: str) -> list[Figure]:
    """The time of one article on one thread, and of its sources, with the network alone timed in turn.

    They alternate, so that a busy machine slows both, and medians are compared.
    """
    encoder = find_encoder(nlp)
    network = encoder.network
    if network is None:
        raise ValueError("the pipeline has no weights")
    pieces = read_word_scores(nlp.tokenizer(text)).pieces

    def run_network() -> object:
        return network.score_words(pieces, window=encoder.window)

    def run_service() -> object:
        return extract(text, ExtractionOptions())

    doc = nlp(text)
    sources = nlp.get_pipe("news_sources")

    def run_sources() -> object:
        return sources(doc)

    alone: list[float] = []
    whole: list[float] = []
    part: list[float] = []
    for _ in range(WARM_UP_ROUNDS + ROUNDS):
        alone.append(time_call(run_network))
        whole.append(time_call(run_service))
        part.append(time_call(run_sources))
    network_time, service_time, sources_time = (median(times[WARM_UP_ROUNDS:]) for times in (alone, whole, part))
    return [
        Figure(
            "sample article: sources' time over network's",
            sources_time / network_time,
            SOURCES_TARGET,
            "times",
            place="timing",
            better="lower",
        ),
        Figure(
            "sample article: time over network's",
            service_time / network_time,
            MULTIPLE_TARGET,
            "times",
            place="timing",
            better="lower",
        ),
        Figure("sample article: time", 1000 * service_time, None, "ms", place="timing", better="lower"),
    ]


def time_call(call: Callable[[], object]) -> float:
    """The seconds that a call takes."""
    started = perf_counter()
    call()
    return perf_counter() - started
