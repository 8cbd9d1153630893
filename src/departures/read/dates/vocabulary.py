"""The words with which a language says days and periods, as `read/CODE/dates.toml` lists them.

Invariant: nothing here is changed after loading; every word is folded as pages are.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from departures.read.language import grammar
from departures.read.numbers.vocabulary import number_words

Openings = Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
"""By its last word: the other words of a phrase before a date, and what it makes of the date."""


@dataclass(frozen=True, slots=True)
class DateWords:
    """What the date reader knows of a language."""

    month_first: bool
    fiscal_year_starts: int
    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    abbreviations: frozenset[str]
    """Short forms of months and weekdays, to which a full stop may belong."""
    relative_days: Mapping[str, tuple[int, int]]
    seasons: Mapping[str, int]
    units: Mapping[str, str]
    directions: Mapping[str, int]
    counts: Mapping[str, int]
    parts_of: Mapping[str, int]
    edges: Mapping[str, str]
    decades: Mapping[str, int]
    day_endings: frozenset[str]
    """Words that may end a day of the month before its month: "of", "th", "third"."""
    figure_endings: frozenset[str]
    """What follows a short figure that may begin a date of its own: 4/, 18th, 90s."""
    openings: Openings
    closings: Mapping[str, tuple[tuple[str, ...], ...]]
    """By its first word: the other words of a phrase that opens the date before it."""
    sets: Mapping[str, frozenset[str]]
    """All plain lists of words, by `table.key`."""


@cache
def date_words(code: str) -> DateWords:
    """The date words of the language with this code."""
    data = grammar(code, "dates")
    return DateWords(
        month_first=data["month_first"],
        fiscal_year_starts=data["fiscal_year_starts"],
        months=data["months"],
        weekdays=data["weekdays"],
        abbreviations=_short(data["months"]) | _short(data["weekdays"]),
        relative_days={word: (low, high) for word, (low, high) in data["relative_days"].items()},
        seasons=data["seasons"],
        units=data["units"],
        directions=data["directions"],
        counts=data["counts"],
        parts_of=data["parts_of"],
        edges=data["edges"],
        decades=data["decades"],
        day_endings=_day_endings(code),
        figure_endings=number_words(code).endings | {"-", "/", "s"},
        openings=_openings(data["opening"]),
        closings=_closings(data["closing"]["onward"]),
        sets={
            f"{table}.{key}": frozenset(words)
            for table, entries in data.items()
            if isinstance(entries, dict)
            for key, words in entries.items()
            if isinstance(words, list) and all(isinstance(word, str) for word in words)
        },
    )


def _closings(phrases: list[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Phrases by their first word."""
    table: dict[str, tuple[tuple[str, ...], ...]] = {}
    for first, *rest in (phrase.split() for phrase in phrases):
        table[first] = (*table.get(first, ()), tuple(rest))
    return table


def _day_endings(code: str) -> frozenset[str]:
    """What stands right before a month where a day of it is told."""
    numbers = number_words(code)
    said = numbers.endings | frozenset(numbers.ordinals) | frozenset(numbers.tens)
    return said | frozenset(numbers.small) | {"of", "-", "/"}


def _short(names: Mapping[str, int]) -> frozenset[str]:
    """The names that begin a longer name of the same thing."""
    return frozenset(
        name
        for name, number in names.items()
        if any(
            other != name and other.startswith(name) and names[other] == number for other in names
        )
    )


def _openings(phrases: Mapping[str, list[str]]) -> Openings:
    """Phrases by their last word, the longest first."""
    entries = [
        (tuple(phrase.split()), meaning) for meaning, listed in phrases.items() for phrase in listed
    ]
    table: dict[str, tuple[tuple[tuple[str, ...], str], ...]] = {}
    for words, meaning in sorted(entries, key=lambda entry: -len(entry[0])):
        table[words[-1]] = (*table.get(words[-1], ()), (words[:-1], meaning))
    return table
