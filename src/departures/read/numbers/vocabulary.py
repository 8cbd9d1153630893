"""The words with which a language says numbers, as `read/CODE/numbers.toml` lists them.

Invariant: nothing here is changed after loading; every word is folded as pages are.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from departures.read.language import grammar
from departures.read.page import lay_out

Phrases = Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
"""By the word next to the number: the phrase's other words, in order, and what it means."""

MARKS_BEFORE = frozenset("-–/#+[@")
MARKS_AFTER = frozenset("-–/:(+%]")
"""Marks beside a number that may change what it is."""


@dataclass(frozen=True, slots=True)
class NumberWords:
    """What the number reader knows of a language."""

    triggers: frozenset[str]
    articles: frozenset[str]
    halves: Mapping[str, int]
    joining: frozenset[str]
    point: frozenset[str]
    small: Mapping[str, int]
    tens: Mapping[str, int]
    scales: Mapping[str, int]
    letters: Mapping[str, int]
    dozens: Mapping[str, int]
    ordinals: Mapping[str, int]
    endings: frozenset[str]
    parts: Mapping[str, int]
    vague: Mapping[str, tuple[int, int]]
    some_of: Mapping[str, int]
    as_good_as: frozenset[str]
    before: Phrases
    after: Phrases
    intensifiers: frozenset[str]
    between: frozenset[str]
    particles: frozenset[str]
    particle_verbs: frozenset[str]
    range_joins: frozenset[str]
    months: frozenset[str]
    years: range
    sets: Mapping[str, frozenset[str]]
    """All plain lists of words, by `table.key`."""
    plain: Mapping[str, int]
    """Number words of one word that need no other."""
    heeded_before: frozenset[str]
    """Words that, right before a number, leave it to the long way."""
    heeded_after: frozenset[str]
    """Words that, right behind a number, leave it to the long way."""
    wary_before: frozenset[str]
    """Words that, right before a number, may do so."""
    wary_after: frozenset[str]
    """Words that, right behind a number, may do so."""
    kind_before: frozenset[str]
    """Words that, right before a numeral, may tell what it counts; "of" a boy of 22 among them."""
    money: frozenset[str]
    percents: frozenset[str]
    after_ordinal: frozenset[str]
    measures: frozenset[str]
    """Units that make a measure of any number before them."""


@cache
def number_words(code: str) -> NumberWords:
    """The number words of the language with this code."""
    data = grammar(code, "numbers")
    months = frozenset(grammar(code, "dates")["months"])
    sets = _sets(data)
    before = _phrases(data["bounds"], "before", at=-1)
    after = _phrases(data["bounds"], "after", at=0)
    bearing = ("small", "tens", "scales", "dozens", "ordinals", "vague", "halves")
    bearers = frozenset(word for table in bearing for word in data[table])
    joins = sets["ranges.joins"] | sets["ranges.between_joins"] | sets["ranges.or"]
    return NumberWords(
        triggers=bearers | sets["zero.words"],
        articles=frozenset(data["article"]),
        halves=data["halves"],
        joining=frozenset(data["and"]),
        point=frozenset(data["point"]),
        small=data["small"],
        tens=data["tens"],
        scales=data["scales"],
        letters=data["scale_letters"],
        dozens=data["dozens"],
        ordinals=data["ordinals"],
        endings=sets["ordinal_endings.words"],
        parts=data["parts"],
        vague={word: (low, high) for word, (low, high) in data["vague"].items()},
        some_of=data["some_of"],
        as_good_as=sets["approximate_some_of.words"],
        before=before,
        after=after,
        intensifiers=sets["intensifiers.words"],
        between=sets["bounds_between.words"],
        particles=sets["handed_over.particles"],
        particle_verbs=sets["handed_over.verbs"],
        range_joins=joins,
        months=months,
        years=range(data["year"]["earliest"], data["year"]["latest"] + 1),
        sets=sets,
        plain={word: value for word, value in (data["small"] | data["tens"]).items() if value},
        heeded_before=months | MARKS_BEFORE | _words_of(sets, BEFORE) | frozenset(data["some_of"]),
        heeded_after=months | MARKS_AFTER | bearers | _words_of(sets, AFTER) | _behind(data),
        wary_before=frozenset(before) | sets["bounds_between.words"] | {".", "of"},
        wary_after=joins | frozenset(after) | frozenset(data["and"]) | {",", "in"},
        kind_before=months
        | MARKS_BEFORE
        | _words_of(sets, (*BEFORE, "age.bounds"))
        | frozenset((".", ",", ":", "of")),
        money=sets["money.before"],
        percents=sets["percent.after"] - {"percentage"},
        after_ordinal=sets["name.after_ordinal"],
        measures=sets["measure.after"]
        - sets["money.after"]
        - sets["time.after"]
        - sets["percent.after"]
        - frozenset(data["scale_letters"])
        - frozenset(data["point"])
        - frozenset(data["parts"]),
    )


BEFORE = (
    "ranges.between",
    "ranges.from",
    "money.before",
    "age.before",
    "name.before",
    "name.capital_before",
    "name.after",
    "rate.before",
)
"""Lists of words that some rule looks for right before a number."""
AFTER = (
    "ordinal_endings.words",
    "percent.after",
    "money.after",
    "money.between",
    "time.after",
    "measure.after",
    "measure.between",
    "name.after",
    "age.after",
    "age.year",
)
"""Lists of words that some rule looks for right behind a number."""


def _words_of(sets: Mapping[str, frozenset[str]], rules: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word for rule in rules for word in sets[rule])


def _behind(data: Mapping[str, Any]) -> frozenset[str]:
    """Words of tables that may go on with a number: point, half, k, out of, per cent."""
    return frozenset((*data["point"], *data["parts"], *data["scale_letters"], "out", "per"))


def _phrases(bounds: Mapping[str, Any], side: str, *, at: int) -> Phrases:
    """The bound phrases of one side by their word `at` the number, the longest first."""
    entries: list[tuple[tuple[str, ...], str]] = []
    for meaning, sides in bounds.items():
        entries += [(tuple(lay_out(phrase).words), meaning) for phrase in sides[side]]
    table: dict[str, tuple[tuple[tuple[str, ...], str], ...]] = {}
    for words, meaning in sorted(entries, key=lambda entry: -len(entry[0])):
        rest = words[:-1] if at else words[1:]
        table[words[at]] = (*table.get(words[at], ()), (rest, meaning))
    return table


def _sets(data: Mapping[str, Any]) -> dict[str, frozenset[str]]:
    """Every list of words in a table, by `table.key`."""
    return {
        f"{table}.{key}": frozenset(words)
        for table, entries in data.items()
        if isinstance(entries, dict)
        for key, words in entries.items()
        if isinstance(words, list) and all(isinstance(word, str) for word in words)
    }
