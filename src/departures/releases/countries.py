"""Countries as the agencies write them, by their code.

Invariant: a name that stands for no one country of today (`KOREA`, `YUGOSLAVIA`) has no code.
"""

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib import resources

from departures.words.countries import country_names


def _folded(name: str) -> str:
    plain = re.sub(r"[^A-Z ]+", " ", name.upper().replace("ST.", "SAINT").replace("&", "AND"))
    return " ".join(plain.replace(" AND ", " ").split())


@cache
def _by_name() -> dict[str, str]:
    file = resources.files("departures.releases") / "countries.toml"
    listed = tomllib.loads(file.read_text(encoding="utf-8"))["codes"]
    names = {_folded(name): code for code, name in country_names().items()}
    return (
        names
        | {_folded(name): code for name, code in listed.items() if code}
        | {_folded(name): "" for name, code in listed.items() if not code}
    )


@cache
def code_of(name: str) -> str | None:
    """The ISO 3166-1 alpha-2 code of a country, as a table names it."""
    return _by_name().get(_folded(name)) or None


def codes(names: Iterable[str | None]) -> dict[str | None, str | None]:
    """The codes of many names."""
    return {name: code_of(name) if name else None for name in names}
