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
    f"⟦SAO PAULO (AP)⟧ -- {STORY}",
    f"⟦BUENOS AIRES, Argentina (AP)⟧ _ {STORY}",
    f"⟦LONDON, England (CNN)⟧  -- {STORY}",
    f"⟦TOKYO (Kyodo)⟧ -- {STORY}",
    f"⟦TEHRAN (IRNA)⟧ -- {STORY}",
    f"⟦BHOPAL (PTI)⟧ - {STORY}",
    f"⟦ATCHISON, Kan. (CNS)⟧ -- {STORY}",
    f"⟦NEW YORK (CNN/Money)⟧ - {STORY}",
    f"⟦TUCSON (FOX 11 / CNS)⟧ - {STORY}",
    f"⟦PROVO, Utah (Sports Network)⟧ - {STORY}",
    f"⟦KVITHAVN REFUGEE CAMP, Gaza Strip (Reuters)⟧ - {STORY}",
    f"⟦KVITHAVN AIR FIELD, Norway (AP)⟧ — {STORY}",
    f"⟦KVITHAVN, Outer Fjordland (AP)⟧ — {STORY}",
    f"⟦LASHKAR GAH, Helmand province (Reuters)⟧ - {STORY}",
    f"⟦LASHKAR GAH, Helmand Province, Afghanistan (AP)⟧ — {STORY}",
    f"⟦ABOARD AIR FORCE ONE (AP)⟧ — {STORY}",
    f"⟦ON THE MISSISSIPPI RIVER (AP)⟧ — {STORY}",
    f"⟦EDMONTON, Alta. (CP)⟧ — {STORY}",
    f"⟦ST. JOHN'S, N.L. (CP)⟧ — {STORY}",
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
    f"⟦SEOUL, Aug. 20 (Yonhap)⟧ -- {STORY}",
    f"⟦MOSCOW, October 28 (Itar-Tass)⟧ - {STORY}",
    f"⟦BEIJING, Aug. 17 (Xinhuanet)⟧ -- {STORY}",
    f"⟦New York, Apr 28 (IANS)⟧: {STORY}",
    f"⟦New York, Sep 27 (UNI)⟧ {STORY}",
    f"⟦KUALA LUMPUR, Aug 6 (Bernama)⟧ -- {STORY}",
    f"⟦Taipei, Nov. 12 (CNA)⟧ {STORY}",
    f"⟦Ha Noi, Nov. 11 (VNA)⟧ - {STORY}",
    f"⟦LAGOS, March 3 (NAN)⟧ - {STORY}",
    f"⟦Kherson, Kherson region, March 3 (Interfax-Ukraine)⟧ - {STORY}",
    f"⟦KYIV/MOSCOW, Feb 24 (Reuters)⟧ - {STORY}",
    f"⟦OSLO, 2026-03-02 (Reuters)⟧ - {STORY}",
    f"⟦OSLO, 25/3/2026 (Reuters)⟧ - {STORY}",
    f"⟦CANBERRA, Tues AAP⟧ - {STORY}",
    # releases
    f"⟦OSLO, Aug. 27, 2024 /PRNewswire/⟧ -- {STORY}",
    f"⟦LAVAL, QC, Feb. 22, 2024 /CNW/⟧ – {STORY}",
    f"⟦WHITEFISH, MT / ACCESSWIRE / July 13, 2015⟧ / {STORY}",
    f"⟦SEATTLE --(BUSINESS WIRE)--Apr. 26, 2018⟧-- {STORY}",
    f"⟦TURKU, Finland & TEL AVIV, Israel--(BUSINESS WIRE)⟧--{STORY}",
    f"⟦OSLO, March 16, 2025 (GLOBE NEWSWIRE)⟧ -- {STORY}",
    f"⟦MCLEAN, VA--(Marketwired - Aug 8, 2016)⟧ - {STORY}",
    f"⟦Tallinn, Estonia--(Newsfile Corp. - February 9, 2022)⟧ - {STORY}",
    f"⟦SANTA CLARA, Calif., Dec. 13 /PRNewswire-FirstCall/⟧ -- {STORY}",
    f"⟦SUNNYVALE, CA--(Marketwired - November 01, 2016)⟧ - {STORY}",
    f"⟦DELAWARE, WILMINGTON, UNITED STATES, March 25, 2024 /EINPresswire.com/⟧ -- {STORY}",
    f"⟦OSLO, Norway --(Business Wire)-- Dec. 10, 2004⟧ -- {STORY}",
    f"⟦BOSTON, MA / ACCESS Newswire / March 2, 2026⟧ / {STORY}",
    f"⟦OSLO, March 2, 2026 (GLOBE NEWSWIRE via COMTEX)⟧ -- {STORY}",
    f"⟦OSLO, Norway, 2 March 2026/APO Group/⟧ -- {STORY}",
    f"⟦AUSTIN, Texas and TEL AVIV, Israel, May 27, 2026 (GLOBE NEWSWIRE)⟧ -- {STORY}",
    # several places
    f"⟦TOKYO/SEOUL (Reuters)⟧ - {STORY}",
    f"⟦SURABAYA, Indonesia/JAKARTA (Reuters)⟧ - {STORY}",
    f"⟦STERLING, Va./ WHITE SULPHUR SPRINGS, W. Va. (Reuters)⟧ - {STORY}",
    f"⟦Bukavu/Nairobi⟧ - {STORY}",
    f"⟦LONDON/MADRID/PARIS (Reuters)⟧ - {STORY}",
    f"⟦PARKLAND/TALLAHASSEE, Fla. (Reuters)⟧ - {STORY}",
    f"⟦SACRAMENTO, Calif./PRINCETON, N.J. (Reuters)⟧ - {STORY}",
    f"⟦KYIV, Ukraine and WARSAW, Poland (AP)⟧ — {STORY}",
    f"⟦DALLAS/FORT WORTH, Texas, March 3⟧ - {STORY}",
    # no place
    f"⟦Dec 29 (Reuters)⟧ - {STORY}",
    f"⟦(Reuters)⟧ - {STORY}",
    f"⟦(CNN)⟧ {STORY}",
    f"⟦AFP⟧ - {STORY}",
    f"⟦(AP)⟧ - {STORY}",
    f"⟦(JTA)⟧ — {STORY}",
    f"⟦(CBS News)⟧ {STORY}",
    f"⟦(HarbourNews)⟧ {STORY}",
    f"⟦Quayside via JTA⟧ — {STORY}",
    f"⟦SEPTEMBER 13, 2004 (COMPUTERWORLD)⟧ - {STORY}",
    f"⟦Feb. 23, 2015⟧ -- {STORY}",
    # agency or day first
    f"⟦(AP) OSLO⟧ - {STORY}",
    f"⟦(AGI) - Florence, Italy, Oct.18⟧ - {STORY}",
    f"⟦(ANSA) - Rome, October 11⟧ - {STORY}",
    f"⟦SPACE.com - TORONTO, Canada⟧ -- {STORY}",
    f"⟦Canadian Press - VANCOUVER (CP)⟧ - {STORY}",
    f"⟦SEPTEMBER 28, 2004 -- London⟧ -- {STORY}",
    f"⟦2026-03-02 OSLO (Reuters)⟧ - {STORY}",
    f"⟦Tuesday, March 3, 2026 – OSLO⟧ – {STORY}",
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
    f"⟦DECATUR, Ill.⟧ — {STORY}",
    f"⟦HALIFAX, N.S.⟧ — {STORY}",
    f"⟦EDMONTON, AB⟧ — {STORY}",
    f"⟦UNITED NATIONS⟧ -- {STORY}",
    f"⟦U.S.-MEXICO BORDER⟧ — {STORY}",
    f"⟦KANDAHAR, Afghanistan⟧ : {STORY}",
    f"⟦Jakarta⟧. {STORY}",
    f"⟦Istanbul⟧| {STORY}",
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
    f"⟦BEIRUT, Lebanon, June 2⟧. {STORY}",
    f"⟦ISLAMABAD, Oct 23⟧: {STORY}",
    f"⟦Houston, Nov 17⟧ : {STORY}",
    f"⟦NEW DELHI, 7 September 2004⟧ - {STORY}",
    f"⟦WASHINGTON (Aug. 13)⟧ -- {STORY}",
    f"⟦PUTRAJAYA, Nov 22⟧ — {STORY}",
    f"⟦OSLO | March 3, 2026⟧ | {STORY}",
    f"⟦KYIV, April 2014⟧ – {STORY}",
    # the wire of 1987, and its slips
    f"****⟦SANTO DOMINGO, March 4⟧ - {STORY}",
    f"⟦OSLO, Narch 2⟧ - {STORY}",
    f"⟦ALBANY, N.Y., Marc 3⟧ - {STORY}",
    f"⟦ALBANY, N.Y., Juen 3⟧ - {STORY}",
    f"⟦CHICAGO, April⟧ - {STORY}",
    f"⟦WILMINGTON, Dela., March 5⟧ - {STORY}",
    f"⟦GARDEN Grove, Calif., April 3⟧ - {STORY}",
    f"⟦panama city, april 29⟧ - {STORY}",
    f"⟦Mexico city, march 18⟧ - {STORY}",
    f"(CORRECTED) - PIER SHUT\n\n⟦OSLO, March 4⟧ - {STORY}",
    f"GERMANY SEEKS CRANES ON APRIL 8 - TRADE\n\n⟦LONDON, April 2⟧ - {STORY}",
    # behind something else
    f"Pier shut for repairs\n\nBy Ana Lee\n\nUpdated 9:40 a.m.\n\n⟦LIMA, Peru (AP)⟧ — {STORY}",
    f"LOCAL NEWS\n\nActions\n\nFacebook Tweet Email\n\nPier shut\n\nPosted: 10:41 PM\n\n⟦SALEM, Ore.⟧ — {STORY}",
    f"By Ana Lee ⟦OSLO (Reuters)⟧ - {STORY}",
    f"“A quay for all.”— Ana Lee⟦LIMA, Peru, May 6, 2023 /EINPresswire.com/⟧ -- {STORY}",
    f"By Ana Lee ⟦WASHINGTON⟧ — {STORY}",
    f"By Ana Lee, Staff Writer ⟦LIMA, Peru⟧ — {STORY}",
    f"By Ana Lee ⟦LONDON, March 2⟧ - {STORY}",
    f"By ANA LEE, Daily Post ⟦LIMA (AP)⟧ -- {STORY}",
    f"UPDATED: March 3, 2026 ⟦LIMA (AP)⟧ — {STORY}",
    f"Updated 9:40 a.m. ⟦LIMA (AP)⟧ — {STORY}",
    f"Share Tweet Email ⟦WASHINGTON⟧ — {STORY}",
    f"Facebook Twitter WhatsApp Print\n\n⟦LIMA, Peru⟧ — {STORY}",
    f"(Adds details, quote) ⟦LONDON, March 2⟧ - {STORY}",
    f"(Corrects spelling in paragraph 2)\n⟦LONDON, March 2 (Reuters)⟧ - {STORY}",
    f"(Photo: Ana Lee) ⟦LONDON⟧ — {STORY}",
    f"A crane stands in Oslo. (Ana Lee/Associated Press)\n\n⟦LONDON⟧ — {STORY}",
    f"ASIA:Pier shut for repairs ⟦SEOUL, Nov 26 AFP⟧ - {STORY}",
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
    f"POLL: {STORY}",
    f"Lula: {STORY}",
    f"EUROPE: {STORY}",
    f"(CORRECTED) - {STORY}",
    f"(UPDATE) - {STORY}",
    f"(Ana Lee/Associated Press) {STORY}",
    f"The Associated Press (@AP) October 2, 2017\n\n{STORY}",
    f"JAPAN CUTS RATES MARCH 3 - {STORY}",
    f"ANA LEE, HOST: Good morning.\nNELSON: {STORY}",
    f"NELSON: {STORY}\nLEE: Thank you.",
    f"By MARIA SANTIAGO — {STORY}",
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
        (f"Kvithavn, Norway – {STORY}", {0}, True),
        (f"Harbour Works (Oslo) – {STORY}", set(), False),
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
