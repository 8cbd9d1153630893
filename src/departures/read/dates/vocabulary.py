"""The words with which a language says days and periods, as `read/CODE/dates.toml` lists them.

Invariant: nothing here is changed after loading; every word is folded as pages are.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from departures.read.language import grammar


@dataclass(frozen=True, slots=True)
class DateWords:
    """What the date reader knows of a language."""

    month_first: bool
    fiscal_year_starts: int
    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    relative_days: Mapping[str, tuple[int, int]]
    seasons: Mapping[str, int]
    units: Mapping[str, str]
    directions: Mapping[str, int]
    counts: Mapping[str, int]
    parts_of: Mapping[str, int]
    edges: Mapping[str, str]
    decades: Mapping[str, int]
    sets: Mapping[str, frozenset[str]]
    """All plain lists of words, by `table.key`."""
    openings: tuple[tuple[tuple[str, ...], str], ...]
    """Phrases before a day or a period, and what they make of it; the longest first."""


@cache
def date_words(code: str) -> DateWords:
    """The date words of the language with this code."""
    data = grammar(code, "dates")
    openings = [
        (tuple(phrase.split()), meaning)
        for meaning, phrases in data["opening"].items()
        for phrase in phrases
    ]
    return DateWords(
        month_first=data["month_first"],
        fiscal_year_starts=data["fiscal_year_starts"],
        months=data["months"],
        weekdays=data["weekdays"],
        relative_days={word: (low, high) for word, (low, high) in data["relative_days"].items()},
        seasons=data["seasons"],
        units=data["units"],
        directions=data["directions"],
        counts=data["counts"],
        parts_of=data["parts_of"],
        edges=data["edges"],
        decades=data["decades"],
        sets={
            f"{table}.{key}": frozenset(words)
            for table, entries in data.items()
            if isinstance(entries, dict)
            for key, words in entries.items()
            if isinstance(words, list) and all(isinstance(word, str) for word in words)
        },
        openings=tuple(sorted(openings, key=lambda entry: -len(entry[0]))),
    )
