"""The gazetteer: which city, region or country a printed name means.

The table is gzipped text, UTF-8, in five parts with an empty line between them: the credit; countries (code, name);
regions (country, code, name); cities (name, country, region, latitude, longitude, population), largest first; names
(key of the name, numbers of the cities so named, numbers of those that have it as another name). Fields are parted by
tabs, numbers by commas. It is made by training/gazetteer.py.
"""

import gzip
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from service.components.dateline.area_aliases import COUNTRY_ALIASES, GENERIC_WORDS, REGION_ALIASES
from service.components.dateline.names import fold_name
from service.components.dateline.regions import CANADIAN_PROVINCES, US_POSTAL_CODES, US_STATE_ABBREVIATIONS
from service.components.dateline.standalone import STAND_ALONE, UNMISTAKABLE

TABLE_PATH = Path(__file__).parents[2] / "model" / "gazetteer.tsv.gz"


@dataclass(frozen=True, slots=True)
class Area:
    """A country, or a region of one. region_code: GeoNames' code, None for a whole country."""

    country_code: str
    region_code: str | None = None


@dataclass(frozen=True, slots=True)
class City:
    """A city of the gazetteer. latitude, longitude: in degrees."""

    name: str
    country_code: str
    region_code: str
    latitude: float
    longitude: float
    population: int

    def lies_in(self, areas: Iterable[Area]) -> bool:
        """Whether the city lies in one of the areas."""
        return any(
            self.country_code == area.country_code and area.region_code in (None, self.region_code) for area in areas
        )


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Countries, regions and cities by name.

    Cities stay as lines of the table until they are asked for: 25 MB in memory, 42 MB while it loads.
    """

    country_names: Mapping[str, str]
    region_names: Mapping[Area, str]
    areas: Mapping[str, tuple[Area, ...]]
    cities: tuple[str, ...]
    city_numbers: Mapping[str, str]

    def find_areas(self, name: str) -> tuple[Area, ...]:
        """What a printed region or country may mean, likeliest first; empty where it is none."""
        key = fold_name(name)
        code = key.replace(" ", "").upper()
        # "Ind." is Indiana and "La." Louisiana, but "in" and "la" in small letters are words.
        if code in US_POSTAL_CODES and name[:1].isupper():
            return (Area("US", code),)
        return self.areas.get(key) or self.areas.get(code.lower()) or self.areas.get(trim_generic_words(key), ())

    def find_city(self, name: str, areas: tuple[Area, ...] = ()) -> City | None:
        """The city of this name that lies in one of areas; without areas the one that the name alone stands for."""
        key = fold_name(name)
        if not areas and key in STAND_ALONE:
            return self.find_stand_alone(key)
        for city in self.list_cities(name):
            if not areas or city.lies_in(areas):
                return city
        return self.find_stand_alone(key, areas)

    def list_cities(self, name: str) -> Iterator[City]:
        """The cities so named, then those that have it as another name, each from the largest on."""
        own, _, alternates = self.city_numbers.get(fold_name(name), "\t").partition("\t")
        for numbers in (own, alternates):
            for number in numbers.split(",") if numbers else ():
                yield self.read_city(int(number))

    def find_stand_alone(self, key: str, areas: tuple[Area, ...] = ()) -> City | None:
        """The city that the list of stand-alone names gives for this key, if it lies in one of areas."""
        if key not in STAND_ALONE:
            return None
        name, country_code = STAND_ALONE[key]
        own = self.city_numbers.get(fold_name(name), "\t").partition("\t")[0]
        for number in own.split(",") if own else ():
            city = self.read_city(int(number))
            if city.country_code == country_code:
                return city if not areas or city.lies_in(areas) else None
        return None

    def has_own_name(self, name: str) -> bool:
        """Whether some city bears this very name, or it stands alone."""
        key = fold_name(name)
        return key in STAND_ALONE or not self.city_numbers.get(key, "\t").startswith("\t")

    def stands_alone(self, name: str) -> bool:
        """Whether a dateline names this city without its country."""
        key = fold_name(name)
        return key in STAND_ALONE or key in UNMISTAKABLE

    def is_unmistakable(self, name: str) -> bool:
        """Whether a name means its city whatever the story tells of."""
        return fold_name(name) in UNMISTAKABLE

    def read_city(self, number: int) -> City:
        """The city of this number."""
        name, country_code, region_code, latitude, longitude, population = self.cities[number].split("\t")
        return City(name, country_code, region_code, float(latitude), float(longitude), int(population))

    def name_region(self, area: Area) -> str | None:
        """The name of the region; None for a country or an unknown code."""
        return self.region_names.get(area)

    def name_country(self, country_code: str) -> str | None:
        """The name of the country; None for an unknown code."""
        return self.country_names.get(country_code)


@cache
def load_gazetteer(path: Path = TABLE_PATH) -> Gazetteer:
    """The gazetteer of this file; read once."""
    parts = gzip.decompress(path.read_bytes()).decode("utf-8").split("\n\n")
    _, countries, regions, cities, names = parts
    country_names = dict(split_line(line) for line in countries.splitlines())
    region_names = dict(read_region(line) for line in regions.splitlines())
    return Gazetteer(
        country_names=country_names,
        region_names=region_names,
        areas=index_areas(country_names, region_names),
        cities=tuple(cities.split("\n")),
        city_numbers=dict(split_line(line) for line in names.rstrip("\n").split("\n")),
    )


def split_line(line: str) -> tuple[str, str]:
    """The first field of a line, and the rest."""
    key, _, rest = line.partition("\t")
    return key, rest


def read_region(line: str) -> tuple[Area, str]:
    """The region that a line of the table describes, with its name."""
    country_code, region_code, name = line.split("\t")
    return Area(country_code, region_code), name


def index_areas(country_names: Mapping[str, str], region_names: Mapping[Area, str]) -> dict[str, tuple[Area, ...]]:
    """Key of a printed name → the countries, then the regions that it may mean."""
    index: dict[str, tuple[Area, ...]] = {}

    def add(key: str, area: Area) -> None:
        if area not in index.get(key, ()):
            index[key] = (*index.get(key, ()), area)

    for code, name in country_names.items():
        add(fold_name(name), Area(code))
    for key, code in COUNTRY_ALIASES.items():
        add(key, Area(code))
    for key, code in US_STATE_ABBREVIATIONS.items():
        add(key, Area("US", code))
    for key, code in CANADIAN_PROVINCES.items():
        add(key, Area("CA", code))
    for key, (country_code, region_code) in REGION_ALIASES.items():
        add(key, Area(country_code, region_code))
    regions = [(fold_name(name), area) for area, name in region_names.items()]
    for key, area in regions:
        add(key, area)
    for key, area in regions:
        add(trim_generic_words(key), area)
    return index


def trim_generic_words(key: str) -> str:
    """The key of a region's name without the words that say what sort of region it is.

    >>> trim_generic_words("helmand province"), trim_generic_words("tibet autonomous region")
    ('helmand', 'tibet')
    """
    return " ".join([word for word in key.split() if word not in GENERIC_WORDS])
