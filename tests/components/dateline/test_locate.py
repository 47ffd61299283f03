"""What a printed place is."""

import pytest

from service.components.dateline.gazetteer import Area, load_gazetteer
from service.components.dateline.locate import locate_places
from service.components.dateline.places import read_places
from service.extraction import Location


def locate(printed: str) -> tuple[Location, ...]:
    """The locations of a printed list of places."""
    gazetteer = load_gazetteer()
    return locate_places(printed, read_places(printed, 0, len(printed), gazetteer), gazetteer)


@pytest.mark.parametrize(
    ("printed", "name", "region", "country_code"),
    [
        ("BEIJING", "Beijing", None, "CN"),
        ("Beijing, China", "Beijing", None, "CN"),
        ("RIO DE JANEIRO", "Rio de Janeiro", None, "BR"),
        ("WASHINGTON", "Washington", "District of Columbia", "US"),
        ("WASHINGTON, D.C.", "Washington", "District of Columbia", "US"),
        ("NEW YORK", "New York", "New York", "US"),
        ("KIEV", "Kiev", None, "UA"),
        ("THE VATICAN", "The Vatican", None, "VA"),
        ("UNITED NATIONS", "United Nations", "New York", "US"),
        ("ST. PAUL, Minn.", "St. Paul", "Minnesota", "US"),
        ("ISLAMABAD", "Islamabad", None, "PK"),
        # the printed region or country wins
        ("PARIS", "Paris", "Ile-de-France", "FR"),
        ("PARIS, Texas", "Paris", "Texas", "US"),
        ("LONDON, Ontario", "London", "Ontario", "CA"),
        ("LONDON, Ont.", "London", "Ontario", "CA"),
        ("BIRMINGHAM, Ala.", "Birmingham", "Alabama", "US"),
        ("BIRMINGHAM, England", "Birmingham", "England", "GB"),
        ("SAN JOSE, Calif.", "San Jose", "California", "US"),
        ("SAN JOSE, Costa Rica", "San José", None, "CR"),
        ("TBILISI, Georgia", "Tbilisi", None, "GE"),
        ("ATLANTA, Georgia", "Atlanta", "Georgia", "US"),
        ("LAVAL, QC", "Laval", "Quebec", "CA"),
        ("Surat (Gujarat) [India]", "Surat", "Gujarat", "IN"),
        ("LOS ANGELES, CALIFORNIA, UNITED STATES", "Los Angeles", "California", "US"),
        ("RAMALLAH, West Bank", "Ramallah", None, "PS"),
        # the gazetteer knows only the area, or nothing
        ("ASHBY FALLS, Ohio", "Ashby Falls", "Ohio", "US"),
        ("KVITHAVN, Norway", "Kvithavn", None, "NO"),
        ("OFER PRISON", "Ofer Prison", None, None),
        ("HAITI", "Haiti", None, "HT"),
    ],
)
def test_a_place_has_its_name_region_and_country(
    printed: str, name: str, region: str | None, country_code: str | None
) -> None:
    (location,) = locate(printed)

    assert (location.text, location.name, location.country_code) == (printed, name, country_code)
    if region is not None:
        assert location.region == region


def test_an_unknown_place_has_no_country_and_no_coordinates() -> None:
    (location,) = locate("KVITHAVN")

    assert (location.region, location.country, location.latitude, location.longitude) == (None, None, None, None)


@pytest.mark.parametrize(
    ("printed", "regions"),
    [
        ("PARKLAND/TALLAHASSEE, Fla.", ["Florida", "Florida"]),
        ("SACRAMENTO, Calif./PRINCETON, N.J.", ["California", "New Jersey"]),
        ("KVITHAVN/GLASGOW, Scotland", ["Scotland", "Scotland"]),
        ("WASHINGTON/MCALLEN, Texas", ["District of Columbia", "Texas"]),
    ],
)
def test_a_city_shares_the_region_behind_the_next_one_where_it_lies_there(printed: str, regions: list[str]) -> None:
    assert [location.region for location in locate(printed)] == regions


@pytest.mark.parametrize(
    ("name", "areas"),
    [
        ("Texas", (Area("US", "TX"),)),
        ("Calif.", (Area("US", "CA"),)),
        ("N.H.", (Area("US", "NH"),)),
        ("W. Va.", (Area("US", "WV"),)),
        ("B.C.", (Area("CA", "02"),)),
        ("South Korea", (Area("KR"),)),
        ("UAE", (Area("AE"),)),
        ("U.K.", (Area("GB"),)),
        ("Ivory Coast", (Area("CI"),)),
        ("March", ()),
        ("in", ()),
    ],
)
def test_printed_regions_and_countries(name: str, areas: tuple[Area, ...]) -> None:
    assert load_gazetteer().find_areas(name) == areas
