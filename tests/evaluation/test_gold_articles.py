"""Our gold articles, read with offsets."""

import pytest

from evaluation.gold_articles import GOLD_FOLDER, locate_parts, read_gold


def test_every_gold_article_is_read() -> None:
    articles = read_gold(GOLD_FOLDER)
    assert len(articles) == len(list(GOLD_FOLDER.glob("*.json"))) >= 42
    assert all(article.sources and article.key_claims for article in articles)


def test_the_sample_article() -> None:
    (seed,) = (article for article in read_gold(GOLD_FOLDER) if article.id == "seed")
    assert {organisation.name: len(organisation.mentions) for organisation in seed.organisations} == {
        "Nvidia": 4,
        "Baidu": 1,
        "Huawei": 1,
    }
    (quote,) = seed.sources[1].quotes
    assert [seed.text[start - 1] for start, _ in quote.parts] == ["“", "“"]


def test_a_direct_part_stands_behind_its_mark() -> None:
    quote = {"kind": "direct", "parts": ["no"]}
    assert locate_parts("He had no plan. “no”", quote) == ((17, 19),)


def test_parts_follow_one_another() -> None:
    quote = {"kind": "indirect", "parts": ["no", "no"]}
    assert locate_parts("no, no", quote) == ((0, 2), (4, 6))


def test_a_part_that_is_not_there_is_an_error() -> None:
    with pytest.raises(ValueError):
        locate_parts("no", {"kind": "direct", "parts": ["no"]})
