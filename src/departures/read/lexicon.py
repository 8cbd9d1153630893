"""Which words mean what: the word lists of a language, matched against a page in one pass.

A word list is a TOML file in `read/LANGUAGE/lexicon/`. Its tables are named `KIND.VALUE`; `words`
holds the phrases, every other key is kept as the sense's `data`. Phrases are folded as pages are.
A phrase may have several senses; which one counts is for the grammar to decide.

Invariant: matches don't overlap; of two that begin at one token the longer counts.
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any, NamedTuple

from departures.errors import DeparturesError
from departures.read.page import Page, lay_out


class Sense(NamedTuple):
    """One meaning of a phrase: its `kind` (which list), its `value` (which entry), and `data`."""

    kind: str
    value: str
    data: Mapping[str, Any]


class Hit(NamedTuple):
    """Tokens `first`…`last` (exclusive) of a page that stand in the word lists."""

    first: int
    last: int
    senses: tuple[Sense, ...]

    def sense(self, kind: str) -> Sense | None:
        """The sense of that kind, where the phrase has one."""
        for sense in self.senses:
            if sense.kind == kind:
                return sense
        return None


class LexiconError(DeparturesError):
    """A word list that can't be read as one."""


@dataclass(slots=True)
class Lexicon:
    """All phrases by their first word, longest first."""

    single: dict[str, tuple[Sense, ...]] = field(default_factory=dict)
    longer: dict[str, list[tuple[tuple[str, ...], tuple[Sense, ...]]]] = field(default_factory=dict)

    def add(self, phrase: str, sense: Sense) -> None:
        """Give `phrase` one more sense."""
        words = tuple(lay_out(phrase).words)
        if not words:
            raise LexiconError(f"empty phrase in word list {sense.kind}.{sense.value}")
        if len(words) == 1:
            self.single[words[0]] = (*self.single.get(words[0], ()), sense)
            return
        phrases = self.longer.setdefault(words[0], [])
        for index, (known, senses) in enumerate(phrases):
            if known == words:
                phrases[index] = (known, (*senses, sense))
                return
        phrases.append((words, (sense,)))
        phrases.sort(key=lambda entry: -len(entry[0]))

    def find(self, page: Page) -> list[Hit]:
        """All phrases on the page, in order."""
        words, single, longer = page.words, self.single, self.longer
        hits: list[Hit] = []
        token, count = 0, len(words)
        while token < count:
            word = words[token]
            phrases = longer.get(word)
            if phrases is not None:
                for phrase, senses in phrases:
                    last = token + len(phrase)
                    if tuple(words[token:last]) == phrase:
                        hits.append(Hit(token, last, senses))
                        break
                else:
                    phrases = None
            if phrases is not None:
                token = last
                continue
            found = single.get(word)
            if found is not None:
                hits.append(Hit(token, token + 1, found))
            token += 1
        return hits


def load_tables(lexicon: Lexicon, tables: Mapping[str, Any], name: str) -> None:
    """Add the `KIND.VALUE` tables of one word list. Errors: `LexiconError` names the table."""
    for kind, values in tables.items():
        if not isinstance(values, dict):
            raise LexiconError(f"{name}: [{kind}] must hold tables named KIND.VALUE")
        for value, entry in values.items():
            if not isinstance(entry, dict) or not isinstance(entry.get("words"), list):
                raise LexiconError(f"{name}: [{kind}.{value}] needs a list named words")
            data = {key: item for key, item in entry.items() if key != "words"}
            for phrase in entry["words"]:
                lexicon.add(phrase, Sense(kind, value, data))


def load_folder(lexicon: Lexicon, folder: Traversable) -> None:
    """Add every `*.toml` word list of a folder, by name."""
    for file in sorted(folder.iterdir(), key=lambda item: item.name):
        if file.name.endswith(".toml"):
            try:
                tables = tomllib.loads(file.read_text(encoding="utf-8"))
            except tomllib.TOMLDecodeError as error:
                raise LexiconError(f"{file.name}: {error}") from error
            load_tables(lexicon, tables, file.name)


def language_folder(language: str) -> Traversable:
    """The folder of a language's data files."""
    return resources.files("departures.read") / language


def phrases(entries: Iterable[tuple[str, Sense]]) -> Lexicon:
    """A lexicon of given phrases, for tests and for lists that a grammar makes itself."""
    lexicon = Lexicon()
    for phrase, sense in entries:
        lexicon.add(phrase, sense)
    return lexicon
