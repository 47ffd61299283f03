"""Which mentions are one organisation."""

import pytest

from service.components.organisations.aliases import Mention, find_repetitions, group_mentions


def list_mentions(*names: str) -> list[Mention]:
    """Mentions of these names, one after the other."""
    return [Mention(name, 100 * at, 100 * at + len(name), 0.9) for at, name in enumerate(names)]


GROUPED = [
    (["World Health Organization", "WHO"], [["World Health Organization", "WHO"]]),
    (["BOJ", "Bank of Japan"], [["BOJ", "Bank of Japan"]]),
    (["Goldman Sachs", "Goldman"], [["Goldman Sachs", "Goldman"]]),
    (["Acme Inc.", "Acme"], [["Acme Inc.", "Acme"]]),
    (["Bank of Japan", "Bank of England", "Bank"], [["Bank of Japan"], ["Bank of England"], ["Bank"]]),
    (["Delta Air Lines", "Delta Dental", "Delta"], [["Delta Air Lines"], ["Delta Dental"], ["Delta"]]),
    (["Aston Villa", "Villa"], [["Aston Villa", "Villa"]]),
    (["Goldman", "Goldman Sachs", "Goldman Sachs Group"], [["Goldman", "Goldman Sachs", "Goldman Sachs Group"]]),
    (["UN Council", "United Nations Council", "Council"], [["UN Council", "United Nations Council"], ["Council"]]),
    (["People’s Party", "PP"], [["People’s Party", "PP"]]),
    (["Acme Times", "Bolt Times", "Times"], [["Acme Times"], ["Bolt Times"], ["Times"]]),
    (["the Fed", "Fed"], [["the Fed", "Fed"]]),
]


@pytest.mark.parametrize(("names", "expected"), GROUPED)
def test_groups(names: list[str], expected: list[list[str]]) -> None:
    assert [[mention.text for mention in group] for group in group_mentions("", list_mentions(*names))] == expected


def test_a_short_form_in_brackets_belongs_to_the_name_before() -> None:
    text = "Sea and Air Institute (IPMA) said. IPMA said."
    mentions = [Mention(text[start:end], start, end, 0.9) for start, end in ((0, 21), (23, 27), (35, 39))]

    assert [[mention.start for mention in group] for group in group_mentions(text, mentions)] == [[0, 23, 35]]


def test_two_names_that_may_each_stand_for_the_other_end() -> None:
    text = "BC (B Corp) rose."
    mentions = [Mention(text[start:end], start, end, 0.9) for start, end in ((0, 2), (4, 10))]

    assert [[mention.text for mention in group] for group in group_mentions(text, mentions)] == [["BC", "B Corp"]]


def test_a_name_is_found_wherever_it_is_printed_again() -> None:
    text = "Acme rose. Acme’s rival fell. Acmeville grew. ACME lost. Acme Street flooded."
    first = Mention("Acme", 0, 4, 0.8)

    found = find_repetitions(text, [first], blocked=[(57, 68)])

    assert [(mention.start, mention.text, mention.confidence) for mention in found] == [(11, "Acme", 0.8)]


def test_short_and_generic_names_are_not_looked_for() -> None:
    assert find_repetitions("Bank and UN, Bank and UN", list_mentions("Bank", "UN"), blocked=[]) == []
