"""One language's data: its word lists, abbreviations and grammar tables, loaded once.

Invariant: everything here comes from the data files in `read/CODE/`; nothing is changed after
loading.
"""

import tomllib
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from departures.read.lexicon import Lexicon, language_folder, load_folder
from departures.read.page import Page, lay_out


@dataclass(frozen=True, slots=True)
class Language:
    """What the reader knows of a language before it sees a document."""

    code: str
    abbreviations: frozenset[str]
    lexicon: Lexicon = field(repr=False)

    def lay_out(self, text: str, folded: str | None = None) -> Page:
        """Tokens and sentences of a text in this language; `folded`: it folded, where known."""
        return lay_out(text, self.abbreviations, folded)


@cache
def language(code: str) -> Language:
    """The data of the language with this code. Raises `FileNotFoundError` where there is none."""
    lexicon = Lexicon()
    load_folder(lexicon, language_folder(code) / "lexicon")
    return Language(code, word_set(code, "abbreviations.txt"), lexicon)


def word_set(code: str, name: str) -> frozenset[str]:
    """The words of a plain list file: separated by white space, `#` begins a comment."""
    lines = (language_folder(code) / name).read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines for word in line.partition("#")[0].split())


@cache
def grammar(code: str, name: str) -> dict[str, Any]:
    """The tables of `read/CODE/NAME.toml`."""
    return tomllib.loads((language_folder(code) / f"{name}.toml").read_text(encoding="utf-8"))
