"""The words by which names of people, and what people are, are told: `privacy.toml` and the lists.

Invariant: every word here is folded as pages are, and what a word is never changes.
"""

from dataclasses import dataclass, field
from enum import IntEnum
from functools import cache
from typing import Any

from departures.read.gazetteer import Gazetteer, gazetteer
from departures.read.language import grammar, word_set
from departures.read.page import fold, tokens


class Kind(IntEnum):
    """What a capitalised word is, before its neighbours are looked at."""

    NAME = 0
    """In the lists of names, and no ordinary word."""
    UNKNOWN = 1
    """In no list at all."""
    WORDY = 2
    """A name that is an ordinary word or a day or month too."""
    PLACE = 3
    """A place, which may be a name as well."""
    TITLE = 4
    BODY = 5
    OTHER = 6


NAMELIKE = frozenset({Kind.NAME, Kind.UNKNOWN, Kind.WORDY, Kind.PLACE})
_ENDINGS = ("s", "es", "ed", "d", "ing", "ly")
LEVELS = frozenset({"country", "territory", "state", "region", "people"})
_MOST = 200_000
"""So many words are kept in mind with their kinds, whatever texts come."""
_SHORTEST = 3
"""Letters before one of the endings of surnames."""


@dataclass(slots=True)
class Vocabulary:
    """Sets of words by what they tell; `kinds` holds the kind of every word met so far."""

    sets: dict[str, frozenset[str]]
    given: frozenset[str]
    surnames: frozenset[str]
    ordinary: frozenset[str]
    endings: tuple[str, ...]
    known: frozenset[tuple[str, ...]]
    alone: frozenset[str]
    places: Gazetteer
    things: dict[str, tuple[tuple[str, ...], ...]]
    """Names of carriers and offices by their first word."""
    kinds: dict[str, Kind] = field(default_factory=dict)

    def kind(self, word: str) -> Kind:
        """What a capitalised word is; most are met again, so the answer is kept."""
        known = self.kinds.get(word)
        if known is None:
            known = self._kind(word)
            if len(self.kinds) < _MOST:
                self.kinds[word] = known
        return known

    def _kind(self, word: str) -> Kind:
        if self.is_ordinary(word):
            return Kind.OTHER
        if word in self.places.rows:
            return Kind.OTHER if self._is_people(word) else Kind.PLACE
        long = len(word) > _SHORTEST + 2
        return Kind.NAME if long and word.endswith(self.endings) else Kind.UNKNOWN

    def _is_people(self, word: str) -> bool:
        """Whether a word stands for a people before anything else: "Uzbek"."""
        return any(row.split("\t", 3)[2] == "people" for row in self.places.rows[word])

    def is_ordinary(self, word: str) -> bool:
        """Whether a word, or what is left of it without its ending, is an ordinary one."""
        ordinary = self.ordinary
        if word in ordinary:
            return True
        return any(
            word.endswith(end)
            and len(word) - len(end) >= _SHORTEST
            and (
                word[: -len(end)] in ordinary
                or (end in ("es", "ed", "ing") and f"{word[: -len(end)]}e" in ordinary)
                or (len(word) > 6 and end in ("ed", "ing") and word[: -len(end) - 1] in ordinary)
            )
            for end in _ENDINGS
        ) or (word.endswith("ies") and f"{word[:-3]}y" in ordinary)

    def is_country(self, word: str) -> bool:
        """Whether a word alone is the name of a country, a state or a large region."""
        rows = self.places.rows.get(word, ())
        return any(row.split("\t", 3)[2] in LEVELS for row in rows)


def _things(code: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    """The names of carriers and offices that the reader knows, the longest first."""
    found: dict[str, set[tuple[str, ...]]] = {}
    for name in ("carriers", "agencies"):
        for kind in grammar(code, f"lexicon/{name}").values():
            for entry in kind.values():
                for phrase in entry["words"]:
                    words = tuple(tokens(phrase))
                    found.setdefault(words[0], set()).add(words)
    return {word: tuple(sorted(names, key=len, reverse=True)) for word, names in found.items()}


def _words(text: str) -> frozenset[str]:
    return frozenset(fold(text).split())


@cache
def vocabulary(code: str) -> Vocabulary:
    """The vocabulary of a language. Raises `FileNotFoundError` where there is none."""
    table = grammar(code, "privacy")
    sets = {
        name: _words(text)
        for group in ("roles", "cues", "writing", "words")
        for name, text in table[group].items()
    }
    given = word_set(code, "given-names.txt") | _words(table["names"]["given"])
    surnames = word_set(code, "surnames.txt") | _words(table["names"]["surname"])
    ordinary = word_set(code, "ordinary.txt") - sets["rather_names"]
    made = Vocabulary(
        sets,
        given,
        surnames,
        ordinary | sets["more_ordinary"],
        tuple(table["names"]["endings"].split()),
        frozenset(tuple(name.split()) for name in fold(table["known"]["full"]).split(",")),
        _words(table["known"]["alone"]),
        gazetteer(code),
        _things(code),
    )
    made.kinds.update(_listed(made, table))
    return made


def _listed(made: Vocabulary, table: dict[str, Any]) -> dict[str, Kind]:
    """The kinds of all words in lists; the later lists count before the earlier ones."""
    sets, kinds = made.sets, dict.fromkeys(made.ordinary, Kind.OTHER)
    for word in made.given | made.surnames:
        kinds[word] = Kind.NAME
        if made.is_ordinary(word):
            kinds[word] = Kind.WORDY
        elif word in made.places.rows:
            kinds[word] = Kind.OTHER if made._is_people(word) else Kind.PLACE
    for group in ("other", "more_ordinary"):
        kinds.update(dict.fromkeys(sets[group], Kind.OTHER))
    for word in sets["calendar"]:
        kinds[word] = Kind.WORDY if word in made.given else Kind.OTHER
    for group in ("body", "opens"):
        kinds.update(dict.fromkeys(sets[group], Kind.BODY))
    for group in ("public", "with_body", "private", "courtesy"):
        kinds.update(dict.fromkeys(sets[group], Kind.TITLE))
    kinds.update(dict.fromkeys(sets["rather_names"], Kind.NAME))
    return kinds
