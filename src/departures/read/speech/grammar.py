"""The tables of the attribution grammar: which words part phrases, stand for people, or tell time.

Invariant: every table comes from `read/CODE/speech.toml`, `speech-verbs.toml` and
`speakers.toml`; none changes after loading.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from departures.read.language import grammar
from departures.read.page import Page, lay_out

MARKS = frozenset(',;:"()[]?!\u2013\u2014\u2022')
"""Marks that end a noun phrase."""

Phrase = tuple[str, ...]
_NO_VERBS = frozenset({"source", "noun"})


class Noun(NamedTuple):
    """What a noun says of whoever speaks: its `kind` (role, body, source, data) and gender."""

    kind: str
    gender: str | None = None
    plural: bool = False
    title: bool = False


class Verb(NamedTuple):
    """What follows a verb of speech, as `speech-verbs.toml` explains its fields."""

    frame: str
    addressee: bool = False
    gerund: bool = False
    denied: bool = False
    happens: bool = False
    leading: bool = False
    quoted: bool = False
    published: bool = False
    texts: bool = False
    account: bool = False
    credited: bool = False
    apart: bool = False

    @property
    def clause(self) -> bool:
        """Whether what is said may follow as it is."""
        return self.frame == "clause"


class Entry(NamedTuple):
    """A phrase of the word lists: a verb of speech, a noun for a speaker, or both."""

    verb: Verb | None
    noun: Noun | None


@dataclass(slots=True)
class Branch:
    """A word within phrases: the words that may follow it, and what ends with it."""

    further: dict[str, "Branch"] = field(default_factory=dict)
    entry: Entry | None = None


class Spoken(NamedTuple):
    """A verb of speech at tokens `first`…`last` (exclusive)."""

    first: int
    last: int
    kind: Verb


class Triggers(NamedTuple):
    """What a page holds of the word lists."""

    verbs: list[Spoken]
    people: list[int]
    """Tokens of the nouns for one person."""
    longer: dict[int, tuple[int, Noun]]
    """The nouns of several words by their first token, with the token after them."""


@dataclass(frozen=True, slots=True)
class Tables:
    """The grammar of one language, as sets of folded words."""

    triggers: dict[str, Branch]
    nouns: dict[str, Noun]
    pronouns: dict[str, str]
    joins: frozenset[str]
    contrast: frozenset[str]
    breaks: frozenset[str]
    stops: frozenset[str]
    """What may end a noun phrase to the left."""
    auxiliaries: frozenset[str]
    negations: frozenset[str]
    modals: frozenset[str]
    be: frozenset[str]
    determiners: frozenset[str]
    owners: frozenset[str]
    prepositions: frozenset[str]
    front: frozenset[str]
    onward: frozenset[str]
    by_account: frozenset[str]
    shared: frozenset[str]
    parted: frozenset[str]
    reckoned: frozenset[str]
    time: frozenset[str]
    time_alone: frozenset[str]
    """Words of time that are no determiners."""
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
    charges: frozenset[str]
    openers: frozenset[str]
    own: frozenset[str]
    """What a text calls itself."""
    benches: frozenset[str]
    """Who is asked in writing, not in speech."""
    articles: frozenset[str]
    quotes: frozenset[str]
    noun_followers: frozenset[str]
    no_clause: frozenset[str]
    authors: frozenset[str]
    office_of: frozenset[str]
    name_ends: frozenset[str]
    leads: frozenset[str]
    places: frozenset[str]
    told_in: frozenset[str]
    things: frozenset[str]
    parties: frozenset[str]
    publishes: frozenset[str]
    empty: frozenset[str]
    happens: frozenset[str]
    nouns_too: frozenset[str]
    verbs: frozenset[str]
    speaks: frozenset[str]


@cache
def tables(code: str) -> Tables:
    """The tables of the language with this code."""
    raw = grammar(code, "speech")
    words = {name: frozenset(entries) for name, entries in raw["words"].items()}
    pronouns = {word: who for who, entries in raw["pronouns"].items() for word in entries}
    phrases = _phrases(code)
    single = {phrase[0]: entry for phrase, entry in phrases.items() if len(phrase) == 1}
    clauses = {word for word, entry in single.items() if entry.verb and entry.verb.clause}
    verbs = frozenset(clauses - words["nouns_too"])
    kept = {name: table for name, table in words.items() if name in Tables.__dataclass_fields__}
    return Tables(
        triggers=_grow(phrases),
        nouns={word: entry.noun for word, entry in single.items() if entry.noun},
        pronouns=pronouns,
        verbs=verbs,
        stops=MARKS | words["breaks"] | verbs | {"who", "and", "'"},
        time_alone=words["time"] - words["determiners"],
        speaks=frozenset(
            word
            for word, entry in single.items()
            if entry.verb and entry.verb.frame not in _NO_VERBS
        ),
        **kept,
    )


def _phrases(code: str) -> dict[Phrase, Entry]:
    """Every phrase of the word lists, with what it is."""
    found: dict[Phrase, Entry] = {}
    for table in grammar(code, "speech-verbs")["speech"].values():
        verb = Verb(**{key: value for key, value in table.items() if key != "words"})
        for phrase in table["words"]:
            found[tuple(lay_out(phrase).words)] = Entry(verb, None)
    for kind, values in grammar(code, "speakers").items():
        for table in values.values():
            data = {key: value for key, value in table.items() if key != "words"}
            for phrase in table["words"]:
                words = tuple(lay_out(phrase).words)
                known = found.get(words, Entry(None, None))
                found[words] = Entry(known.verb, known.noun or Noun(kind, **data))
    return found


def _grow(phrases: dict[Phrase, Entry]) -> dict[str, Branch]:
    """The phrases to be found on a page, as branches from their first words.

    A single noun counts where one person may be met by it; phrases look up the others themselves.
    """
    found: dict[str, Branch] = {}
    for phrase, entry in phrases.items():
        if len(phrase) == 1 and not (entry.verb or _is_person(entry.noun)):
            continue
        branch = found.setdefault(phrase[0], Branch())
        for word in phrase[1:]:
            branch = branch.further.setdefault(word, Branch())
        branch.entry = entry
    return found


def _is_person(noun: Noun | None) -> bool:
    """Whether a noun stands for one person."""
    return noun is not None and noun.kind == "role" and not noun.plural


def find_triggers(page: Page, tables: Tables, marks: Sequence[int] | None = None) -> Triggers:
    """The verbs of speech and the nouns for speakers on a page; of two the longer counts.

    `marks`: the tokens of the `triggers`, where they are known.
    """
    words, triggers = page.words, tables.triggers
    if marks is None:
        marks = [token for token, word in enumerate(words) if word in triggers]
    found = Triggers([], [], {})
    done, count = 0, len(words)
    for first in marks:
        if first < done:
            continue
        branch: Branch | None = triggers[words[first]]
        longest, last, token = None, first, first
        while branch is not None:
            token += 1
            if branch.entry is not None:
                longest, last = branch.entry, token
            branch = branch.further.get(words[token]) if token < count else None
        if longest is None:
            continue
        done = last
        verb, noun = longest
        if noun is not None:
            if last > first + 1:
                found.longer[first] = (last, noun)
            if noun.kind == "role" and not noun.plural:
                found.people.append(first)
        if verb is not None:
            # "demanded that": "that" is left to lead what is said
            found.verbs.append(Spoken(first, last - (words[last - 1] == "that"), verb))
    return found
