"""Whoever says something, named once.

Invariant: of names that are one person's or body's, the fullest stays; the order stays.
"""

from collections.abc import Iterable

_TITLES = frozenset(
    "the a an mr mrs ms dr secretary minister president spokesman spokeswoman".split()
)


def distinct(names: Iterable[str]) -> list[str]:
    """`secretary, Kristi Noem` is `Kristi Noem`: a name whose words stand in another goes."""
    kept = list(dict.fromkeys(names))
    words = {name: _words(name) for name in kept}
    return [
        name
        for at, name in enumerate(kept)
        if not any(
            words[name] < words[other] or (words[name] == words[other] and index < at)
            for index, other in enumerate(kept)
            if index != at
        )
    ]


def _words(name: str) -> frozenset[str]:
    return frozenset(name.casefold().replace(",", " ").split()) - _TITLES
