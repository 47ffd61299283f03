"""Which openings hold a dateline, and where it begins and ends."""

from dataclasses import dataclass, field

import pytest

from service.components.dateline.evidence import Evidence
from service.components.dateline.gazetteer import Area, City, Gazetteer, load_gazetteer
from service.components.dateline.grammar import find_dateline

STORY = (
    "The harbour authority said on Friday that the northern pier would stay shut until the new cranes arrive.\n\nMore."
)

# What stands in brackets is the dateline: ⟦ … ⟧.
WITH_DATELINE = [
    # signed, with a place
    f"⟦LISBON (AP)⟧ — {STORY}",
    f"⟦LISBON (AP)⟧ -- {STORY}",
    f"⟦LISBON (AP)⟧ _ {STORY}",
    f"⟦LISBON (AFP)⟧ - – {STORY}",
    f"⟦RENO, Nev. (AP)⟧ — {STORY}",
    f"⟦DAKAR, Senegal (AP)⟧ — {STORY}",
    f"⟦Tirana, Albania (CNN)⟧ {STORY}",
    f"⟦Porto (CNN)⟧{STORY}",
    f"⟦GROZNY, (Reuters)⟧ - {STORY}",
    f"⟦OSLO(Reuters)⟧ - {STORY}",
    f"⟦Bremen (dpa)⟧ - {STORY}",
    f"⟦OSLO (RNS)⟧ {STORY}",
    f"⟦Oslo (tca/dpa)⟧ - {STORY}",
    f"⟦TUCSON (KXYZ-TV)⟧ - {STORY}",
    f"⟦AMES, IOWA (The Prairie Report)⟧—{STORY}",
    f"⟦JOINT BASE ANDREWS, Maryland (Reuters)⟧ - {STORY}",
    f"⟦WEST POINT. N.Y. (AP)⟧ — {STORY}",
    # signed and dated
    f"⟦OSLO, March 2 (Reuters)⟧ - {STORY}",
    f"⟦OSLO, Nov 18, (Reuters)⟧ - {STORY}",
    f"⟦OSLO, Dec 29 (Thomson Reuters Foundation)⟧ - {STORY}",
    f"⟦OSLO, Aug 29, 2014 (AFP)⟧ - {STORY}",
    f"⟦OSLO, Feb 26, 2026 (BSS/AFP)⟧ - {STORY}",
    f"⟦OSLO, March 5, 2026\n(BSS/AFP)⟧ - {STORY}",
    f"⟦SEOUL, Nov 26 AFP⟧ - {STORY}",
    f"⟦ROME, March 13, Reuter⟧ - {STORY}",
    f"⟦TOKYO, April 28, Kyodo⟧ - {STORY}",
    f"⟦HEMPSTEAD, N.Y., Sept. 26 (UPI)⟧ — {STORY}",
    f"⟦HELSINKI, July 8 (Xinhua)⟧ -- {STORY}",
    f"⟦OMSK, June 27. /TASS/⟧. {STORY}",
    f"⟦MOSCOW. Oct 5 (Interfax)⟧ - {STORY}",
    f"⟦Quito, Jan 2 (EFE)⟧.- {STORY}",
    f"⟦Surat (Gujarat) [India], July 13 (ANI)⟧: {STORY}",
    f"⟦Erode, Aug 16 (PTI)⟧ {STORY}",
    f"⟦LIMA, 5th September, 2026 (WAM)⟧ -- {STORY}",
    f"⟦MONROVIA, 29 October (IRIN)⟧ - {STORY}",
    f"⟦LIMA, Peru : Sep 04 (PID)⟧ - {STORY}",
    f"⟦VATICAN CITY, NOV. 25, 2004 (Zenit.org)⟧.- {STORY}",
    # releases
    f"⟦OSLO, Aug. 27, 2024 /PRNewswire/⟧ -- {STORY}",
    f"⟦LAVAL, QC, Feb. 22, 2024 /CNW/⟧ – {STORY}",
    f"⟦WHITEFISH, MT / ACCESSWIRE / July 13, 2015⟧ / {STORY}",
    f"⟦SEATTLE --(BUSINESS WIRE)--Apr. 26, 2018⟧-- {STORY}",
    f"⟦TURKU, Finland & TEL AVIV, Israel--(BUSINESS WIRE)⟧--{STORY}",
    f"⟦OSLO, March 16, 2025 (GLOBE NEWSWIRE)⟧ -- {STORY}",
    f"⟦MCLEAN, VA--(Marketwired - Aug 8, 2016)⟧ - {STORY}",
    f"⟦Tallinn, Estonia--(Newsfile Corp. - February 9, 2022)⟧ - {STORY}",
    f"⟦AUSTIN, Texas and TEL AVIV, Israel, May 27, 2026 (GLOBE NEWSWIRE)⟧ -- {STORY}",
    # several places
    f"⟦TOKYO/SEOUL (Reuters)⟧ - {STORY}",
    f"⟦SURABAYA, Indonesia/JAKARTA (Reuters)⟧ - {STORY}",
    f"⟦STERLING, Va./ WHITE SULPHUR SPRINGS, W. Va. (Reuters)⟧ - {STORY}",
    f"⟦Bukavu/Nairobi⟧ - {STORY}",
    # no place
    f"⟦Dec 29 (Reuters)⟧ - {STORY}",
    f"⟦(Reuters)⟧ - {STORY}",
    f"⟦(CNN)⟧ {STORY}",
    f"⟦AFP⟧ - {STORY}",
    f"⟦Feb. 23, 2015⟧ -- {STORY}",
    # agency or day first
    f"⟦(AP) OSLO⟧ - {STORY}",
    f"⟦(AGI) - Florence, Italy, Oct.18⟧ - {STORY}",
    f"⟦SEPTEMBER 28, 2004 -- London⟧ -- {STORY}",
    # place alone
    f"⟦OSLO⟧ — {STORY}",
    f"⟦OSLO⟧―{STORY}",
    f"⟦OSLO⟧ –- {STORY}",
    f"⟦OSLO⟧, - {STORY}",
    f"⟦HANAHAN, S.C.⟧-{STORY}",
    f"⟦MANCHESTER N.H.⟧ – {STORY}",
    f"⟦WASHINGTON DC⟧ – {STORY}",
    f"⟦POLK COUNTY, Fla.⟧ - {STORY}",
    f"⟦OFER PRISON⟧ - {STORY}",
    f"⟦Nouakchott, Mauritania⟧ - {STORY}",
    f"⟦Srinagar, Indian-administered Kashmir⟧ - {STORY}",
    f"⟦Mumbai⟧: {STORY}",
    f"⟦BANGKOK⟧ : {STORY}",
    f"⟦Ottawa⟧ | {STORY}",
    f"⟦SALEM, Ore.⟧ — Here we go again.\n\n{STORY}",
    f"⟦JOHNSTON, Iowa⟧ —\n\n{STORY}",
    # place and day
    f"⟦SAN DIEGO, APRIL 26, 2018⟧ – {STORY}",
    f"⟦LONDON Oct. 14, 2004⟧ - {STORY}",
    f"⟦LONDON, Aug. 28⟧. - {STORY}",
    f"⟦OSLO, (Aug. 30, 2004)⟧ - {STORY}",
    f"⟦OSLO, Monday⟧ - {STORY}",
    f"⟦OSLO, Monday, Sept. 20⟧: {STORY}",
    f"⟦BEIRUT, LEBANON (4:50 P.M.)⟧ – {STORY}",
    f"⟦Tallinn, Estonia, 27 June 2024⟧. {STORY}",
    f"⟦Beijing, China – April 11, 2024⟧ – {STORY}",
    # behind something else
    f"Pier shut for repairs\n\nBy Ana Lee\n\nUpdated 9:40 a.m.\n\n⟦LIMA, Peru (AP)⟧ — {STORY}",
    f"LOCAL NEWS\n\nActions\n\nFacebook Tweet Email\n\nPier shut\n\nPosted: 10:41 PM\n\n⟦SALEM, Ore.⟧ — {STORY}",
    f"By Ana Lee ⟦OSLO (Reuters)⟧ - {STORY}",
    f"“A quay for all.”— Ana Lee⟦LIMA, Peru, May 6, 2023 /EINPresswire.com/⟧ -- {STORY}",
    f"(Source: KXYZ) ⟦TUCSON, AZ (KXYZ)⟧ - {STORY}",
    f"Photo ⟦LONDON⟧ -- {STORY}",
    f"World News: ⟦Lima, Nov 9⟧ : {STORY}",
    f"• ⟦OSLO (Reuters)⟧ - {STORY}",
    f"Pier shut\n\nAna Lee\n\n⟦COLOMBO⟧\n\n{STORY}{STORY}",
    f"ANA LEE\n⟦Zaragoza - MAR 16, 2026 - 01:12 CET⟧\n\n{STORY}",
    f"The Sun Post\n⟦Jakarta ● Fri, March 6, 2026⟧\n\n{STORY}",
    # a headline that looks like a bare dateline goes behind the signed one
    f"Oslo - Pier Shut For Repairs Until The New Cranes Have Arrived In Town\n\n⟦BERGEN, Norway (AP)⟧ — {STORY}",
    # the story begins with what could be a part of the dateline
    f"⟦LONDON, March 2⟧ - Reuters Holdings Plc said. {STORY}",
    f"⟦OSLO (AP)⟧ — Monday's vote was the fourth. {STORY}",
]
WITHOUT_DATELINE = [
    STORY,
    f"London is where it began. {STORY}",
    f"Paris - the city of light - is dark. {STORY}",
    f"US rapper Sam Poe has been sued. {STORY}",
    f"The U.S.-Japan trade dispute goes on. {STORY}",
    f"Singapore-based Quayline has bought two cranes. {STORY}",
    f"Dublin, Limerick and Galway – three cities, one pier. {STORY}",
    f"Obama: Piers must reopen\n\n{STORY}",
    f"Clinton: {STORY}",
    f"Exclusive: {STORY}",
    f"EXCLUSIVE — {STORY}",
    f"WATCH - {STORY}",
    f"UPDATE (AP) — {STORY}",
    f"Poll: {STORY}",
    f"Split: {STORY}",
    f"Kennedy: Are We Ready For A New Pier?\n\n{STORY}",
    f"ANA LEE, CNN: {STORY}",
    f"LEE: {STORY}",
    f"By Ana Lee - October 20, 2014\n\n{STORY}",
    f"By Ana Lee, CNN\n\n{STORY}",
    f"Wednesday, July 15th 2026 - 09:14 UTC\n\n{STORY}",
    f"6 March 2026, 16:48 GMT\n\n{STORY}",
    f"November 20, 2018\n\nTo whom it may concern:\n\n{STORY}",
    f"March 3 is the day. {STORY}",
    f"March 3 - a Tuesday - is the day. {STORY}",
    f"MARCH 17 PRIMARIES: {STORY}",
    f"FILE - In this April 12 photo, a crane stands in Oslo. (AP Photo/Ana Lee) {STORY}",
    f"Image copyright AFP Image caption The pier in Oslo\n\n{STORY}",
    f"By Ana Lee (Locarno [Switzerland], special correspondent)\n\n{STORY}",
    f"{STORY}{'The pier is long. ' * 50}\n\nLIMA, Peru (AP) — {STORY}",
    "",
    "OSLO",
    "OSLO (AP) —",
]


