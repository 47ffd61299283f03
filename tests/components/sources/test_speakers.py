"""Who the words that name a speaker stand for."""

import pytest

from service.components.sources.cast import Cast, Name, build_cast, number_persons
from service.components.sources.speakers import resolve_speaker
from tests.marked_text import MarkedText, read_marked


def read_cast(marked: MarkedText) -> Cast:
    """The cast of a text with PERSON and ORG marked."""
    organisations = [
        Name(marked.text[start:end], start, end, number) for number, (start, end) in enumerate(marked.find("ORG"))
    ]
    return build_cast(marked.text, marked.find("PERSON"), organisations)


# The last words before "said" are the speaker.
SPEAKERS = [
    ("[PERSON Michelle Zhang] rose. [PERSON Zhang] said", "Zhang", "person", "Michelle Zhang"),
    ("[PERSON Ana Smith] met [PERSON Bob Smith]. Then [PERSON Ana Smith] said", "Ana Smith", "person", "Ana Smith"),
    ("Mr [PERSON Lee] met Ms [PERSON Ann Park]. She said", "She", "person", "Ann Park"),
    ("Ms [PERSON Ann Park] met Mr [PERSON Tom Lee]. She said", "She", "person", "Ann Park"),
    (
        "Norwegian battery maker [ORG Fjellkraft] said",
        "Norwegian battery maker Fjellkraft",
        "organisation",
        "Fjellkraft",
    ),
    ("the [ORG BBC] later said", "the BBC later", "organisation", "BBC"),
    ("[ORG Kanda Motors] on Tuesday said", "Kanda Motors on Tuesday", "organisation", "Kanda Motors"),
    ("Analysts at [ORG UBS] said", "Analysts at UBS", "unnamed", "Analysts at UBS"),
    ("A report by [ORG UBS] said", "A report by UBS", "organisation", "UBS"),
    ("[ORG Lumenix Inc.] (NASDAQ: LMNX), a robot maker, said", "LMNX), a robot maker", "organisation", "Lumenix Inc."),
    ("[ORG Lumenix] rose (by 2%). Some (few) traders said", "few) traders", "unnamed", "few) traders"),
    ("[ORG UBS] traders said", "UBS traders", "unnamed", "UBS traders"),
    ("a lawyer for [PERSON Ann Park] said", "a lawyer for Ann Park", "unnamed", "a lawyer for Ann Park"),
    ("Prime Minister [PERSON Ann Park] left. The prime minister said", "The prime minister", "person", "Ann Park"),
    (
        "A senior official, who asked for anonymity, said",
        "A senior official, who asked for anonymity",
        "unnamed",
        "A senior official",
    ),
    ("“ (Lee) said", "“ (Lee)", "unnamed", "“ (Lee)"),
    ("They said", "They", "unnamed", None),
    ("He said", "He", "unnamed", None),
]


@pytest.mark.parametrize(("marked", "source", "kind", "name"), SPEAKERS)
def test_speakers(marked: str, source: str, kind: str, name: str | None) -> None:
    text = read_marked(marked)
    start = text.text.rindex(source)

    speaker = resolve_speaker(text.text, (start, start + len(source)), read_cast(text), None)

    found = None if speaker.name is None else text.text[slice(*speaker.name)]
    assert (speaker.kind, found) == (kind, name)


def test_two_smiths_stay_two_and_a_bare_surname_goes_to_the_last() -> None:
    names = number_persons([("Ana Smith", 0, 9), ("Bob Smith", 20, 29), ("Smith", 40, 45), ("Ana", 50, 53)])

    assert [name.number for name in names] == [0, 1, 1, 0]


def test_unnamed_sources_with_an_indefinite_article_stay_apart() -> None:
    text = "a resident said so. a resident said no. residents said so. Residents said no"
    keys = [
        resolve_speaker(text, (at, at + len(words)), build_cast(text, [], []), None).key
        for at, words in ((0, "a resident"), (20, "a resident"), (40, "residents"), (59, "Residents"))
    ]

    assert keys[0] != keys[1]
    assert keys[2] == keys[3]
