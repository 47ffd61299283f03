"""The role printed with a name, before or behind it."""

import pytest

from service.components.sources.descriptions import find_description
from tests.marked_text import read_marked

# Text with its person marked, and where marked, the first words of its source; the description.
DESCRIPTIONS = [
    ("Labour housing spokeswoman [PERSON Ann Lee] spoke.", "Labour housing spokeswoman"),
    ("“It ends,” [SOURCE union chief] [PERSON Kim Min] told a rally.", "union chief"),
    ("“It ends,” said union chief [PERSON Kim Min].", "chief"),
    ("Senior Minister of State for Manpower [PERSON Koh Jin] spoke.", "Senior Minister of State for Manpower"),
    ("[SOURCE Minister for Housing and Land] [PERSON Ann Lee] spoke.", "Minister for Housing and Land"),
    ("It hurt Bo Park and President [PERSON Ann Lee].", "President"),
    ("It sued its chief executive [PERSON Ann Lee].", "its chief executive"),
    ("The bill of Sens. [PERSON Ann Lee] and Bo Li", "Sens."),
    ("Sen. [PERSON Ann Lee], an Idaho Republican, spoke.", "an Idaho Republican"),
    ("[PERSON Prof Ann Lee] spoke.", "Prof"),
    ("Mr [PERSON Lee] spoke.", None),
    ("A spokesman for [PERSON Ann Lee] spoke.", None),
    ("Labour leader Sir [PERSON Ann Lee] spoke.", "Labour leader"),
    ("Democrats questioned Mr. [PERSON Lee] on it.", None),
    ("Donors say [PERSON Ann Lee] won.", None),
    ("Washington (CNN) President [PERSON Ann Lee] spoke.", "President"),
    ("Said Rep. [PERSON Ann Lee] then.", "Rep."),
    ("[PERSON Ann Lee], talking to reporters, left.", None),
    ("His cousin, [PERSON Bo Li], has been there longer.", "His cousin"),
    ("We heard from a passenger, [PERSON Bo Li], too.", "a passenger"),
    ("The central government’s spokesperson, [PERSON Bo Li], left.", "The central government’s spokesperson"),
    ("[PERSON Bo Li], who serves as a deputy mayor, left.", "a deputy mayor"),
    ("Asked by the mayor’s office, [PERSON Bo Li] left.", None),
    ("The trust’s medical director, Dr [PERSON Bo Li], left.", "The trust’s medical director"),
    ("Its president, Madam [PERSON Bo Li], left.", "Its president"),
    ("The minister, Datuk [PERSON Bo Li], left.", "The minister"),
    ("Headteacher [PERSON Bo Li] left.", "Headteacher"),
    ("[PERSON Bo Li], prosecuting, left.", "prosecuting"),
    ("[PERSON Bo Li], defending the plan, left.", None),
    ("The PMA’s general secretary, [PERSON Bo Li], left.", "The PMA’s general secretary"),
    (
        "The Mine Workers Union (MWU) general secretary, [PERSON Bo Li], left.",
        "The Mine Workers Union (MWU) general secretary",
    ),
    ("The Education Union’s officer, [PERSON Bo Li], left.", "The Education Union’s officer"),
    ("Its president, Comrade [PERSON Bo Li], left.", "Its president"),
    ("Its managing director, Eng. [PERSON Bo Li], left.", "Its managing director"),
    ("Cpl [PERSON Bo Li] left.", "Cpl"),
    ("The Royal College of Nursing’s director, [PERSON Bo Li], left.", "The Royal College of Nursing’s director"),
    ("Sandoval & Pike partner [PERSON Bo Li] left.", "Sandoval & Pike partner"),
    ("Said acting deputy vice-chancellor [PERSON Bo Li].", "acting deputy vice-chancellor"),
    ("PPP MNA [PERSON Bo Li] left.", "PPP MNA"),
    ("[PERSON Bo Li], who follows the industry for Jefferies, left.", "follows the industry for Jefferies"),
    ("[PERSON Bo Li], who says the industry is ill, left.", None),
    ("[PERSON Bo Li], a reindeer herder, left.", "a reindeer herder"),
    ("[PERSON Bo Li], a week before the vote, left.", None),
    ("Chancellor [PERSON Bo Li], a shock to allies, left.", "Chancellor"),
]


@pytest.mark.parametrize(("marked", "description"), DESCRIPTIONS)
def test_descriptions(marked: str, description: str | None) -> None:
    text = read_marked(marked)
    persons = text.find("PERSON")

    found = find_description(text.text, persons, text.find("SOURCE") or persons)

    assert (text.text[slice(*found)] if found else None) == description