@pytest.fixture(scope="module")
def evidence() -> Evidence:
    return Evidence(load_gazetteer())


@pytest.mark.parametrize("marked", WITH_DATELINE)
def test_a_dateline_is_found_with_its_exact_bounds(marked: str, evidence: Evidence) -> None:
    start = marked.index("⟦")
    end = marked.index("⟧") - 1
    text = marked.replace("⟦", "").replace("⟧", "")

    form = find_dateline(text, evidence)

    assert form is not None
    assert text[form.start : form.end] == text[start:end]
    assert form.start == start


@pytest.mark.parametrize("text", WITHOUT_DATELINE)
def test_what_only_looks_like_a_dateline_is_none(text: str, evidence: Evidence) -> None:
    assert find_dateline(text, evidence) is None


@pytest.mark.parametrize(
    ("text", "places", "is_found"),
    [
        (f"Detroit – {STORY}", {0}, True),
        (f"Detroit – {STORY}", set(), False),
        (f"DETROIT – {STORY}", set(), True),
        (f"KVITHAVN – {STORY}", {0}, True),
        (f"KVITHAVN – {STORY}", set(), False),
    ],
)
def test_marked_places_settle_what_the_form_leaves_open(text: str, places: set[int], is_found: bool) -> None:
    form = find_dateline(text, Evidence(load_gazetteer(), frozenset(places)))

    assert (form is not None) == is_found


