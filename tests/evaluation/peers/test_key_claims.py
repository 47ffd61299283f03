"""The key claims of the peers, scored as ours are."""

from evaluation.gold_articles import GoldArticle
from evaluation.peers.key_claims import measure_claims
from service.extraction import Extraction, ExtractionOptions, Model

TEXT = "Mill to close\n\nRain fell on Monday. The mill will close in May."


def extract(text, options=None):
    return Extraction(None, (), (), (), "en", ExtractionOptions().features, Model("", "", ""), ())


def test_each_system_is_scored_on_the_same_articles():
    article = GoldArticle("x", TEXT, None, None, (), (), ((TEXT.index("The mill"), len(TEXT)),))
    table = measure_claims(extract, [article])

    assert [(row.system, [round(figure.value) for figure in row.figures]) for row in table.rows] == [
        ("lead-5", [100, 50, 63]),
        ("headline overlap", [100, 50, 100]),
        ("ours", [0, 0, 0]),
    ]
