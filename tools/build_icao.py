"""Write `src/departures/releases/icao.toml` from airportsdata: in which country an airport lies.

    python tools/build_icao.py          (needs the group `gazetteer`)

Invariant: a beginning stands for the country of nearly all airports that have it; the few that lie
elsewhere (bases, islets, slips of the source) make no beginning of their own.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Mapping
from pathlib import Path

import airportsdata

OUT = Path(__file__).parents[1] / "src" / "departures" / "releases" / "icao.toml"
HEAD = """# The country of an airport, by the beginning of its ICAO code; the longest one counts.
# Written by tools/build_icao.py from airportsdata (MIT licence); don't edit.
"""


NEARLY_ALL = {1: 0.995, 2: 0.9, 3: 0.9, 4: 0}
"""Which share of the airports of a beginning of so many letters."""
FORMER = {"HSS": "SD", "UTF": "UZ", "UTK": "UZ", "UTN": "UZ", "UTS": "UZ", "UTT": "UZ"}
"""Airports that the flight tables have and the source has no longer, or under another code."""


def beginnings(countries: Mapping[str, str], start: str = "") -> dict[str, str]:
    """The shortest beginnings of codes that stand for one country each."""
    held = {code: country for code, country in countries.items() if code.startswith(start)}
    country, most = Counter(held.values()).most_common(1)[0]
    if start and most >= NEARLY_ALL[len(start)] * len(held):
        return {start: country}
    nexts = sorted({code[: len(start) + 1] for code in held})
    return {key: value for each in nexts for key, value in beginnings(held, each).items()}


def main() -> None:
    """Write the file."""
    airports = airportsdata.load()
    countries = {code: held["country"] for code, held in airports.items() if code.isalpha()}
    found = beginnings(countries) | FORMER
    by_country: dict[str, list[str]] = defaultdict(list)
    for start, country in found.items():
        by_country[country].append(start)
    lines = [f"{country} = {json.dumps(by_country[country])}" for country in sorted(by_country)]
    OUT.write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
