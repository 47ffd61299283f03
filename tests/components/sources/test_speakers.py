"""Who the words that name a speaker stand for."""

import pytest

from service.components.sources.resolution import resolve_speaker
from service.components.sources.speakers import Cited, name_person
from tests.components.sources.scenes import build_scene, read_cast
from tests.marked_text import read_marked

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
    ("the [ORG Yonhap] news agency said", "the Yonhap news agency", "organisation", "Yonhap"),
    ("the [ORG Root] union of growers said", "the Root union of growers", "organisation", "Root"),
    ("The local branch of [ORG Root] said", "The local branch of Root", "organisation", "Root"),
    ("[ORG Root]’s council in Leeds said", "Root’s council in Leeds", "unnamed", "Root’s council in Leeds"),
    ("An editorial in the [ORG Echo] said", "An editorial in the Echo", "organisation", "Echo"),
    ("a former official of [ORG UBS] said", "a former official of", "unnamed", "a former official of UBS"),
    (
        "the [ORG Bureau of Industry and Security] said",
        "the Bureau of Industry",
        "organisation",
        "Bureau of Industry and Security",
    ),
    ("Analysts at [ORG UBS] said", "Analysts at UBS", "unnamed", "Analysts at UBS"),
    ("A report by [ORG UBS] said", "A report by UBS", "organisation", "UBS"),
    ("A report seen by [ORG UBS] said", "A report seen by UBS", "unnamed", "A report seen by UBS"),
    ("A study published in [ORG Nature] said", "A study published in Nature", "unnamed", "A study published in Nature"),
    ("A poll made for the [ORG BBC] said", "A poll made for the BBC", "unnamed", "A poll made for the BBC"),
    ("A memo sent to the [ORG BBC] said", "A memo sent to the BBC", "unnamed", "A memo sent to the BBC"),
    ("[ORG Lumenix Inc.] (NASDAQ: LMNX), a robot maker, said", "LMNX), a robot maker", "organisation", "Lumenix Inc."),
    ("[ORG Lumenix] rose (by 2%). Some (few) traders said", "few) traders", "unnamed", "few) traders"),
    ("[ORG UBS] traders said", "UBS traders", "unnamed", "UBS traders"),
    ("[PERSON Ann Park] came. She said", "She", "person", "Ann Park"),
    (
        "[PERSON Yadira Espinoza Cantillo] came. [PERSON Espinoza] said",
        "Espinoza",
        "person",
        "Yadira Espinoza Cantillo",
    ),
    ("[ORG Strait Link] sank two ferries. It said", "It", "organisation", "Strait Link"),
    ("Nobody came. It said", "It", "unnamed", None),
    ("[ORG Strait Link] sank. A report it published in May said", "it published in", "organisation", "Strait Link"),
    ("[PERSON Michelle Lee] came. He said", "He", "unnamed", None),
    ("[PERSON Ann Park] and [PERSON Eve Dean] came. They said", "They", "unnamed", None),
    ("[PERSON Park] campaign manager [PERSON Tom Fox] said", "Park campaign manager Tom Fox", "person", "Tom Fox"),
    (
        "[PERSON Acme] special representative for trade [PERSON Tom Fox] said",
        "Acme special representative for trade Tom Fox",
        "person",
        "Tom Fox",
    ),
    ("[PERSON Ann Park] rose. Ms [PERSON Park] said", "Ms", "person", "Ann Park"),
    ("The newspaper [ORG Echo] said", "The newspaper", "organisation", "Echo"),
    ("[ORG Acme] denied a new report that said", "that", "unnamed", "a new report"),
    ("Nobody knew that said", "that", "unnamed", None),
    ("letters from senior members of [ORG Acme] who said", "who", "unnamed", "senior members of Acme"),
    ("[PERSON Ann Park], a nurse with the [ORG Trust], who said", "who", "person", "Ann Park"),
    ("[PERSON Ann Park] left [ORG Acme], which said", "which", "organisation", "Acme"),
    (
        "Prime Minister [PERSON Ann Park] left. The prime minister herself said",
        "The prime minister herself",
        "person",
        "Ann Park",
    ),
    ("The newspaper, [ORG Echo], said", "The newspaper", "unnamed", "The newspaper"),
    ("The economist [PERSON Ann Park] said", "The economist", "person", "Ann Park"),
    ("[PERSON Ann Park]’s lawyer, [PERSON Tom Fox], said", "Ann Park’s lawyer, Tom Fox", "person", "Tom Fox"),
    ("[PERSON Ann Park] and manager [PERSON Tom Fox] said", "Ann Park and manager Tom Fox", "person", "Ann Park"),
    (
        "an aide to [PERSON Ann Park] and [PERSON Tom Fox] said",
        "an aide to Ann Park and Tom Fox",
        "unnamed",
        "an aide to Ann Park and Tom Fox",
    ),
    ('[PERSON Ann "]Bo" [PERSON Park] rose. [PERSON Park] said', "Park", "person", 'Ann "Bo" Park'),
    ("[PERSON Ann Park] was unmoved. The [ORG DUP] member said", "The DUP member", "person", "Ann Park"),
    ("[PERSON Ann Park] was unmoved. A [ORG DUP] member said", "A DUP member", "unnamed", "A DUP member"),
    ("[PERSON Ann Park] was unmoved. [ORG DUP] members said", "DUP members", "unnamed", "DUP members"),
    ("[ORG Acme], a lessor, met Ea lessor [PERSON Ann Park]. The lessor said", "The lessor", "person", "Ann Park"),
    ("[PERSON Ann Park]’s claim", "Ann Park’s", "person", "Ann Park"),
    ("a lawyer for [PERSON Ann Park] said", "a lawyer for Ann Park", "unnamed", "a lawyer for Ann Park"),
    ("Prime Minister [PERSON Ann Park] left. The prime minister said", "The prime minister", "person", "Ann Park"),
    ("Taoiseach [PERSON Ann Park] left. [ORG Taoiseach] said", "Taoiseach", "person", "Ann Park"),
    ("Union chief [PERSON Ann Park] left. The union said", "The union", "unnamed", "The union"),
    ("The [PERSON Park] camp said", "The Park camp", "unnamed", "The Park camp"),
    ("[PERSON Park] aides said", "Park aides", "unnamed", "Park aides"),
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

    speaker = resolve_speaker(build_scene(text), (start, start + len(source)), None)

    found = None if speaker.name is None else text.text[slice(*speaker.name)]
    assert (speaker.kind, found) == (kind, name)


