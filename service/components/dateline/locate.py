"""What a printed place is: its name in ordinary case, region, country and coordinates."""

import unicodedata

from service.components.dateline.gazetteer import Area, City, Gazetteer
from service.components.dateline.names import PARTICLES, fold_name, lower_capitals
from service.components.dateline.places import PlaceForm
from service.extraction import Location, TextSpan

# A namesake of less than this part of a city's size is not what a newsroom prints without its region: Paris in Texas
# has a ninetieth of Paris, San José in Costa Rica a third of San Jose in California.
MOST_TIMES_LARGER = 20
# Macron, dot below, macron below, and the signs for hamza and ayn.
TRANSLITERATION_MARKS = frozenset("\u0304\u0323\u0331‘`")


def locate_places(
    text: str, places: tuple[PlaceForm, ...], gazetteer: Gazetteer, named: tuple[Area, ...] = ()
) -> tuple[Location, ...]:
    """The places of a dateline in printed order. named: the areas that the story behind it names.

    A city without a region shares that of the next one where the gazetteer has it there: "PARKLAND/TALLAHASSEE, Fla.".
    """
    locations: list[Location] = []
    shared: tuple[Area, ...] = ()
    for place in reversed(places):
        areas = find_printed_areas(place, gazetteer)
        if place.regions:
            shared = areas
        elif shared and is_shared(place.name.text, shared, gazetteer):
            areas = shared
        locations.append(locate_place(TextSpan.of(text, place.start, place.end), place, areas, gazetteer, named))
    return tuple(reversed(locations))


def is_shared(name: str, areas: tuple[Area, ...], gazetteer: Gazetteer) -> bool:
    """Whether the next city's region is also that of this name: the gazetteer has it there, or nowhere."""
    if gazetteer.stands_alone(name):
        return False
    return gazetteer.find_city(name, areas) is not None or gazetteer.find_city(name) is None


def find_printed_areas(place: PlaceForm, gazetteer: Gazetteer) -> tuple[Area, ...]:
    """The areas that the printed regions of a place may mean; the first region that is known says most."""
    found = [areas for areas in (gazetteer.find_areas(region.text) for region in place.regions) if areas]
    if not found:
        return find_city_areas(place, gazetteer)
    countries = {area.country_code for area in found[-1]}
    return tuple(area for area in found[0] if area.country_code in countries) or found[0]


def find_city_areas(place: PlaceForm, gazetteer: Gazetteer) -> tuple[Area, ...]:
    """The country of a city that is printed as a region: "BROOKLYN, New York City"; empty where there is none."""
    cities = [gazetteer.find_city(region.text) for region in place.regions if gazetteer.stands_alone(region.text)]
    return tuple(Area(city.country_code) for city in cities if city)


def locate_place(
    span: TextSpan, place: PlaceForm, areas: tuple[Area, ...], gazetteer: Gazetteer, named: tuple[Area, ...]
) -> Location:
    """The location of a printed place in one of areas; without areas where its name alone lies."""
    name = place.name.text
    if place.regions and not areas:
        return locate_in_unknown_region(span, place, gazetteer, named)
    city = gazetteer.find_city(name, areas) if areas else settle_city(name, named, gazetteer)
    if city is not None:
        area = Area(city.country_code, city.region_code)
        region = None if is_same_name(gazetteer.name_region(area), city) else gazetteer.name_region(area)
    else:
        candidates = areas or gazetteer.find_areas(name)
        area = candidates[0] if candidates else Area("")
        region = gazetteer.name_region(area) if areas else None
    return Location(
        text=span.text,
        start=span.start,
        end=span.end,
        name=spell_name(name, city),
        region=region,
        country=gazetteer.name_country(area.country_code),
        country_code=area.country_code or None,
        latitude=city.latitude if city else None,
        longitude=city.longitude if city else None,
    )


def locate_in_unknown_region(
    span: TextSpan, place: PlaceForm, gazetteer: Gazetteer, named: tuple[Area, ...]
) -> Location:
    """The location of a place whose printed region nobody knows: that rules out what the name alone would mean.

    "SAN JOSE, Antique" is no city of the United States; its country follows only from a story that names one with such
    a city.
    """
    namesake = find_named_city(place.name.text, named, gazetteer)
    country_code = namesake.country_code if namesake else None
    return Location(
        text=span.text,
        start=span.start,
        end=span.end,
        name=lower_capitals(place.name.text),
        region=lower_capitals(place.regions[0].text),
        country=gazetteer.name_country(country_code) if country_code else None,
        country_code=country_code,
        latitude=None,
        longitude=None,
    )


def settle_city(name: str, named: tuple[Area, ...], gazetteer: Gazetteer) -> City | None:
    """The city that a name alone stands for; a namesake where the story tells of its country and not of that city's."""
    city = gazetteer.find_city(name)
    if city is None or gazetteer.is_unmistakable(name) or any(tells_of(area, city) for area in named):
        return city
    namesake = find_named_city(name, named, gazetteer)
    is_rival = namesake is not None and namesake.population * MOST_TIMES_LARGER >= city.population
    return namesake if is_rival else city


def find_named_city(name: str, named: tuple[Area, ...], gazetteer: Gazetteer) -> City | None:
    """The largest city of this name in the first of the named areas that has one, or None."""
    for area in named:
        for city in gazetteer.list_cities(name):
            if tells_of(area, city):
                return city
    return None


def tells_of(area: Area, city: City) -> bool:
    """Whether a story that names area may well be set in city: every story names the United States, few a state."""
    if area.country_code == "US" and area.region_code is None:
        return False
    return city.lies_in((area,))


def is_same_name(region: str | None, city: City) -> bool:
    """Whether a region is the city itself, as Beijing is."""
    return region is not None and fold_name(region) == fold_name(city.name)


def spell_name(name: str, city: City | None) -> str:
    """A name in ordinary case: the gazetteer's where it has the same letters, accents aside, else the printed one."""
    if has_small_letters(name):
        name = name.upper()
    if city is None or not name.isupper() or fold_name(city.name) != fold_name(name):
        return lower_capitals(name)
    # "ST. PAUL" is "St. Paul", not "Saint Paul", and "HERAT" is "Herat", not "Herāt".
    is_printed_so = count_letters(city.name) == count_letters(name) and not is_transliterated(city.name)
    return city.name if is_printed_so else lower_capitals(name)


def has_small_letters(name: str) -> bool:
    """Whether a word of a name, other than a particle, is in small letters: "panama city"."""
    return any(word.islower() and word not in PARTICLES and len(word) > 1 for word in name.split())


def is_transliterated(name: str) -> bool:
    """Whether a name holds marks of transliteration, which no newspaper prints: "Mazār-e Sharīf", "Rafaḩ".

    >>> is_transliterated("Herāt"), is_transliterated("‘Ayn al ‘Arab"), is_transliterated("São Paulo")
    (True, True, False)
    """
    return not TRANSLITERATION_MARKS.isdisjoint(unicodedata.normalize("NFD", name))


def count_letters(name: str) -> int:
    """How many letters a name has."""
    return sum(letter.isalpha() for letter in name)
