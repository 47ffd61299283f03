"""Figures on our own articles, over all of them and for each half."""

from evaluation.gold_articles import GoldArticle, GoldOrganisation, Half
from evaluation.measures.gold import HEADLINES, GoldPair, measure_gold
from service.extraction import Extraction, Model, Organisation, OrganisationMention

ACME = GoldOrganisation("Acme", "company", ("Acme",), ((0, 4),))
FOUND = Organisation("o1", "Acme", "company", (), (), 1.0, (OrganisationMention("Acme", 0, 4, 1.0),))


def build_pair(half: Half, found: tuple[Organisation, ...]) -> GoldPair:
    """An article that names Acme and nothing else."""
    article = GoldArticle("x", "Acme fell.", None, None, (), (ACME,), (), half)
    return GoldPair(article, Extraction(None, (), found, (), "en", (), Model("news", "0", "0"), ()))


def test_the_headlines_are_given_for_each_half() -> None:
    pairs = [build_pair("development", (FOUND,)), build_pair("development", (FOUND,)), build_pair("blind", ())]
    figures = {figure.name: figure for figure in measure_gold(pairs)}
    assert figures["gold organisations: entity F1"].value == 80
    assert figures["gold organisations: entity F1, development half"].value == 100
    assert figures["gold organisations: entity F1, blind half"].value == 0
    assert figures.keys() >= HEADLINES
    assert sum(name.endswith(" half") for name in figures) == 2 * len(HEADLINES)


def test_a_false_dateline_is_worse_the_more_there_are() -> None:
    figures = {figure.name: figure for figure in measure_gold([build_pair("blind", ())])}
    assert figures["gold datelines: false alarms"].better == "lower"
    assert figures["gold datelines: false alarms"].counts == (("part", 0), ("whole", 1))
