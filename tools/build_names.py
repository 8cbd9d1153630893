"""Write the lists of given names, surnames and ordinary words by which private names are known.

Run: `uv run --isolated --with faker --with names tools/build_names.py WORDS`, where WORDS is
`/usr/share/dict/american-english-small`
(Debian's wamerican-small). Names in scripts other than Latin are left out; how reports write those
stands in `privacy.toml`. NOTICE names the sources' licences; change it when a source changes.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
import sys
import textwrap
from collections.abc import Iterable, Iterator
from pathlib import Path

import faker.providers.person as person
import names as census

from departures.read.page import fold

FOLDER = Path(__file__).parents[1] / "src/departures/read/en"
LEFT_OUT = {"en", "is_IS", "ga_IE", "de_LI", "he_IL"}
"""Locales with names that reports hardly ever have, or that are not names of people at all."""
COMMON = {"first:male": 1219, "first:female": 4275, "last": 12_000}
"""So many of the census lists' names, the commonest first."""
_LATIN = re.compile(r"[a-z']{2,}")
_ENDINGS = ("s", "es", "ed", "d", "ing", "ly")


def names_of(kind: str) -> Iterator[str]:
    """The names of one kind, `first` or `last`, that the locales give."""
    for module in pkgutil.iter_modules(person.__path__):
        if module.name in LEFT_OUT:
            continue
        provider = importlib.import_module(f"{person.__name__}.{module.name}").Provider
        for attribute in dir(provider):
            listed = getattr(provider, attribute)
            if "names" in attribute and kind in attribute and isinstance(listed, Iterable):
                yield from (name for name in listed if isinstance(name, str))


def census_names(kind: str) -> Iterator[str]:
    """The commonest names of the US census of 1990."""
    with Path(census.FILES[kind]).open(encoding="utf-8") as lines:
        yield from (line.split()[0] for _, line in zip(range(COMMON[kind]), lines, strict=False))


def folded(names: Iterable[str]) -> set[str]:
    """The words of names, folded as pages are."""
    found = set()
    for name in names:
        for word in re.split(r"[\s-]+", fold(name.replace("ə", "a").replace("Ə", "A"))):
            if _LATIN.fullmatch(word):
                found.add(word)
    return found


def ordinary(words: Iterable[str]) -> set[str]:
    """Words without those that are another with a regular ending."""
    known = {word for word in words if word.islower() and word.isascii() and word.isalpha()}
    return {
        word
        for word in known
        if len(word) > 1
        and not any(
            word.endswith(end) and len(word) - len(end) > 2 and word[: -len(end)] in known
            for end in _ENDINGS
        )
    }


def write(name: str, about: str, words: Iterable[str]) -> None:
    """One list, sorted and wrapped."""
    listed = textwrap.fill(
        " ".join(sorted(words)), 100, break_long_words=False, break_on_hyphens=False
    )
    (FOLDER / name).write_text(f"# {about}\n{listed}\n", encoding="utf-8")


def main() -> None:
    """Build the three lists and say how long they are."""
    given = folded([*names_of("first"), *census_names("first:male"), *census_names("first:female")])
    surnames = folded([*names_of("last"), *census_names("last")])
    words = ordinary(Path(sys.argv[1]).read_text(encoding="utf-8").split())
    write("given-names.txt", "Given names, folded. Written by tools/build_names.py.", given)
    write("surnames.txt", "Surnames, folded. Written by tools/build_names.py.", surnames)
    write("ordinary.txt", "Ordinary words, folded. Written by tools/build_names.py.", words)
    print(f"{len(given)} given names, {len(surnames)} surnames, {len(words)} ordinary words")


if __name__ == "__main__":
    main()
