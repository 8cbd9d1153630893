"""The words with which a language says numbers, as `read/CODE/numbers.toml` lists them.

Invariant: nothing here is changed after loading; every word is folded as pages are.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from departures.read.language import grammar
from departures.read.page import lay_out

Phrases = Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
"""By the word next to the number: the other words, from the number outwards, and the meaning."""


@dataclass(frozen=True, slots=True)
class NumberWords:
    """What the number reader knows of a language."""

    triggers: frozenset[str]
    articles: frozenset[str]
    half: frozenset[str]
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
    months: frozenset[str]
    sets: Mapping[str, frozenset[str]]
    """All other lists, by `table.key`."""
    years: range


@cache
def number_words(code: str) -> NumberWords:
    """The number words of the language with this code."""
    data = grammar(code, "numbers")
    months = frozenset(grammar(code, "dates")["months"])
    vague = {word: (low, high) for word, (low, high) in data["vague"].items()}
    number_bearing = ("small", "tens", "scales", "dozens", "ordinals", "vague")
    triggers = frozenset(word for table in number_bearing for word in data[table])
    return NumberWords(
        triggers=triggers | frozenset(data["zero"]["words"]) | frozenset(data["half"]),
        articles=frozenset(data["article"]),
        half=frozenset(data["half"]),
        joining=frozenset(data["and"]),
        point=frozenset(data["point"]),
        small=data["small"],
        tens=data["tens"],
        scales=data["scales"],
        letters=data["scale_letters"],
        dozens=data["dozens"],
        ordinals=data["ordinals"],
        endings=frozenset(data["ordinal_endings"]["words"]),
        parts=data["parts"],
        vague=vague,
        some_of=data["some_of"],
        as_good_as=frozenset(data["approximate_some_of"]["words"]),
        before=_phrases(data["bounds"], "before", outwards=True),
        after=_phrases(data["bounds"], "after", outwards=False),
        intensifiers=frozenset(data["intensifiers"]["words"]),
        between=frozenset(data["bounds_between"]["words"]),
        particles=frozenset(data["handed_over"]["particles"]),
        particle_verbs=frozenset(data["handed_over"]["verbs"]),
        months=months,
        sets=_sets(data),
        years=range(data["year"]["earliest"], data["year"]["latest"] + 1),
    )


def _phrases(bounds: Mapping[str, Any], side: str, *, outwards: bool) -> Phrases:
    """The bound phrases of one side, ready to be matched from the number outwards."""
    entries: list[tuple[tuple[str, ...], str]] = []
    for meaning, sides in bounds.items():
        for phrase in sides[side]:
            words = tuple(lay_out(phrase).words)
            entries.append((words[::-1] if outwards else words, meaning))
    return _by_first(sorted(entries, key=lambda entry: -len(entry[0])))


def _by_first(entries: Iterable[tuple[tuple[str, ...], str]]) -> Phrases:
    table: dict[str, tuple[tuple[tuple[str, ...], str], ...]] = {}
    for words, meaning in entries:
        table[words[0]] = (*table.get(words[0], ()), (words[1:], meaning))
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
