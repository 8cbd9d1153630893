"""The names of places and peoples of a language, loaded once and matched at capitalised words.

`places.tsv` is written by tools/build_gazetteer.py. Most of its names are never met, so a name's
meanings are laid out when it is first found. Invariant: a name is matched whole, the longest first.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from math import log10
from typing import NamedTuple

from departures.read.language import grammar
from departures.read.lexicon import language_folder


class Entry(NamedTuple):
    """What a name may stand for. `marks` are explained in tools/build_gazetteer.py."""

    kind: str
    country: str
    region: str
    codes: str
    thousands: int
    marks: str


class Name(NamedTuple):
    """A name with its meanings, the likeliest first, and what the grammar asks of them all."""

    entries: tuple[Entry, ...]
    people: bool
    level: bool
    """Whether one meaning is a country, a territory or a state."""
    plain: bool
    """Whether all meanings lie in one country."""
    person: bool
    word: bool
    """Whether every meaning is also a person's name, or an ordinary word."""
    guarded: bool
    """Whether some meaning counts only in capitals, or only after a comma."""


LEVELS = frozenset({"country", "territory", "state"})
_BASE = {
    "people": 9.0,
    "airport": 9.0,
    "country": 8.0,
    "territory": 6.5,
    "region": 6.0,
    "state": 2.2,
}
_CAPITAL = 2.0


def prior(entry: Entry) -> float:
    """How likely a name means this place when nothing else is known: by kind and size."""
    size = log10(entry.thousands + 1)
    if entry.kind == "city":
        return size + _CAPITAL * ("c" in entry.marks)
    return _BASE[entry.kind] + size / 10


@lru_cache(maxsize=8192)
def name_of(*entries: Entry) -> Name:
    """The name that has these meanings."""
    ranked = tuple(sorted(entries, key=prior, reverse=True))
    return Name(
        ranked,
        ranked[0].kind == "people",
        any(entry.kind in LEVELS for entry in ranked),
        len({entry.country for entry in ranked}) == 1,
        all("n" in entry.marks for entry in ranked),
        all("w" in entry.marks for entry in ranked),
        any("u" in entry.marks or "q" in entry.marks for entry in ranked),
    )


@dataclass(slots=True)
class Gazetteer:
    """Names by their words joined by spaces.

    `heads` holds every word with which a name begins or which is a code; the bits of its number
    tell how many words the names have that begin with it.
    """

    rows: dict[str, list[str]]
    heads: dict[str, int]
    codes: dict[str, str]
    """Rows of airports by IATA and ICAO code, folded."""
    lengths: dict[int, tuple[int, ...]] = field(default_factory=dict)
    known: dict[str, Name] = field(default_factory=dict)
    variants: dict[tuple[str, bool, bool], Name | None] = field(default_factory=dict)

    def match(self, words: Sequence[str], first: int) -> tuple[int, str, Name] | None:
        """The longest name that begins with token `first`: where it ends, its words, the name."""
        rows, count = self.rows, len(words)
        for length in self.lengths[self.heads[words[first]]]:
            last = first + length
            key = " ".join(words[first:last]) if length > 1 else words[first]
            if key in rows and last <= count:
                return last, key, self.known.get(key) or self._lay_out(key)
        return None

    def _lay_out(self, key: str) -> Name:
        """The name with these words, kept for the next time."""
        name = self.known[key] = name_of(*map(_entry, self.rows[key]))
        return name

    def allowed(self, key: str, name: Name, upper: bool, after_comma: bool) -> Name | None:
        """What is left of a guarded name where it is, or isn't, in capitals or after a comma."""
        variant = (key, upper, after_comma)
        if variant not in self.variants:
            kept = [
                entry
                for entry in name.entries
                if (upper or "u" not in entry.marks) and (after_comma or "q" not in entry.marks)
            ]
            self.variants[variant] = name_of(*kept) if kept else None
        return self.variants[variant]

    def airport(self, code: str) -> Entry | None:
        """The airport, or the city of the airport, with this code."""
        row = self.codes.get(code)
        return _entry(row) if row is not None else None


def _entry(row: str) -> Entry:
    _, _, kind, country, region, codes, thousands, marks = row.split("\t")
    return Entry(kind, country, region, codes, int(thousands), marks)


@cache
def gazetteer(code: str) -> Gazetteer:
    """The gazetteer of a language. Raises `FileNotFoundError` where there is none."""
    lines = (language_folder(code) / "places.tsv").read_text(encoding="utf-8").splitlines()
    barred = grammar(code, "naming")["codes"]["not_airport"].split()
    rows: dict[str, list[str]] = {}
    heads: dict[str, int] = {}
    codes: dict[str, str] = {}
    for line in lines[1:]:
        name, given, kind, _, _, flown, _ = line.split("\t", 6)
        for key in given.split("|") if given else (name.lower(),):
            rows.setdefault(key, []).append(line)
            head, _, rest = key.partition(" ")
            heads[head] = heads.get(head, 0) | (4 << rest.count(" ") if rest else 2)
        for airport in flown.lower().split():
            if kind == "airport" or airport not in codes:
                codes[airport] = line
    for word in barred:
        codes.pop(word, None)
    for airport in codes:
        heads.setdefault(airport, 0)
    return Gazetteer(rows, heads, codes, _lengths(heads))


def _lengths(heads: dict[str, int]) -> dict[int, tuple[int, ...]]:
    """The numbers whose bits are set, the largest first."""
    return {
        bits: tuple(n for n in range(bits.bit_length(), 0, -1) if bits >> n & 1)
        for bits in set(heads.values())
    }
