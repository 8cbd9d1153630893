"""Which words mean what: the word lists of a language, matched against a page in one pass.

A word list is a TOML file in `read/LANGUAGE/lexicon/`. Its tables are named `KIND.VALUE`; `words`
holds the phrases, every other key is kept as the sense's `data`. Phrases are folded as pages are.
A phrase may have several senses; which one counts is for the grammar to decide.

Invariant: matches don't overlap; of two that begin at one token the longer counts.
"""

import tomllib
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any, NamedTuple

from departures.errors import DeparturesError
from departures.read.page import Page, tokens


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


_hit: Callable[[tuple[int, int, tuple[Sense, ...]]], Hit] = partial(tuple.__new__, Hit)
"""A hit of its three fields; hits are the many things of a page, and this is the fastest way."""


Values = defaultdict[str, dict[int, str]]
"""By kind and first token: the value of the hit there."""


def values_of(hits: Iterable[Hit]) -> Values:
    """The values of hits by their kinds; a hit with two of one kind has the first."""
    values: Values = defaultdict(dict)
    for first, _, senses in hits:
        for kind, value, _ in senses:
            values[kind].setdefault(first, value)
    return values


class LexiconError(DeparturesError):
    """A word list that can't be read as one."""


Phrase = tuple[tuple[str, ...], tuple[Sense, ...]]


@dataclass(slots=True)
class Lexicon:
    """All phrases by their first word; the longer ones by their second as well, longest first."""

    single: dict[str, tuple[Sense, ...]] = field(default_factory=dict)
    longer: dict[str, dict[str, list[Phrase]]] = field(default_factory=dict)
    heads: set[str] = field(default_factory=set)
    """The first words of all phrases: most tokens of a page are none of them."""

    def add(self, phrase: str, sense: Sense) -> None:
        """Give `phrase` one more sense."""
        words = tuple(tokens(phrase))
        if not words:
            raise LexiconError(f"empty phrase in word list {sense.kind}.{sense.value}")
        self.heads.add(words[0])
        if len(words) == 1:
            self.single[words[0]] = (*self.single.get(words[0], ()), sense)
            return
        phrases = self.longer.setdefault(words[0], {}).setdefault(words[1], [])
        for index, (known, senses) in enumerate(phrases):
            if known == words:
                phrases[index] = (known, (*senses, sense))
                return
        phrases.append((words, (sense,)))
        phrases.sort(key=lambda entry: -len(entry[0]))

    def find(self, page: Page, heads: Sequence[int] | None = None) -> list[Hit]:
        """All phrases on the page, in order; `heads`: the tokens of `heads`, where known."""
        words, longer, single = page.words, self.longer, self.single
        if heads is None:
            first_words = self.heads
            heads = [token for token, word in enumerate(words) if word in first_words]
        following = [*words[1:], ""]
        hits: list[Hit] = []
        end = 0
        for token in [
            head
            for head in heads
            if (word := words[head]) in single or following[head] in longer[word]
        ]:
            if token < end:
                continue
            word = words[token]
            if word in longer and following[token] in longer[word]:
                found = _longest(longer[word][following[token]], words, token)
                if found is not None:
                    hits.append(_hit(found))
                    end = found[1]
                    continue
            if word in single:
                end = token + 1
                hits.append(_hit((token, end, single[word])))
        return hits


def _longest(
    phrases: list[Phrase], words: list[str], token: int
) -> tuple[int, int, tuple[Sense, ...]] | None:
    """The longest of phrases with the same two first words, where one begins at a token."""
    for phrase, senses in phrases:
        last = token + len(phrase)
        if len(phrase) == 2 or tuple(words[token:last]) == phrase:
            return token, last, senses
    return None


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
