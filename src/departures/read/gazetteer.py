"""The names of places and peoples of a language, loaded once and matched at capitalised words.

`places.tsv` is written by tools/build_gazetteer.py; its columns are those of `Entry`, after the
name. Invariant: a name is matched whole, the longest first, wherever its first word stands.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from departures.read.lexicon import language_folder
from departures.read.page import fold, lay_out


class Entry(NamedTuple):
    """What a name may stand for. `marks` are explained in tools/build_gazetteer.py."""

    kind: str
    country: str
    region: str
    codes: str
    thousands: int
    marks: str


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Names by their words, joined by spaces; `longest` tells how far to look from a first word."""

    names: dict[str, tuple[Entry, ...]]
    longest: dict[str, int]
    codes: dict[str, Entry]
    """Airports by IATA and ICAO code, folded."""

    def match(self, words: Sequence[str], first: int) -> tuple[int, tuple[Entry, ...]] | None:
        """The longest name that begins with token `first`: where it ends, and its entries."""
        most = self.longest[words[first]]
        for last in range(min(first + most, len(words)), first + 1, -1):
            entries = self.names.get(" ".join(words[first:last]))
            if entries is not None:
                return last, entries
        entries = self.names.get(words[first])
        return (first + 1, entries) if entries is not None else None


def _keys(name: str) -> list[str]:
    """The words of a name joined by spaces, also without its hyphens."""
    plain = name.lower() if name.isascii() else fold(name)
    if plain.replace(" ", "").isalpha():
        return [plain]
    words = lay_out(plain).words
    keys = [" ".join(words)]
    if "-" in words:
        keys.append(" ".join(word for word in words if word != "-"))
    return keys


@cache
def gazetteer(code: str) -> Gazetteer:
    """The gazetteer of a language. Raises `FileNotFoundError` where there is none."""
    lines = (language_folder(code) / "places.tsv").read_text(encoding="utf-8").splitlines()
    names: dict[str, tuple[Entry, ...]] = {}
    longest: dict[str, int] = {}
    codes: dict[str, Entry] = {}
    for line in lines[1:]:
        name, kind, country, region, given, thousands, marks = line.split("\t")
        entry = Entry(kind, country, region, given, int(thousands), marks)
        for key in _keys(name):
            names[key] = (*names.get(key, ()), entry)
            head, _, rest = key.partition(" ")
            length = 2 + rest.count(" ") if rest else 1
            if length > longest.get(head, 0):
                longest[head] = length
        for airport in given.lower().split():
            if kind == "airport" or airport not in codes:
                codes[airport] = entry
    return Gazetteer(names, longest, codes)
