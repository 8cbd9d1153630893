"""Names of cities that are spelled in two ways, without capitals, accents and punctuation."""

import tomllib
from functools import cache, lru_cache
from importlib import resources
from typing import Final

from departures.words.folding import folded_words

LETTERS_AN_EDIT: Final = 4
"""Two spellings of a name of eight letters may differ in two, of four in one."""
MOST_EDITS: Final = 2


def joined(words: str) -> str:
    """The folded words in one string."""
    return " ".join(folded_words(words))


@cache
def _rows() -> dict[str, int]:
    file = resources.files("departures.resolve") / "spellings.toml"
    rows: list[list[str]] = tomllib.loads(file.read_text(encoding="utf-8"))["cities"]
    return {joined(name): number for number, names in enumerate(rows) for name in names}


@lru_cache(maxsize=65536)
def alike(first: str, second: str) -> bool:
    """Whether two folded names are of one city: Kyiv and Kiev, Tashkent and Toshkent."""
    if first == second:
        return True
    rows = _rows()
    if first in rows and rows[first] == rows.get(second):
        return True
    shorter, longer = sorted((first, second), key=lambda name: (len(name), name))
    edits = min(MOST_EDITS, len(shorter) // LETTERS_AN_EDIT)
    if shorter[:1] != longer[:1] or len(longer) - len(shorter) > edits:
        return False
    return _edits(shorter, longer) <= edits


def _edits(first: str, second: str) -> int:
    """Letters to change, add or leave out."""
    row = list(range(len(second) + 1))
    for number, letter in enumerate(first, start=1):
        diagonal, row[0] = row[0], number
        for at, other in enumerate(second, start=1):
            diagonal, row[at] = (
                row[at],
                min(row[at] + 1, row[at - 1] + 1, diagonal + (letter != other)),
            )
    return row[-1]
