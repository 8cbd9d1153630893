"""Words without what makes equal words look different: capitals, accents, punctuation."""

import re
import unicodedata
from functools import lru_cache
from typing import Final

_WORD: Final = re.compile(r"\w+")
LONG_NAME: Final = 6
"""Letters from which on two spellings of a name may differ."""
MOST_EDITS: Final = 2


def folded(words: str) -> list[str]:
    """Lower-case words without accents and punctuation."""
    if not words.isascii():
        words = unicodedata.normalize("NFKD", words)
        words = "".join(letter for letter in words if not unicodedata.combining(letter))
    return _WORD.findall(words.lower())


def joined(words: str) -> str:
    """The folded words in one string."""
    return " ".join(folded(words))


@lru_cache(maxsize=65536)
def alike(first: str, second: str) -> bool:
    """Whether two folded names are one, perhaps transliterated otherwise: Tashkent, Toshkent."""
    if first == second:
        return True
    first, second = sorted((first, second))
    if first[:1] != second[:1] or min(len(first), len(second)) < LONG_NAME:
        return False
    if abs(len(first) - len(second)) > MOST_EDITS:
        return False
    return _edits(first, second) <= MOST_EDITS


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
