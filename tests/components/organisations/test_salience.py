"""How much of an article is about an organisation, by the whole service."""

import pytest

from service.pipeline.extractor import MODEL_PATH, Extractor

BODY = "Norfield Steel will close its oldest furnace. Workers asked Deutsche Bank for help, and Deutsche Bank refused."


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor.load(MODEL_PATH)


def read_saliences(extractor: Extractor, text: str) -> dict[str, float]:
    """Name → salience."""
    return {organisation.name: organisation.salience for organisation in extractor.extract(text).organisations}


def test_saliences_sum_to_one_and_order_the_list(extractor: Extractor) -> None:
    saliences = list(read_saliences(extractor, BODY).values())
    assert len(saliences) == 2
    assert sum(saliences) == pytest.approx(1)
    assert saliences == sorted(saliences, reverse=True)


def test_a_further_mention_counts(extractor: Extractor) -> None:
    once = read_saliences(extractor, BODY.replace("and Deutsche Bank refused", "which was refused"))
    assert read_saliences(extractor, BODY)["Deutsche Bank"] > once["Deutsche Bank"]


def test_the_headline_counts_more_than_a_line_below_it(extractor: Extractor) -> None:
    above = read_saliences(extractor, f"Deutsche Bank turns workers away\n\nFurnace to close\n\n{BODY}")
    below = read_saliences(extractor, f"Furnace to close\n\nDeutsche Bank turns workers away\n\n{BODY}")
    assert above["Deutsche Bank"] > below["Deutsche Bank"]


def test_an_early_mention_counts_more_than_a_late_one(extractor: Extractor) -> None:
    filler = "The weather was mild and the river was low for the time of the year. " * 60
    early = read_saliences(extractor, f"{BODY} {filler}")
    late = read_saliences(
        extractor, f"Norfield Steel will close its oldest furnace. {filler} Deutsche Bank refused help."
    )
    assert early["Deutsche Bank"] > late["Deutsche Bank"]
