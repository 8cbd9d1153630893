"""Airports of the flight tables by the country that they lie in.

Invariant: an airport in the United States is no destination. People who are left there cross the
border on foot or by bus, or fly on; where to, the tables don't say.
"""

import tomllib
from collections.abc import Iterable
from functools import cache
from importlib import resources

HOME = "US"


@cache
def _beginnings() -> dict[str, str]:
    file = resources.files("departures.releases") / "icao.toml"
    listed = tomllib.loads(file.read_text(encoding="utf-8"))
    return {start: country for country, starts in listed.items() for start in starts}


@cache
def country_of(icao: str) -> str | None:
    """The country of an airport, ISO 3166-1 alpha-2, by its ICAO code such as `UTTT`."""
    starts = _beginnings()
    lengths = range(len(icao), 0, -1)
    return next((starts[icao[:k]] for k in lengths if icao[:k] in starts), None)


def destinations(airports: Iterable[str | None]) -> dict[str | None, str | None]:
    """The country that people were sent to, by the airport where they were left."""
    found = {each: country_of(each) if each else None for each in airports}
    return {each: None if country == HOME else country for each, country in found.items()}
