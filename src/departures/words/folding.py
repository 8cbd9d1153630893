"""Words without case and accents, for whoever looks them up.

Invariant: what is typed and what is kept are folded alike, whichever way an accent was written.
"""

import re
import unicodedata

_WORD = re.compile(r"[^\W_]+")
_BARE = str.maketrans(
    {"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"}
)


def fold(string: str) -> str:
    """`string` in lower case and without accents; its length may change."""
    if string.isascii():
        return string.lower()
    parted = unicodedata.normalize("NFKD", string.casefold())
    return "".join(each for each in parted if not unicodedata.combining(each)).translate(_BARE)


def folded_words(string: str) -> list[str]:
    """The words of a string, folded, without what stands between them."""
    return _WORD.findall(fold(string))
