"""Which mentions are one organisation."""

import pytest

from service.components.organisations.aliases import Mention, find_repetitions, group_mentions, refer_back


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
    (["UN Council", "United Nations Council", "Council"], [["UN Council", "United Nations Council", "Council"]]),
    (["People’s Party", "PP"], [["People’s Party", "PP"]]),
    (["Acme Times", "Bolt Times", "Times"], [["Acme Times"], ["Bolt Times"], ["Times"]]),
    (["the Fed", "Fed"], [["the Fed", "Fed"]]),
    (["Sinn Féin", "Sinn Fein"], [["Sinn Féin", "Sinn Fein"]]),
    (["Smith & Jones Co", "S&J"], [["Smith & Jones Co", "S&J"]]),
    (["Nordic Motors Corp", "NM"], [["Nordic Motors Corp", "NM"]]),
    (["Centre for Disease Research and Prevention", "CDR"], [["Centre for Disease Research and Prevention", "CDR"]]),
    (["Association of Southeast Asian Nations", "ASEAN"], [["Association of Southeast Asian Nations", "ASEAN"]]),
    (["Association of Sea Anglers", "ASEXA"], [["Association of Sea Anglers"], ["ASEXA"]]),
    (["University of Leeds", "Leeds University"], [["University of Leeds", "Leeds University"]]),
    (["Ministry of Foreign Affairs", "Foreign Ministry"], [["Ministry of Foreign Affairs", "Foreign Ministry"]]),
    (
        ["Ministry of Trade", "Ministry of Health", "Ministry"],
        [["Ministry of Trade"], ["Ministry of Health"], ["Ministry"]],
    ),
    (["Liberal Democrats", "Lib Dems"], [["Liberal Democrats", "Lib Dems"]]),
    (["Conservative Party", "Conservatives"], [["Conservative Party", "Conservatives"]]),
    (["Salt Lake Herons", "Herons"], [["Salt Lake Herons", "Herons"]]),
    (["Supreme Court of India", "Supreme Court"], [["Supreme Court of India", "Supreme Court"]]),
    (["Supreme Court", "Supreme Court of India"], [["Supreme Court"], ["Supreme Court of India"]]),
    (["General Motors", "General"], [["General Motors"], ["General"]]),
    (["Harbour and Ea Lockkeepers’ Union", "Helu"], [["Harbour and Ea Lockkeepers’ Union", "Helu"]]),
    (["Harbour Lockkeepers’ Union", "Helu"], [["Harbour Lockkeepers’ Union"], ["Helu"]]),
    (["Ea District Hospital", "Ea Hospital"], [["Ea District Hospital", "Ea Hospital"]]),
    (
        ["Ea City Council", "Ea County Council", "Ea Council"],
        [["Ea City Council"], ["Ea County Council"], ["Ea Council"]],
    ),
    (["Ferry Safety Board of Ea", "FSB"], [["Ferry Safety Board of Ea", "FSB"]]),
    (["Marsh and Rowan Museum", "M&R"], [["Marsh and Rowan Museum", "M&R"]]),
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


REFERRING = [
    ("Duluth City Council met. The Council voted, the council said.", [["Duluth City Council", "Council"]]),
    ("The Council met before Duluth City Council.", [["Duluth City Council"]]),
    ("Duluth City Council praised the Council Bluffs mayor.", [["Duluth City Council"]]),
    (
        "Duluth City Council wrote to Superior Town Council. The Council waits.",
        [["Duluth City Council"], ["Superior Town Council"]],
    ),
    ("Rome Motors said the Motors were fine.", [["Rome Motors"]]),
]


@pytest.mark.parametrize(("text", "expected"), REFERRING)
def test_a_capital_noun_points_back_to_the_only_name_that_ends_with_it(text: str, expected: list[list[str]]) -> None:
    names = [name for (name, *_) in expected]
    groups = [[Mention(name, text.index(name), text.index(name) + len(name), 0.9)] for name in names]

    assert [[mention.text for mention in group] for group in refer_back(text, groups, blocked=[])] == expected
