"""Our gold articles, read with offsets."""

import tomllib

import pytest

from evaluation.gold_articles import GOLD_FOLDER, HALVES, locate_parts, read_gold, read_halves


def test_every_gold_article_is_read() -> None:
    articles = read_gold(GOLD_FOLDER)
    assert len(articles) == len(list(GOLD_FOLDER.glob("*.json"))) >= 42
    assert all(article.sources and article.key_claims for article in articles)


def test_every_article_is_in_one_half() -> None:
    names = {path.stem for path in GOLD_FOLDER.glob("*.json")}
    lists = tomllib.loads((GOLD_FOLDER / "halves.toml").read_text(encoding="utf-8"))
    assert sorted(lists) == sorted(HALVES)
    assert sorted([*lists["development"], *lists["blind"]]) == sorted(names)


def test_the_halves_are_even_in_every_series() -> None:
    halves = read_halves(GOLD_FOLDER)
    assert halves["seed"] == "development"
    for series in {name[0] for name in halves if name != "seed"}:
        members = [half for name, half in halves.items() if name.startswith(series) and name != "seed"]
        assert abs(members.count("development") - members.count("blind")) <= 1


def test_an_article_knows_its_half() -> None:
    assert {article.id: article.half for article in read_gold(GOLD_FOLDER)} == read_halves(GOLD_FOLDER)


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