def test_who_spoke_before_speaks_on() -> None:
    text = read_marked("[PERSON Ann Park] spoke. [PERSON Eve Dean] left. She said")
    scene = build_scene(text)
    at = text.text.index("She")
    spoke = Cited(name_person(scene.cast, 0, (0, 8)), 16)

    speakers = [resolve_speaker(scene, (at, at + 3), previous) for previous in (None, spoke)]

    assert speakers[1].key == "person:0"
    # The other person makes either choice less than certain.
    assert all(speaker.certainty < 1 for speaker in speakers)


NUMBERS = [
    ("[PERSON Ana Smith] and [PERSON Bob Smith]. [PERSON Smith] left. [PERSON Ana] stayed.", [0, 1, 1, 0]),
    ("[PERSON Ted Cruz] met [PERSON Heidi Cruz]. [PERSON Ted Cruz] sat. [PERSON Cruz] left.", [0, 1, 0, 0]),
    ("[PERSON Peter Smith] met [PERSON Mary Smith]. Mr. [PERSON Smith] left. Ms. [PERSON Smith] sat.", [0, 1, 0, 1]),
    ("Ms [PERSON Linh Tran] met [PERSON Minh Tran]. Mr [PERSON Tran] left. Ms [PERSON Tran] sat.", [0, 1, 1, 0]),
    ("[PERSON Judge] spoke of [PERSON Ana Smith]. [PERSON Del.] [PERSON Bob Lee] left.", [0, 1]),
]


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("[PERSON Ann Lee] left. A spokeswoman agreed. She said", "A spokeswoman"),
        (
            "[PERSON Ann Lee] left. A spokeswoman for [PERSON Eve Fox] agreed. [PERSON Ann Lee] nodded. She said",
            "Ann Lee",
        ),
        ("[PERSON Ann Lee] left. Analysts agreed. She said", "Ann Lee"),
    ],
)
def test_who_spoke_without_a_name_speaks_on_until_somebody_is_named(marked: str, name: str) -> None:
    scene = build_scene(read_marked(marked))
    end = scene.text.index(" agreed")
    start = scene.text.rindex(". ", 0, end) + 2
    spoke = Cited(resolve_speaker(scene, (start, end), None), end)
    at = scene.text.index("She")

    speaker = resolve_speaker(scene, (at, at + 3), spoke)

    assert speaker.name is not None
    assert scene.text[slice(*speaker.name)] == name


@pytest.mark.parametrize(("marked", "numbers"), NUMBERS)
def test_a_bare_name_goes_to_whom_the_article_tells_of(marked: str, numbers: list[int]) -> None:
    assert [name.number for name in read_cast(read_marked(marked)).persons] == numbers


def test_unnamed_sources_with_an_indefinite_article_stay_apart() -> None:
    text = "a resident said so. a resident said no. residents said so. Residents said no"
    keys = [
        resolve_speaker(build_scene(read_marked(text)), (at, at + len(words)), None).key
        for at, words in ((0, "a resident"), (20, "a resident"), (40, "residents"), (59, "Residents"))
    ]

    assert keys[0] != keys[1]
    assert keys[2] == keys[3]