@dataclass(frozen=True, slots=True)
class CountingGazetteer(Gazetteer):
    """Counts how often it is asked."""

    questions: list[str] = field(default_factory=list)

    def find_areas(self, name: str) -> tuple[Area, ...]:
        self.questions.append(name)
        return ()

    def find_city(self, name: str, areas: tuple[Area, ...] = ()) -> City | None:
        self.questions.append(name)
        return None


@pytest.mark.parametrize(
    "unit",
    [
        ".",
        " ",
        "\n",
        "A",
        "A ",
        "A.",
        "A-",
        "A’",
        "A/",
        "A, ",
        "A & ",
        "(A",
        "(AP) - ",
        "/A",
        "/ AP / ",
        "-",
        "— ",
        ":",
        "St. ",
        "Jan 1 ",
        "Monday, ",
        "12:30 ",
        "LIMA (AP) -",
        "LIMA/",
        "World News: ",
        "[A] ",
        "((",
        "“",
        "New York, ",
        "\t",
        "1",
    ],
)
def test_the_work_does_not_grow_with_a_hostile_opening(unit: str) -> None:
    asked = []
    for size in (10_000, 1_000_000):
        gazetteer = CountingGazetteer({}, {}, {}, (), {})
        find_dateline(unit * (size // len(unit)), Evidence(gazetteer))
        asked.append(gazetteer.questions)

    assert asked[0] == asked[1]
    assert max((len(name) for name in asked[1]), default=0) <= 300
