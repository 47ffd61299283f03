"""What a printed place is."""

import pytest

from service.components.dateline.gazetteer import Area, load_gazetteer
from service.components.dateline.locate import locate_places
from service.components.dateline.places import PlaceForm, read_places
from service.components.dateline.standalone import STAND_ALONE
from service.extraction import Location, TextSpan


def locate(printed: str, named: tuple[Area, ...] = ()) -> tuple[Location, ...]:
    """The locations of a printed list of places in a story that names some areas."""
    gazetteer = load_gazetteer()
    return locate_places(printed, read_places(printed, 0, len(printed), gazetteer), gazetteer, named)


def find_areas(names: tuple[str, ...]) -> tuple[Area, ...]:
    """All areas of these names."""
    gazetteer = load_gazetteer()
    return tuple(area for name in names for area in gazetteer.find_areas(name))


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
        ("NITRO, W.Va.", "Nitro", "West Virginia", "US"),
        ("LASHKAR GAH, Helmand province", "Lashkar Gah", "Helmand", "AF"),
        ("KASHGAR, Xinjiang", "Kashgar", "Xinjiang Uygur", "CN"),
        ("MARAWI, Mindanao", "Marawi", None, "PH"),
        # a city printed as a region gives its country
        ("BROOKLYN, New York City", "Brooklyn", "New York", "US"),
        # what papers print for a city, although a town bears the name
        ("COLOGNE", "Cologne", None, "DE"),
        ("BETHLEHEM", "Bethlehem", None, "PS"),
        ("MECCA", "Mecca", None, "SA"),
        ("MEDINA", "Medina", None, "SA"),
        ("MEDINA, Ohio", "Medina", "Ohio", "US"),
        ("PORT ELIZABETH", "Port Elizabeth", None, "ZA"),
        ("MEXICO CITY, D.F.", "Mexico City", None, "MX"),
        ("HERAT, Afghanistan", "Herat", None, "AF"),
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


@pytest.mark.parametrize(("key", "country_code"), [(key, code) for key, (_, code) in STAND_ALONE.items()])
def test_every_name_on_the_list_of_those_that_stand_alone_has_its_city(key: str, country_code: str) -> None:
    city = load_gazetteer().find_city(key)

    assert city is not None
    assert city.country_code == country_code


def test_an_unknown_place_has_no_country_and_no_coordinates() -> None:
    (location,) = locate("KVITHAVN")

    assert (location.region, location.country, location.latitude, location.longitude) == (None, None, None, None)


@pytest.mark.parametrize(
    ("printed", "named", "region", "country_code"),
    [
        ("SAN JOSE, Antique", (), "Antique", None),
        ("SAN JOSE, Antique", ("Philippines",), "Antique", "PH"),
        ("SAN JOSE, ANTIQUE", ("Norway",), "Antique", None),
        ("PARIS, Outer Kettle", (), "Outer Kettle", None),
    ],
)
def test_an_unknown_region_rules_out_what_the_name_alone_means(
    printed: str, named: tuple[str, ...], region: str, country_code: str | None
) -> None:
    name, _, printed_region = printed.partition(", ")
    region_start = len(name) + 2
    place = PlaceForm(
        TextSpan(name, 0, len(name)), (TextSpan(printed_region, region_start, region_start + len(printed_region)),)
    )
    (location,) = locate_places(printed, (place,), load_gazetteer(), find_areas(named))

    assert (location.region, location.country_code, location.latitude) == (region, country_code, None)


@pytest.mark.parametrize(
    ("printed", "named", "region", "country_code"),
    [
        ("SAN JOSE", (), "California", "US"),
        ("SAN JOSE", ("Costa Rica",), None, "CR"),
        # every story names the United States
        ("SAN JOSE", ("U.S.", "Costa Rica"), None, "CR"),
        # a story of the city's own state, or of neither, leaves it where it is
        ("SAN JOSE", ("California", "Costa Rica"), "California", "US"),
        ("SAN JOSE", ("Norway",), "California", "US"),
        ("BIRMINGHAM", ("Alabama",), "Alabama", "US"),
        ("BIRMINGHAM", ("U.S.",), "England", "GB"),
        ("HYDERABAD", ("Pakistan",), "Sindh", "PK"),
        ("SANTA CRUZ", ("Philippines",), None, "PH"),
        # too small beside the city that the name alone means
        ("NAPLES", ("Florida",), "Campania", "IT"),
        # cities that stand alone in agency style, and capitals
        ("PARIS", ("Texas",), None, "FR"),
        ("WELLINGTON", ("South Africa",), None, "NZ"),
        # the printed region wins over the story
        ("SAN JOSE, Calif.", ("Costa Rica",), "California", "US"),
    ],
)
def test_a_name_that_several_cities_bear_follows_the_story(
    printed: str, named: tuple[str, ...], region: str | None, country_code: str
) -> None:
    (location,) = locate(printed, find_areas(named))

    assert location.country_code == country_code
    if region is not None:
        assert location.region == region


AGENCY_STYLE = {
    "US": "Atlanta, Baltimore, Boston, Chicago, Cincinnati, Cleveland, Dallas, Denver, Detroit, Honolulu, Houston, "
    "Indianapolis, Las Vegas, Los Angeles, Miami, Milwaukee, Minneapolis, New Orleans, New York, Oklahoma City, "
    "Philadelphia, Phoenix, Pittsburgh, St. Louis, Salt Lake City, San Antonio, San Diego, San Francisco, Seattle, "
    "Washington, United Nations",
    "AT": "Vienna",
    "AU": "Sydney",
    "BE": "Brussels",
    "BR": "Rio de Janeiro, Sao Paulo",
    "CA": "Montreal, Quebec City, Toronto",
    "CH": "Geneva, Zurich",
    "CN": "Beijing, Shanghai",
    "CU": "Havana",
    "CZ": "Prague",
    "DE": "Berlin, Munich",
    "DJ": "Djibouti",
    "EG": "Cairo",
    "ES": "Madrid",
    "FI": "Helsinki",
    "FR": "Paris",
    "GB": "London",
    "GI": "Gibraltar",
    "GT": "Guatemala City",
    "HK": "Hong Kong",
    "IE": "Dublin",
    "IL": "Jerusalem",
    "IN": "New Delhi",
    "IQ": "Baghdad",
    "IT": "Milan, Rome",
    "JP": "Tokyo",
    "KW": "Kuwait City",
    "LB": "Beirut",
    "LU": "Luxembourg",
    "MC": "Monaco",
    "MO": "Macau",
    "MX": "Mexico City",
    "NL": "Amsterdam",
    "PA": "Panama City",
    "PK": "Islamabad",
    "RU": "Moscow",
    "SE": "Stockholm",
    "SG": "Singapore",
    "SM": "San Marino",
    "TH": "Bangkok",
    "TR": "Istanbul",
    "VA": "Vatican City",
    "ZA": "Johannesburg",
}


@pytest.mark.parametrize(("country_code", "names"), AGENCY_STYLE.items())
def test_the_cities_that_stand_alone_in_agency_style(country_code: str, names: str) -> None:
    assert {name: locate(name.upper())[0].country_code for name in names.split(", ")} == dict.fromkeys(
        names.split(", "), country_code
    )


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
