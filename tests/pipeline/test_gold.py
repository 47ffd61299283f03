"""The gate on our own articles: what the shipped model scores there is not worse than in the baseline."""

from evaluation.baseline import read_baseline
from evaluation.gate import compare_gold, measure_baseline
from service import Extractor


def test_gold_holds() -> None:
    complaints = compare_gold(read_baseline(), measure_baseline(Extractor.load(), []))
    assert not complaints, "\n".join(complaints)
