"""By what the shown record was derived, in short.

Invariant: the stamp changes whenever the program, one of its rules or a line of its data changes
that decides what is shown: what follows from other rules is derived anew by itself.
"""

from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Final

import departures

DECIDING: Final = ("words", "resolve", "law", "check", "record")
"""The packages whose code and data make what is shown of what was read and decided."""
KINDS: Final = (".py", ".toml", ".tsv")


@cache
def stamp() -> str:
    """`departures 0.1.0 3f9c…`: the version, and a hash of all rules and data that decide."""
    digest = sha256()
    for package in DECIDING:
        for path, file in _files(resources.files("departures") / package, package):
            digest.update(f"{path}\0".encode())
            digest.update(sha256(file.read_bytes()).digest())
    return f"departures {departures.__version__} {digest.hexdigest()[:16]}"


def _files(folder: Traversable, path: str) -> Iterator[tuple[str, Traversable]]:
    """The files of a package, in the order of their names."""
    for each in sorted(folder.iterdir(), key=lambda entry: entry.name):
        below = f"{path}/{each.name}"
        if each.is_dir():
            yield from _files(each, below)
        elif each.name.endswith(KINDS):
            yield below, each
