"""What a printed place is: its name in ordinary case, region, country and coordinates."""

from service.components.dateline.gazetteer import Area, City, Gazetteer
from service.components.dateline.names import fold_name, lower_capitals
from service.components.dateline.places import PlaceForm
from service.extraction import Location, TextSpan


def locate_places(text: str, places: tuple[PlaceForm, ...], gazetteer: Gazetteer) -> tuple[Location, ...]:
    """The places of a dateline in printed order.

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
        locations.append(locate_place(TextSpan.of(text, place.start, place.end), place.name.text, areas, gazetteer))
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
        return ()
    countries = {area.country_code for area in found[-1]}
    return tuple(area for area in found[0] if area.country_code in countries) or found[0]


def locate_place(span: TextSpan, name: str, areas: tuple[Area, ...], gazetteer: Gazetteer) -> Location:
    """The location of a printed name in one of areas; without areas where the name alone lies."""
    city = gazetteer.find_city(name, areas)
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


def is_same_name(region: str | None, city: City) -> bool:
    """Whether a region is the city itself, as Beijing is."""
    return region is not None and fold_name(region) == fold_name(city.name)


def spell_name(name: str, city: City | None) -> str:
    """A name in ordinary case: the gazetteer's where it has the same letters, accents aside, else the printed one."""
    if city is None or not name.isupper() or fold_name(city.name) != fold_name(name):
        return lower_capitals(name)
    # "ST. PAUL" is "St. Paul", not "Saint Paul".
    return city.name if count_letters(city.name) == count_letters(name) else lower_capitals(name)


def count_letters(name: str) -> int:
    """How many letters a name has."""
    return sum(letter.isalpha() for letter in name)
