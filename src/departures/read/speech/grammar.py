"""The tables of the attribution grammar: which words part phrases, stand for people, or tell time.

Invariant: every table comes from `read/CODE/speech.toml` and the word lists; none changes after
loading.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from departures.read.language import grammar
from departures.read.page import fold

ROLE_KINDS = frozenset({"role", "body", "source", "data"})


class Noun(NamedTuple):
    """What a noun says of whoever speaks: its `kind` (role, body, source, data) and gender."""

    kind: str
    gender: str | None
    plural: bool
    title: bool


@dataclass(frozen=True, slots=True)
class Tables:
    """The grammar of one language, as sets of folded words."""

    nouns: dict[str, Noun]
    pronouns: dict[str, str]
    joins: frozenset[str]
    contrast: frozenset[str]
    breaks: frozenset[str]
    auxiliaries: frozenset[str]
    negations: frozenset[str]
    modals: frozenset[str]
    be: frozenset[str]
    determiners: frozenset[str]
    owners: frozenset[str]
    prepositions: frozenset[str]
    front: frozenset[str]
    time: frozenset[str]
    clock: frozenset[str]
    media: frozenset[str]
    listeners: frozenset[str]
    ends: frozenset[str]
    participles: frozenset[str]
    relative: frozenset[str]
    finite: frozenset[str]
    indefinite: frozenset[str]
    silent: frozenset[str]
    particles: frozenset[str]
    nobody: frozenset[str]
    publishes: frozenset[str]
    empty: frozenset[str]
    happens: frozenset[str]
    nouns_too: frozenset[str]
    verbs: frozenset[str]
    speaks: frozenset[str]


def noun_of(kind: str, data: Any) -> Noun:
    """A word list's entry as a `Noun`."""
    return Noun(kind, data.get("gender"), data.get("plural", False), data.get("title", False))


@cache
def tables(code: str) -> Tables:
    """The tables of the language with this code."""
    raw = grammar(code, "speech")
    words = {name: frozenset(entries) for name, entries in raw["words"].items()}
    pronouns = {word: who for who, entries in raw["pronouns"].items() for word in entries}
    speech = list(_listed(code, "speech"))
    verbs = {word for word, _, data in speech if data["frame"] == "clause"} - words["nouns_too"]
    speaks = frozenset(word for word, _, _ in speech)
    nouns: dict[str, Noun] = {}
    for word, kind, data in _listed(code, "roles"):
        nouns.setdefault(word, noun_of(kind, data))
    fields = Tables.__dataclass_fields__
    kept = {name: table for name, table in words.items() if name in fields}
    return Tables(nouns=nouns, pronouns=pronouns, verbs=frozenset(verbs), speaks=speaks, **kept)


def _listed(code: str, name: str) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """The single words of a word list, each with its kind and its table."""
    for kind, values in grammar(code, f"lexicon/{name}").items():
        for table in values.values():
            for phrase in table["words"]:
                if " " not in phrase:
                    yield fold(phrase), kind, table
