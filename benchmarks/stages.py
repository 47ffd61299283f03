"""Where the time of an article goes: each stage as a multiple of the bare network, by length."""

from collections import defaultdict
from statistics import median
from time import perf_counter

from benchmarks.articles import make_text
from benchmarks.bare_network import BareNetwork
from benchmarks.results import Result
from benchmarks.turns import one_core
from service import Extractor
from service.pipeline.watch import Watch
from service.request import ExtractRequest
from service.schemas.extraction import render_extraction
from service.schemas.request import load_request

# Words of a text → rounds.
LENGTHS = {100: 60, 450: 40, 2_000: 12, 20_000: 3}
USUAL = 450
MOST_TIMES = 1.25
WHOLE = "whole"


def measure() -> list[Result]:
    """A row for each length, and the whole pipeline at the usual one."""
    with one_core():
        extractor, network = Extractor.load(), BareNetwork()
        shares = {words: time_stages(extractor, network, words, rounds) for words, rounds in LENGTHS.items()}
    rows = [
        Result(
            f"stages of {words:,} words, as multiples of the bare network",
            ", ".join(f"{stage} {times:.3f}" for stage, times in stages.items()),
        )
        for words, stages in shares.items()
    ]
    times = shares[USUAL][WHOLE]
    return [
        *rows,
        Result(
            f"whole pipeline against its bare network, {USUAL} words, one thread",
            f"{times:.2f} ×",
            f"at most {MOST_TIMES:g} ×",
            is_met=times <= MOST_TIMES,
        ),
    ]


def time_stages(extractor: Extractor, network: BareNetwork, words: int, rounds: int) -> dict[str, float]:
    """Stage → its median, over the median of the bare network, which takes turns with the pipeline."""
    text = make_text(words)
    bare, request = network.prepare(text), load_request({"text": text})
    taken: defaultdict[str, list[float]] = defaultdict(list)
    alone = []
    # The first round warms up.
    for _ in range(rounds + 1):
        started = perf_counter()
        bare()
        alone.append(perf_counter() - started)
        for stage, seconds in time_article(extractor, request).items():
            taken[stage].append(seconds)
    usual = median(alone[1:])
    return {stage: median(seconds[1:]) / usual for stage, seconds in taken.items()}


def time_article(extractor: Extractor, request: ExtractRequest) -> dict[str, float]:
    """Stage → seconds of one article, its JSON and the whole of them included."""
    watch, started = Watch(), perf_counter()
    extraction = extractor.extract(request.text, request.options, watch)
    read = perf_counter()
    render_extraction(extraction, request)
    ended = perf_counter()
    return {**watch.seconds, "json": ended - read, WHOLE: ended - started}
